import type { EventStore, StoredEvent } from '@hub/event-store/event-store.ts'
import { receiptState } from '@hub/event-store/receipt-state.ts'
import type { Metadata } from '@hub/schemas/envelope.ts'
import { foundingStream } from '@hub/schemas/format/stream-name.ts'
import { SubmissionRejected } from '@hub/schemas/hub/events.ts'
import { expect } from 'vitest'
import type { Attempt, Sender } from './department-sender.ts'

const metadataOf = (event: StoredEvent) => JSON.parse(event.metadata) as Metadata
const submissionOf = ({ message }: Attempt) => message.headers.ce_submission!

const readEverything = async (store: EventStore): Promise<StoredEvent[]> => {
  const all: StoredEvent[] = []
  for (;;) {
    const last = all.at(-1)
    const page = await store.readAll(last ? { after: last.position } : {})
    if (page.length === 0) return all
    all.push(...page)
  }
}

const auditReceipt = async (store: EventStore, attempt: Attempt, stored: ReadonlyMap<string, Metadata>) => {
  const { headers, key } = attempt.message
  const receipt = {
    store: '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11',
    stream: key,
    eventId: headers.ce_eventid!,
    digest: headers.ce_contentdigest!,
    submission: submissionOf(attempt),
  }
  const metadata = stored.get(receipt.eventId)
  const truth =
    metadata === undefined || metadata.contentdigest !== receipt.digest
      ? 'REJECTED'
      : metadata.submission === receipt.submission
        ? 'RECORDED'
        : 'DUPLICATE'
  expect((await receiptState(store, receipt)).state).toBe(truth)
}

/** Holds the store against what was sent: everything acknowledged once, in order, nothing else, every receipt true. */
export const audit = async (store: EventStore, senders: readonly Sender[]): Promise<void> => {
  const events = await readEverything(store)
  const rejections = events.filter((event) => event.type === SubmissionRejected.type)
  const facts = events.filter((event) => !rejections.includes(event) && event.stream !== foundingStream)
  const twice = [...Map.groupBy(events, ({ id }) => id).values()].filter(({ length }) => length > 1)
  expect(twice.map(([event]) => [event!.stream, event!.id])).toEqual([])
  expect(events.length - facts.length - rejections.length).toBe(1)

  for (const { source, stream, order } of senders) {
    const there = facts.filter((event) => event.stream === stream && metadataOf(event).source === source)
    expect(there.map((event) => metadataOf(event).id)).toEqual(order)
  }
  expect(facts).toHaveLength(senders.reduce((sum, { order }) => sum + order.length, 0))

  const attempts = senders.flatMap((sender) => sender.attempts)
  const bySubmission = new Map(attempts.map((attempt) => [submissionOf(attempt), attempt]))
  for (const fact of facts) {
    const attempt = bySubmission.get(metadataOf(fact).submission!)
    expect(attempt?.expected).toBe('recorded')
    expect(attempt?.message.value).toBe(fact.data)
  }
  const rejected = new Set(rejections.map((event) => metadataOf(event).id))
  for (const submission of rejected) expect(bySubmission.get(submission)?.expected).toBe('rejected')
  for (const attempt of attempts)
    if (attempt.acknowledged && attempt.expected === 'rejected') expect(rejected).toContain(submissionOf(attempt))

  const stored = new Map(facts.map((event) => [event.id, metadataOf(event)]))
  for (const attempt of attempts) if (attempt.acknowledged) await auditReceipt(store, attempt, stored)
}
