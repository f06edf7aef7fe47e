import { readBatchAnswer } from '@hub/kit/read-answer.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { type Destination, notAHub, post, SendingStopped, saysNothing, waitOf } from './destination.ts'

/** An event of a batch, as it is sent: a text of JSON. */
export type BatchEvent = { id: string; event: string }

/** What the hub said to an event: a receipt, or the faults for which it was refused. */
export type Said = { receipt: string } | { faults: readonly Fault[] }

const firstWaitMs = 1000
/** Where the hub does not say when to come back: a hub that is started again is there in seconds. */
const longestPauseMs = 15_000

/** What the hub said to each event so far; undefined for what is to be sent again. `afterMs` is how long it asks to wait. */
type Posted = { said: readonly (Said | undefined)[]; afterMs: number | undefined }

const nothingSaid = (events: readonly BatchEvent[], afterMs: number | undefined): Posted => ({
  said: events.map(() => undefined),
  afterMs,
})

/** Posts events as one batch, in halves where they can't be taken together. @throws {SendingStopped} */
const postBatch = async (events: readonly BatchEvent[], to: Destination): Promise<Posted> => {
  const body = `[${events.map(({ event }) => event).join(',')}]`
  const answer = await post(to, 'events', 'application/cloudevents-batch+json', body)
  const read = readBatchAnswer(
    answer,
    events.map(({ id }) => id),
  )
  switch (read.kind) {
    case 'verdicts': {
      const said = read.verdicts.map((one): Said | undefined => {
        if (one.state === 'waiting') return undefined
        return one.state === 'taken' ? { receipt: one.receipt } : { faults: one.told.faults ?? [] }
      })
      return { said, afterMs: read.afterMs }
    }
    case 'whole': {
      if (events.length === 1) return { said: [{ faults: read.faults }], afterMs: undefined }
      const half = Math.ceil(events.length / 2)
      const first = await postBatch(events.slice(0, half), to)
      const rest = events.slice(half)
      // In the sheet's order: what comes later waits for what comes first.
      const second = first.said.includes(undefined) ? nothingSaid(rest, undefined) : await postBatch(rest, to)
      return { said: [...first.said, ...second.said], afterMs: first.afterMs ?? second.afterMs }
    }
    case 'later':
      if (saysNothing(answer)) return nothingSaid(events, read.afterMs)
      throw notAHub(read, 'a batch')
    default:
      return read satisfies never
  }
}

export type Patience = {
  /** For how long (ms) nothing may come to be known of rows before the command gives up. */
  patience: number
  /** Told when the hub takes nothing, and it is waited for. */
  onWaiting: () => void
}

/**
 * Sends events as one batch and again what was not taken, until every one is accepted or refused. What the hub said to
 * each, in order. A hub that is being started again, or that asks to come back, is waited for.
 * @throws {SendingStopped} where it takes nothing for too long
 */
export const sendBatch = async (
  events: readonly BatchEvent[],
  to: Destination,
  { patience, onWaiting }: Patience,
): Promise<readonly Said[]> => {
  const told = new Map<BatchEvent, Said>()
  let [lastNews, waited, pause] = [Date.now(), 0, firstWaitMs]
  for (;;) {
    const open = events.filter((event) => !told.has(event))
    const { said, afterMs } = await postBatch(open, to)
    for (const [at, one] of said.entries()) if (one) told.set(open[at]!, one)
    if (told.size === events.length) return events.map((event) => told.get(event)!)
    if (told.size > events.length - open.length) [lastNews, waited, pause] = [Date.now(), 0, firstWaitMs]
    const left = patience - Math.max(waited, Date.now() - lastNews)
    if (left <= 0) break
    if (waited === 0) onWaiting()
    const ms = Math.min(waitOf(afterMs, pause), left)
    await to.wait(ms)
    waited += ms
    pause = Math.min(2 * pause, longestPauseMs)
  }
  throw new SendingStopped(
    `the hub at ${new URL(to.url).origin} takes nothing now（枢纽暂不可用）: run the same command later`,
  )
}
