import { Readable } from 'node:stream'
import { readAway } from '@hub/runtime/http.ts'
import { httpRefusals, problem, problemMediaType } from '@hub/runtime/problem.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { acceptedCodings, type Coding, codingOf } from './content-coding.ts'
import { modeOf } from './media-types.ts'
import { answerNdjson } from './ndjson.ts'
import { eventsSchema } from './openapi.ts'
import { startedStream, streamOfBody, wholeBody } from './read-body.ts'
import { type Refused, readSubmission } from './read-submission.ts'
import { requestRefusals } from './request-refusals.ts'
import { countItems, type Item, type SubmitContext, submit } from './submit.ts'

const retryAfterSeconds = 5

const refuse = (reply: FastifyReply, { refused, faults }: Refused) => {
  const answer = problem(refused, faults)
  return reply.code(answer.status).type(problemMediaType).send(answer)
}

/** Refuses a request whose body may not have been read to its end. */
const refuseBody = (request: FastifyRequest, reply: FastifyReply, refused: Refusal) => {
  if (!request.raw.readableEnded) readAway(request.raw)
  if (refused === requestRefusals.CONTENT_CODING) reply.header('accept-encoding', acceptedCodings)
  return refuse(reply, { refused })
}

const answerOne = (reply: FastifyReply, item: Item) => {
  switch (item.status) {
    case 'accepted':
      return reply.code(202).send(item)
    case 'refused':
      return reply.code(422).type(problemMediaType).send(item.problem)
    case 'retry':
      return reply.code(503).header('retry-after', retryAfterSeconds).type(problemMediaType).send(item.problem)
    default:
      return item satisfies never
  }
}

const answerBatch = (reply: FastifyReply, items: readonly Item[]) => {
  const counts = countItems(items)
  if (counts.retry > 0) reply.header('retry-after', retryAfterSeconds)
  return reply.code(202).send({ ...counts, items })
}

/** Answers one line each; of a compressed body the first bytes are awaited, so that a wrong one has its status. */
const answerLines = async (
  request: FastifyRequest,
  reply: FastifyReply,
  coding: Coding | undefined,
  to: SubmitContext,
) => {
  const body = streamOfBody(request.raw, coding)
  const pieces = coding === undefined ? body : await startedStream(body)
  if ('refused' in pieces) return refuseBody(request, reply, pieces.refused)
  return reply
    .code(202)
    .type('application/x-ndjson; charset=utf-8')
    .send(Readable.from(answerNdjson(pieces, to), { objectMode: true, highWaterMark: 1 }))
}

const takeEvents = (options: SubmitContext) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { headers, rawHeaders } = request.raw
  const mode = modeOf(headers)
  if (mode === undefined) return refuseBody(request, reply, httpRefusals.MEDIA_TYPE)
  const coding = codingOf(headers)
  if (coding === 'other') return refuseBody(request, reply, requestRefusals.CONTENT_CODING)
  if (mode === 'lines') return answerLines(request, reply, coding, options)
  const body = await wholeBody(request.raw, coding)
  if ('refused' in body) return refuseBody(request, reply, body.refused)
  const submission = readSubmission(mode, headers, rawHeaders, body.bytes)
  if ('refused' in submission) return refuse(reply, submission)
  if (submission.kind === 'batch') return answerBatch(reply, await submit(submission.events, options))
  const [item] = await submit([submission.event], options)
  return answerOne(reply, item!)
}

/**
 * The door of one department: `POST /<department>/events`.
 * @example
 * const http = await createHttpService({ name: 'finance', logger, ready })
 * await registerIntake(http, { department: 'finance', checks, broker, keys, hubKeys, storeId, clock })
 * registerReceipts(http, { receipts: { finance: hubKeys.receipts }, storeId, receiptState })
 */
export const registerIntake = async (fastify: FastifyInstance, options: SubmitContext): Promise<void> => {
  await fastify.register(async (intake) => {
    // Bodies are read here, byte by byte: Fastify's own parser would change keys and numbers before they are checked.
    intake.removeAllContentTypeParsers()
    intake.addContentTypeParser('*', (_request, _payload, done) => done(null))
    intake.setValidatorCompiler(() => () => true)
    intake.setSerializerCompiler(() => (answer) => JSON.stringify(answer))

    intake.post(`/${options.department}/events`, { schema: eventsSchema(options.department) }, takeEvents(options))
  })
}
