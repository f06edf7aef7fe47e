import type { EventStore, StoredEvent } from '@hub/event-store/event-store.ts'
import type { Metadata } from '@hub/schemas/envelope.ts'
import { contentDigestOf } from '@hub/schemas/format/content-digest.ts'
import type { ReceiptState } from '@hub/schemas/format/receipt.ts'
import { foundingStream } from '@hub/schemas/format/stream-name.ts'
import { MessagesNotAdmitted, SubmissionRejected } from '@hub/schemas/hub/events.ts'
import type { Acknowledged, Attempt, Sender } from './department-sender.ts'

export type Audited = {
  /** Different facts that were acknowledged, and how many of them the store holds. */
  events: number
  recorded: number
  lost: number
  doubled: number
  /** Whatever else is not as it must be, a line each; no content. */
  faults: string[]
}

type Stored = { event: StoredEvent; metadata: Metadata }

const readEverything = async (store: EventStore): Promise<Stored[]> => {
  const all: Stored[] = []
  for (;;) {
    const last = all.at(-1)
    const page = await store.readAll(last ? { after: last.event.position } : {})
    if (page.length === 0) return all
    all.push(...page.map((event) => ({ event, metadata: JSON.parse(event.metadata) as Metadata })))
  }
}

const digestOf = ({ event, metadata }: Stored) => {
  const { source, id, time, replaces, correlationid, causationid } = metadata
  const { type, stream: subject, data } = event
  return contentDigestOf({ type, source, id, subject, time, replaces, correlationid, causationid, data })
}

const truthOf = (acknowledged: Acknowledged, stored: Stored | undefined): ReceiptState => {
  if (stored?.metadata.contentdigest !== acknowledged.digest) return 'REJECTED'
  return stored.metadata.submission === acknowledged.submission ? 'RECORDED' : 'DUPLICATE'
}

/** How many messages an event says were not admitted. */
const howManyIn = ({ data }: StoredEvent) =>
  Object.values((JSON.parse(data) as { counts: Record<string, number> }).counts).reduce((sum, count) => sum + count, 0)

/** Every id that is used twice. */
const twice = (ids: readonly string[]) => ids.length - new Set(ids).size

const isOfSender = (reason: string) => reason === 'ID_REUSED_WITH_OTHER_CONTENT' || reason === 'REPLACES_UNKNOWN'

/**
 * Holds the store against what was sent: everything acknowledged once, in order for each source and stream, with the
 * content that was acknowledged; nothing else but `foreign` messages counted as not admitted; every receipt asked for tells the truth.
 * `others` have sent into the same store and are not counted.
 */
export const audit = async (options: {
  store: EventStore
  senders: readonly Sender[]
  others?: readonly Sender[]
  /** Messages of nobody's that must have been counted. */
  foreign?: number
  receiptState: (acknowledged: Acknowledged) => Promise<ReceiptState>
  /** How many receipts are asked for, evenly; default all. */
  receipts?: number
}): Promise<Audited> => {
  const { store, senders, others = [], foreign = 0, receiptState, receipts = Number.POSITIVE_INFINITY } = options
  const faults: string[] = []
  const all = await readEverything(store)
  const rejections = all.filter(({ event }) => event.type === SubmissionRejected.type)
  const junk = all.filter(({ event }) => event.type === MessagesNotAdmitted.type)
  const own = new Set([...rejections, ...junk])
  const facts = all.filter((one) => !own.has(one) && one.event.stream !== foundingStream)
  if (all.length - facts.length - own.size !== 1) faults.push('the store is not founded once')
  const byId = new Map(facts.map((one) => [one.event.id, one]))

  let [recorded, lost] = [0, 0]
  let doubled = twice(all.map(({ event }) => event.id))
  const attempts: Attempt[] = []
  for (const { source, order, attempts: own } of senders) {
    attempts.push(...own)
    const stream = own.find(({ acknowledged }) => acknowledged)?.acknowledged?.stream
    const there = facts
      .filter(({ event, metadata }) => event.stream === stream && metadata.source === source)
      .map(({ metadata }) => metadata.id)
    const [sent, kept] = [new Set(order), new Set(there)]
    recorded += order.filter((id) => kept.has(id)).length
    lost += order.filter((id) => !kept.has(id)).length
    doubled += twice(there)
    const beyond = there.filter((id) => !sent.has(id)).length
    if (beyond > 0) faults.push(`${beyond} facts of ${source} that were never acknowledged are in ${stream}`)
    if (there.filter((id) => sent.has(id)).join() !== order.filter((id) => kept.has(id)).join())
      faults.push(`the facts of ${source} in ${stream} are not in the order in which they were sent`)
  }
  const expected = [...senders, ...others].reduce((sum, { order }) => sum + order.length, 0)
  if (facts.length !== expected) faults.push(`the store holds ${facts.length} facts instead of ${expected}`)

  const rejected = new Set(rejections.map(({ metadata }) => metadata.id))
  const strangers = rejections.filter(({ event }) => !isOfSender(String(JSON.parse(event.data).reason)))
  if (strangers.length > 0) faults.push(`${strangers.length} submissions were rejected that should not have been`)
  const counted = junk.reduce((sum, { event }) => sum + howManyIn(event), 0)
  if (counted !== foreign) faults.push(`${counted} foreign messages were counted, not ${foreign}`)

  const answered = attempts.flatMap(({ expected: what, acknowledged }) =>
    acknowledged ? [{ what, ...acknowledged }] : [],
  )
  for (const one of answered) {
    if (one.what === 'rejected' && !rejected.has(one.submission)) faults.push(`${one.submission} was not rejected`)
    const stored = byId.get(one.eventId)
    if (!stored) continue
    if (digestOf(stored) !== stored.metadata.contentdigest) faults.push(`${one.eventId} is not what its digest says`)
    if (one.what === 'recorded' && stored.metadata.contentdigest !== one.digest)
      faults.push(`${one.eventId} holds other content than was acknowledged`)
  }
  const every = Math.max(1, Math.ceil(answered.length / receipts))
  for (const one of answered.filter((_, index) => index % every === 0)) {
    const [state, truth] = [await receiptState(one), truthOf(one, byId.get(one.eventId))]
    if (state !== truth) faults.push(`the receipt of ${one.submission} says ${state} and not ${truth}`)
  }
  return { events: recorded + lost, recorded, lost, doubled, faults }
}
