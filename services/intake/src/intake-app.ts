import { readAway } from '@hub/runtime/http.ts'
import { httpRefusals, problem } from '@hub/runtime/problem.ts'
import { sendProblem } from '@hub/runtime/send-problem.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answerBatch, answerLines, answerOne } from './answers.ts'
import { acceptedCodings, codingOf } from './content-coding.ts'
import { modeOf } from './media-types.ts'
import { intakePart } from './openapi/intake-part.ts'
import type { Work } from './prepare.ts'
import { startedStream, streamOfBody, wholeBody } from './read-body.ts'
import type { Refused } from './read-json.ts'
import { requestRefusals } from './request-refusals.ts'
import { type SubmitContext, type Taken, take } from './submit.ts'
import { ThreadEnded } from './threads/intake-threads.ts'

const refuse = (reply: FastifyReply, { refused, faults }: Refused) => sendProblem(reply, problem(refused, faults))

/** Refuses a request whose body may not have been read to its end. */
const refuseBody = (request: FastifyRequest, reply: FastifyReply, refused: Refusal) => {
  if (!request.raw.readableEnded) readAway(request.raw)
  if (refused === requestRefusals.CONTENT_CODING) reply.header('accept-encoding', acceptedCodings)
  return refuse(reply, { refused })
}

/** What the query asks; a misspelt word would else make a submission of a dry run. */
const readQuery = (query: unknown): { trial: boolean } | undefined => {
  const { 'dry-run': dryRun, ...others } = query as Record<string, unknown>
  if (Object.keys(others).length > 0) return undefined
  if (dryRun === undefined || dryRun === 'false') return { trial: false }
  return dryRun === '' || dryRun === 'true' ? { trial: true } : undefined
}

const takeEvents = (options: SubmitContext) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { headers, rawHeaders } = request.raw
  const asked = readQuery(request.query)
  if (!asked) return refuseBody(request, reply, requestRefusals.QUERY_UNKNOWN)
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
  if (!hasBody) return refuseBody(request, reply, requestRefusals.LENGTH_REQUIRED)
  const context = { ...options, ...asked }
  const mode = modeOf(headers)
  if (mode === undefined) return refuseBody(request, reply, httpRefusals.MEDIA_TYPE)
  const coding = codingOf(headers)
  if (coding === 'other') return refuseBody(request, reply, requestRefusals.CONTENT_CODING)
  if (mode === 'lines') {
    const body = streamOfBody(request.raw, coding)
    // Of a compressed body the first bytes are awaited, so that a wrong one has its status.
    const pieces = coding === undefined ? body : await startedStream(body)
    return 'refused' in pieces ? refuseBody(request, reply, pieces.refused) : answerLines(reply, pieces, context)
  }
  const body = await wholeBody(request.raw, coding)
  if ('refused' in body) return refuseBody(request, reply, body.refused)
  const taken = await takeBody({ kind: 'body', mode, headers, rawHeaders, bytes: body.bytes }, context)
  if ('refused' in taken) return refuse(reply, taken)
  return taken.kind === 'batch' ? answerBatch(reply, taken.items, context.trial) : answerOne(reply, taken.items[0]!)
}

const takeBody = async (work: Work, context: SubmitContext): Promise<Taken> => {
  try {
    return await take(work, context)
  } catch (error) {
    if (error instanceof ThreadEnded) return { refused: httpRefusals.UNAVAILABLE }
    throw error
  }
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
    intake.addContentTypeParser('*', (_request, _payload, done) => done(null))
    intake.describe(intakePart(options.department))
    intake.post(`/${options.department}/events`, { schema: { hide: true } }, takeEvents(options))
  })
}
