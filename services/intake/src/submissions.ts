import type { SubmissionIndex, SubmissionsQuestion } from '@hub/event-store/submission-index.ts'
import { problem, problemMediaType } from '@hub/runtime/problem.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { departmentOfSource } from '@hub/schemas/envelope.ts'
import { isPosition } from '@hub/schemas/format/position.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { submissionsPart } from './openapi/submissions-part.ts'
import { requestRefusals } from './request-refusals.ts'

export type SubmissionsOptions = {
  department: SubmittingDepartment
  submissions: Pick<SubmissionIndex, 'ask'>
}

/** Most submissions of an answer, and most ids that are asked for at once. */
export const mostSubmissions = 1_000
export const mostIdsAsked = 100
const usualSubmissions = 100
const retryAfterSeconds = 5
const names = ['source', 'id', 'state', 'after', 'limit']

/** What is asked; undefined where it is no question of this department's sender. */
const questionOf = (
  query: Record<string, unknown>,
  department: SubmittingDepartment,
): SubmissionsQuestion | undefined => {
  if (Object.keys(query).some((name) => !names.includes(name))) return undefined
  const { source, id, state, after, limit = String(usualSubmissions) } = query
  if (typeof source !== 'string' || departmentOfSource(source) !== department) return undefined
  const ids = id === undefined ? undefined : [id].flat()
  if (ids && (ids.length > mostIdsAsked || ids.some((one) => typeof one !== 'string' || one === ''))) return undefined
  if (state !== undefined && state !== 'RECORDED' && state !== 'REJECTED') return undefined
  if (after !== undefined && (typeof after !== 'string' || !isPosition(after))) return undefined
  if (typeof limit !== 'string' || !/^[1-9]\d{0,3}$/.test(limit) || Number(limit) > mostSubmissions) return undefined
  return { source, ids: ids as string[] | undefined, state, after, limit: Number(limit) }
}

const refuse = (reply: FastifyReply, refusal: Refusal) => {
  const answer = problem(refusal)
  return reply.code(answer.status).type(problemMediaType).send(answer)
}

/**
 * `GET /<department>/submissions`: what the store says of what a source has submitted, by the sender's own ids. Of whom
 * they are is never told, neither a stream nor a type: whoever asks learns that a source has used an id, and when.
 */
export const registerSubmissions = (http: FastifyInstance, { department, submissions }: SubmissionsOptions): void => {
  const route = {
    schema: { hide: true },
    // What is asked is checked here, by hand: a fault is answered in the hub's own words.
    validatorCompiler: () => () => true,
    serializerCompiler: () => (answer: unknown) => JSON.stringify(answer),
  }
  http.describe(submissionsPart(department))
  http.get(`/${department}/submissions`, route, async (request, reply) => {
    const question = questionOf(request.query as Record<string, unknown>, department)
    if (!question) return refuse(reply, requestRefusals.SUBMISSIONS_QUERY)
    const answer = await submissions.ask(question)
    if (!answer) return refuse(reply.header('retry-after', retryAfterSeconds), requestRefusals.SUBMISSIONS_NOT_READ)
    return reply.send({ count: answer.items.length, next: answer.next, items: answer.items })
  })
}
