import { problem } from '@hub/runtime/problem.ts'
import { sendProblem } from '@hub/runtime/send-problem.ts'
import { personId } from '@hub/schemas/values/person.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { DecisionStore } from '../decide-and-append.ts'
import { sendDecision } from '../decision-answer.ts'
import { decisionPart } from '../decisions-part.ts'
import { readBody } from '../read-body.ts'
import { decisionRefusals } from '../refusals.ts'
import { decideIdentity } from './decide-identity.ts'
import { pairOf } from './identity.ts'

const official = z.string().min(1).max(40)
const body = z.strictObject({
  kind: z.enum(['link', 'unlink']),
  persons: z.tuple([personId, personId]),
  evidence: z.array(z.string().min(1).max(200)).min(1).max(20),
  decidedBy: official,
  secondDecider: official,
})

/** `POST /identity`: links or unlinks two persons; what `hub identity` calls. */
export const registerIdentity = (http: FastifyInstance, hub: DecisionStore): void => {
  http.describe(
    decisionPart({
      path: '/identity',
      operationId: 'decideIdentity',
      summary: '人员关联 Links or unlinks two persons',
      body: ['IdentityDecision', body],
      taken: { 200: 'It stands, since now or earlier.' },
    }),
  )
  http.post('/identity', { schema: { hide: true } }, async (request, reply) => {
    const read = readBody(body, request.body)
    if ('faults' in read) return sendProblem(reply, problem(decisionRefusals.DECISION_REFUSED, read.faults))
    const { kind, persons, ...rest } = read.value
    const decision = decideIdentity(kind, { persons: pairOf(...persons), ...rest }, hub)
    return sendDecision(reply, decision, (taken) => ({ status: 200, body: taken }))
  })
}
