import type { FastifyReply } from 'fastify'
import { type Problem, problemMediaType } from './problem.ts'

/** Seconds after which what can't be answered now may be asked again. */
export const retryAfterSeconds = 5

/** Answers with a problem (RFC 9457), under its own status; one that will pass says when to come back. */
export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply => {
  if (problem.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfterSeconds)
  return reply.code(problem.status).type(problemMediaType).send(JSON.stringify(problem))
}
