import { personId } from '@hub/schemas/values/person.ts'
import type { FastifyInstance } from 'fastify'
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

/** `POST /identity`: links or unlinks two persons; what `hub identity` calls. */
export const registerIdentity = (http: FastifyInstance, identity: IdentityService): void => {
  http.post('/identity', { schema: { hide: true } }, async (request, reply) => {
    const parsed = body.safeParse(request.body)
    if (!parsed.success)
      return reply.code(400).send({
        code: 'BAD_DECISION',
        errors: parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
      })
    const { kind, persons, ...rest } = parsed.data
    const outcome = await identity.decide(kind, { persons: pairOf(...persons), ...rest })
    return reply.code(outcome.status === 'refused' ? 422 : 200).send(outcome)
  })
}
