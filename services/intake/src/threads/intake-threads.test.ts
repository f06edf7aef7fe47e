import type { Message } from '@hub/broker/broker.ts'
import { intakeKeys } from '@hub/schemas/format/service-keys.ts'
import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import { openOwnBox } from '@hub/sealing/sealing.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { createIntakeApp } from '../department-app.ts'
import {
  openIntakeParts,
  readSampleReceipt,
  sampleEvent,
  sampleHubKeys,
  sampleNow,
  sampleStore,
} from '../sample-intake.fixture.ts'
import { checks, endingCertificate } from './ending-checks.fixture.ts'
import { type IntakeThreads, intakeThreads } from './intake-threads.ts'

const opened: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

const openThreads = async (count = 2) => {
  const { options, keysPlace, keys, close } = openIntakeParts()
  opened.push(close)
  const ends: string[] = []
  const threads: IntakeThreads = intakeThreads({
    count,
    keys: keysPlace,
    storeId: sampleStore,
    departments: [
      {
        department: 'civil-affairs',
        hubKeys: intakeKeys(sampleHubKeys, 'civil-affairs'),
        checksModule: new URL('./ending-checks.fixture.ts', import.meta.url).href,
      },
    ],
    onEnd: (reason) => ends.push(reason),
  })
  opened.push(() => threads.close())
  const published: Message[] = []
  const broker = { publish: async (messages: readonly Message[]) => void published.push(...messages) }
  const http = await createIntakeApp('civil-affairs', checks, { ...options, broker, threads })
  opened.push(() => http.close())
  return { http, threads, keys, published, ends }
}

const number = (order: number) => completeCitizenNumber(`43030419700101${String(order).padStart(3, '0')}`)
const events = (count: number, data: (n: number) => Record<string, unknown> = () => ({})) =>
  Array.from({ length: count }, (_, n) =>
    sampleEvent(
      { id: `M-${n}` },
      { person: { citizenNumber: number((n % 90) + 1) }, certificateNo: `SW-${n}`, ...data(n) },
    ),
  )
const batch = (payload: unknown) => ({
  method: 'POST' as const,
  url: '/civil-affairs/events',
  headers: { 'content-type': 'application/cloudevents-batch+json' },
  payload: JSON.stringify(payload),
})
type Told = { status: string; id?: string; receipt?: string }
const withoutReceipts = ({ items, ...rest }: { items: Told[] }) => ({
  ...rest,
  items: items.map(({ receipt: _, ...item }) => item),
})

describe('an intake with threads', () => {
  it('answers as one without, in the same order, and each receipt is that of its event', async () => {
    const { http, published } = await openThreads()
    const { options, close } = openIntakeParts()
    opened.push(close)
    const alone = await createIntakeApp('civil-affairs', checks, options)
    opened.push(() => alone.close())
    const sent = events(60, (n) => (n % 7 === 3 ? { region: 'nowhere' } : {}))
    const [one, other] = [await http.inject(batch(sent)), await alone.inject(batch(sent))]
    expect(one.statusCode).toBe(207)
    expect(withoutReceipts(one.json())).toEqual(withoutReceipts(other.json()))
    const taken = (one.json() as { items: Told[] }).items.filter(({ status }) => status === 'accepted')
    expect(published.map(({ headers }) => headers.ce_id)).toEqual(taken.map(({ id }) => id))
    expect(taken.map(({ receipt }) => readSampleReceipt(receipt!).eventId)).toEqual(
      published.map(({ headers }) => headers.ce_eventid),
    )
  })

  it('answers lines, and what is no JSON, as one without', async () => {
    const { http } = await openThreads(1)
    const lines = [...events(50).map((event) => JSON.stringify(event)), '{', `${JSON.stringify(events(1)[0])}`].join(
      '\n',
    )
    const headers = { 'content-type': 'application/x-ndjson' }
    const answer = await http.inject({ method: 'POST', url: '/civil-affairs/events', headers, payload: lines })
    const told = answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(told.at(-1)).toEqual({ summary: { events: 52, accepted: 51, refused: 1, retry: 0 } })
    expect(told[50]).toMatchObject({ line: 51, status: 'refused', problem: { code: 'NOT_JSON' } })
    const noJson = await http.inject({ ...batch([]), payload: `${' '.repeat(9_000)}[` })
    expect([noJson.statusCode, noJson.json().code]).toEqual([400, 'NOT_JSON'])
  })

  it('makes one key of a new person whose first events come on two threads at once', async () => {
    const { http, published, keys } = await openThreads(2)
    // Both threads run before it is tried.
    await Promise.all([1, 2].map(() => http.inject(batch(events(60)))))
    for (let round = 0; round < 10; round++) {
      published.length = 0
      const person = { citizenNumber: number(100 + round) }
      const both = [0, 1].map((half) =>
        http.inject(
          batch(events(40, () => ({ person })).map((event) => ({ ...event, id: `P-${round}-${half}-${event.id}` }))),
        ),
      )
      for (const answer of await Promise.all(both)) expect(answer.statusCode).toBe(202)
      expect(published).toHaveLength(80)
      const [{ stream }] = [{ stream: published[0]!.key }]
      const found = await keys.find([stream.replace('person-', '')])
      for (const { headers, value } of published)
        expect(openOwnBox(headers.ce_eventid!, JSON.parse(value), found)).toMatchObject({ erased: false })
    }
  })

  it('whose thread ends over a batch answers 503, publishes nothing of it, and takes the next', async () => {
    const { http, published, ends } = await openThreads(1)
    const ending = events(60, (n) => (n === 59 ? { certificateNo: endingCertificate } : {}))
    const answer = await http.inject(batch(ending))
    expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'UNAVAILABLE', '5'])
    expect(published).toEqual([])
    expect(ends).toHaveLength(1)
    let again = await http.inject(batch(events(60)))
    // One that ended right after its start rests for a second.
    for (let tries = 0; again.statusCode === 503 && tries < 50; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      again = await http.inject(batch(events(60)))
    }
    expect(again.statusCode).toBe(202)
    expect(published).toHaveLength(60)
  })

  it('ends what is under way before it stops', async () => {
    const { http, threads, published } = await openThreads(2)
    const answers = [1, 2, 3].map(() => http.inject(batch(events(60))))
    await new Promise((resolve) => setTimeout(resolve, 20))
    await threads.close()
    for (const answer of await Promise.all(answers)) expect(answer.statusCode).toBe(202)
    expect(published).toHaveLength(180)
    await expect(
      threads.prepare(
        { kind: 'lines', lines: [] },
        { department: 'civil-affairs', trial: false, clockKind: 'simulated', now: sampleNow },
      ),
    ).rejects.toThrow('no thread')
  })
})
