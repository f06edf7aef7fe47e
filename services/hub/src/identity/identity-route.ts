import { fault } from '@hub/intake/fault.ts'
import { parseWith } from '@hub/intake/schema-faults.ts'
import { type Fault, problem, problemMediaType } from '@hub/runtime/problem.ts'
import { personId } from '@hub/schemas/values/person.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import { pairOf } from './identity-link.ts'
import type { IdentityService } from './identity-service.ts'

const body = z.strictObject({
  kind: z.enum(['link', 'unlink']),
  persons: z.tuple([personId, personId]),
  evidence: z.array(z.string().min(1).max(200)).min(1).max(20),
  decidedBy: z.string().min(1).max(40),
  secondDecider: z.string().min(1).max(40),
})

const refuse = (reply: FastifyReply, faults: readonly Fault[]) =>
  reply
    .code(422)
    .type(problemMediaType)
    .send(JSON.stringify(problem('DECISION_REFUSED', faults)))

/** `POST /identity`: links or unlinks two persons; what `hub identity` calls. */
export const registerIdentity = (http: FastifyInstance, identity: IdentityService): void => {
  http.post('/identity', { schema: { hide: true } }, async (request, reply) => {
    const parsed = parseWith(body, request.body)
    if ('faults' in parsed) return refuse(reply, parsed.faults)
    const { kind, persons, ...rest } = parsed.value
    const outcome = await identity.decide(kind, { persons: pairOf(...persons), ...rest })
    if (outcome.status !== 'refused') return reply.send(outcome)
    return refuse(reply, [fault(outcome.refusal.code, outcome.refusal.pointer)])
  })
}
