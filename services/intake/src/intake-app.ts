import { Readable } from 'node:stream'
import { problem, problemMediaType } from '@hub/runtime/problem.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerNdjson } from './ndjson.ts'
import { eventsSchema } from './openapi.ts'
import { type Refused, readSubmission } from './read-submission.ts'
import { countItems, type Item, type SubmitContext, submit } from './submit.ts'

/** Most bytes of a body that is not NDJSON. */
const maxBodyBytes = 8 * 1024 * 1024
const retryAfterSeconds = 5

const refuse = (reply: FastifyReply, { refused, faults }: Refused) => {
  const answer = problem(refused, faults)
  return reply.code(answer.status).type(problemMediaType).send(answer)
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

const takeEvents = (options: SubmitContext) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { body } = request
  if (body instanceof Readable)
    return reply
      .code(202)
      .type('application/x-ndjson; charset=utf-8')
      .send(Readable.from(answerNdjson(body, options), { objectMode: true, highWaterMark: 1 }))
  const submission = readSubmission(
    request.headers,
    request.raw.rawHeaders,
    body instanceof Uint8Array ? body : new Uint8Array(),
  )
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
 * registerReceipts(http, { receipts: { finance: hubKeys.receipts }, storeId, receiptStates })
 */
export const registerIntake = async (fastify: FastifyInstance, options: SubmitContext): Promise<void> => {
  await fastify.register(async (intake) => {
    // Bodies are read here, byte by byte: Fastify's own parser would change keys and numbers before they are checked.
    intake.removeAllContentTypeParsers()
    intake.addContentTypeParser(
      ['application/cloudevents+json', 'application/cloudevents-batch+json', 'application/json'],
      { parseAs: 'buffer', bodyLimit: maxBodyBytes },
      (_request, body, done) => done(null, body),
    )
    intake.addContentTypeParser('application/x-ndjson', (_request, payload, done) => done(null, payload))
    intake.setValidatorCompiler(() => () => true)
    intake.setSerializerCompiler(() => (answer) => JSON.stringify(answer))

    intake.post(`/${options.department}/events`, { schema: eventsSchema(options.department) }, takeEvents(options))
  })
}
