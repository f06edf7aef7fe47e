import { Readable } from 'node:stream'
import { retryAfterSeconds, sendProblem } from '@hub/runtime/send-problem.ts'
import type { FastifyReply } from 'fastify'
import { answerNdjson } from './ndjson.ts'
import { countItems, type Item, type SubmitContext } from './submit.ts'

/** Where a receipt is followed, on the service that gave it. */
const placeOf = (receipt: string) => `/receipts/${receipt}`

/** Answers one event: 202 with the receipt, its problem, or when to come back; 200 where a dry run would take it. */
export const answerOne = (reply: FastifyReply, item: Item) => {
  switch (item.status) {
    case 'accepted':
      return reply.code(202).header('location', placeOf(item.receipt)).send(item)
    case 'acceptable':
      return reply.code(200).send(item)
    case 'refused':
    case 'retry':
      return sendProblem(reply, item.problem)
    default:
      return item satisfies never
  }
}

/** The status of a batch: what became of all of it, or 207 where its events have come to different ends. */
const statusOf = (items: readonly Item[], whenTaken: number): number => {
  const states = new Set(items.map(({ status }) => status))
  if (states.size > 1) return 207
  if (states.has('refused')) return 422
  return states.has('retry') ? 503 : whenTaken
}

/** Answers a batch: the counts first, then one item an event. An empty one is taken. */
export const answerBatch = (reply: FastifyReply, items: readonly Item[], trial: boolean) => {
  const counts = countItems(items, trial)
  if (counts.retry > 0) reply.header('retry-after', retryAfterSeconds)
  return reply.code(statusOf(items, trial ? 200 : 202)).send({ ...counts, items })
}

/** Answers lines as they come: how they end, the summary says. */
export const answerLines = (reply: FastifyReply, pieces: AsyncIterable<Buffer>, to: SubmitContext) =>
  reply
    .code(to.trial ? 200 : 202)
    .type('application/x-ndjson; charset=utf-8')
    .send(Readable.from(answerNdjson(pieces, to), { objectMode: true, highWaterMark: 1 }))
