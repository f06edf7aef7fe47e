import { setTimeout as pause } from 'node:timers/promises'
import { receiptState } from '@hub/event-store/receipt-state.ts'
import { readCheckpoint } from '@hub/views/checkpoint.ts'
import { openViews } from '@hub/views/open-views.ts'
import { verifiedStore } from '@hub/views/verified-store.ts'
import type { Difference } from '@hub/views/verify/compare-tables.ts'
import { verifyViews } from '@hub/views/verify/verify-views.ts'
import { currentViewFile } from '@hub/views/view-files.ts'
import { type Audited, audit } from '../audit.ts'
import { departmentSender, type Sender } from '../department-sender.ts'
import { isLong } from '../long-form.ts'
import { until } from '../until.ts'
import { citizenNumberOf, saying, sendTo } from './departments.ts'
import type { HubOnServers } from './hub-on-servers.ts'

/** What a fault is given: the hub, and departments that submit to it all the while. */
export type Scenario = {
  hub: HubOnServers
  random: () => number
  /** Resolves when the departments have had so many more facts acknowledged. */
  untilAcknowledged(more: number): Promise<void>
  /** Resolves when the store was seen to grow so many times. */
  untilRecorded(times: number): Promise<void>
  /** One more person of whom all departments speak from now on. */
  addPerson(): void
  /** As many messages of nobody's must have been rejected at the end. */
  expectForeign(count: number): void
}

/** A fault and what it does; `run` answers in words what was seen. */
export type Fault = {
  name: string
  /** Why it can't be short: it is in the long form alone. */
  onlyLong?: string
  /** Why this machine can't have it. */
  impossible?: (hub: HubOnServers) => string | undefined
  run: (scenario: Scenario) => Promise<string>
}

/** A line of the table. */
export type Row = { fault: string; seen: string; submissions: number; seconds: number } & Audited

/** The line of a fault that this machine can't have. */
export const notHere = (fault: string, reason: string): Row => {
  const none = { submissions: 0, events: 0, recorded: 0, lost: 0, doubled: 0, seconds: 0, faults: [] }
  return { fault, seen: `not seen: ${reason}`, ...none }
}

const persons = 3
/** After so many steps about a person each department speaks of another one: no stream grows without end. */
const stepsOfAPerson = 100
const paceMs = isLong ? 50 : 200
/** Receipts that are asked for, of all that were given, evenly. */
const receipts = isLong ? 1_000 : 24

let personsSoFar = 0
const sendersSoFar = new WeakMap<HubOnServers, { senders: Sender[]; foreign: number }>()

const viewsPosition = (hub: HubOnServers): string => {
  const file = currentViewFile(hub.viewsFolder)
  if (file === undefined) return ''
  const views = openViews({ file, readOnly: true })
  try {
    return readCheckpoint(views).position
  } finally {
    views.close()
  }
}

/** Resolves when everything is recorded and stands in the views. */
const drained = async (hub: HubOnServers) => {
  const { broker, store } = hub
  let [lag, position] = [Number.NaN, '']
  await until(
    'the end of the lag',
    async () => {
      lag = (await broker.lag()).messages
      return lag === 0
    },
    () => lag,
  )
  const head = await store.head()
  await until(
    'the end of the store in the views',
    async () => {
      position = viewsPosition(hub)
      return position >= head
    },
    () => position,
  )
}

/** Every difference between the gateway's views and views built anew from the store. */
const differencesOfViews = async ({ store, keys, hubKeys, viewsFolder }: HubOnServers): Promise<Difference[]> => {
  const found: Difference[] = []
  const viewsFile = currentViewFile(viewsFolder)!
  await verifyViews({
    store: verifiedStore(store, hubKeys.admission),
    keys,
    hubKeys,
    viewsFile,
    onDifference: (one) => found.push(one),
  })
  return found
}

const askReceipt = (hub: HubOnServers) => {
  let asked = 0
  // A few of them are asked for as a department does; all the others are looked up in the same way, without HTTP.
  return async (of: Parameters<Parameters<typeof audit>[0]['receiptState']>[0]) => {
    asked += 1
    if (asked % 10 !== 0) return (await receiptState(hub.store, { store: '', ...of })).state
    const { url } = hub.intakes[of.department]!
    const { state } = (await (await fetch(`${url}/receipts/${of.receipt}`)).json()) as { state: 'PENDING' }
    return state
  }
}

/** Has four departments submit, lets the fault happen, waits until all has been worked off, and holds it all against what was sent. */
export const runFault = async (hub: HubOnServers, fault: Fault, random: () => number): Promise<Row> => {
  const began = performance.now()
  const before = sendersSoFar.get(hub) ?? { senders: [], foreign: 0 }
  const senders: Sender[] = []
  const working: Promise<void>[] = []
  let [sending, foreign] = [true, 0]
  const stopping = new AbortController()
  const acknowledged = () => senders.reduce((sum, { order }) => sum + order.length, 0)

  const work = async ({ step }: Sender) => {
    for (let steps = 0; sending && steps < stepsOfAPerson; steps++) {
      await step()
      await pause(paceMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const speak = async () => {
    while (sending) {
      const send = sendTo(hub.intakes, hub.hubKeys, citizenNumberOf(personsSoFar++))
      const added = saying.map(({ source, type }) => departmentSender({ send, source, type, random }))
      senders.push(...added)
      await Promise.all(added.map(work))
    }
  }
  const addPerson = () => void working.push(speak())
  /** Rejects when a department was answered what it must not be. */
  const broken = () => Promise.all(working).then(() => new Promise<never>(() => undefined))
  for (let person = 0; person < persons; person++) addPerson()

  const scenario: Scenario = {
    hub,
    random,
    addPerson,
    untilAcknowledged: async (more) => {
      const goal = acknowledged() + more
      await Promise.race([until('acknowledgements', () => acknowledged() >= goal, acknowledged), broken()])
    },
    untilRecorded: async (times) => {
      let head = await hub.store.head().catch(() => '')
      for (let time = 0; time < times; time++) {
        const last = head
        await until('a recorded event', async () => {
          head = await hub.store.head()
          return head > last
        })
      }
    },
    expectForeign: (count) => {
      foreign += count
    },
  }

  let seen = ''
  try {
    await scenario.untilAcknowledged(senders.length)
    seen = await fault.run(scenario)
    await scenario.untilAcknowledged(senders.length)
  } finally {
    sending = false
    stopping.abort()
  }
  await Promise.all(working)
  await drained(hub)

  const audited = await audit({
    store: hub.store,
    senders,
    others: before.senders,
    foreign: before.foreign + foreign,
    receiptState: askReceipt(hub),
    receipts,
  })
  const differences = await differencesOfViews(hub)
  if (differences.length > 0) audited.faults.push(`${differences.length} differences between the views and a rebuild`)
  sendersSoFar.set(hub, { senders: [...before.senders, ...senders], foreign: before.foreign + foreign })
  const submissions = senders.reduce((sum, { attempts }) => sum + attempts.length, 0)
  return { fault: fault.name, seen, submissions, seconds: Math.round((performance.now() - began) / 1000), ...audited }
}
