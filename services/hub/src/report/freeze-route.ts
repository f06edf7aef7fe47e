import { isPosition } from '@hub/schemas/format/position.ts'
import { isDay, readInstant } from '@hub/schemas/values/day.ts'
import { regionCode } from '@hub/schemas/values/region-code.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { FreezeService } from './freeze-service.ts'

const time = z
  .string()
  .transform((text) => (isDay(text) ? text : readInstant(text)))
  .pipe(z.string())

const body = z.strictObject({
  reportName: z.string().trim().min(1).max(80),
  frozenBy: z.string().min(1).max(40),
  note: z.string().min(1).max(500).optional(),
  asOf: time.optional(),
  asKnownAt: z
    .union([z.strictObject({ time }), z.strictObject({ position: z.string().refine(isPosition) })])
    .optional(),
  ofRegion: regionCode.optional(),
})

/** `POST /reports`: freezes the work report under a name; what `hub report freeze` calls. */
export const registerFreeze = (http: FastifyInstance, reports: FreezeService): void => {
  http.post('/reports', { schema: { hide: true } }, async (request, reply) => {
    const parsed = body.safeParse(request.body)
    if (!parsed.success)
      return reply.code(400).send({
        code: 'BAD_REPORT',
        errors: parsed.error.issues.map((issue) => ({ field: issue.path.join('.'), message: issue.message })),
      })
    const outcome = await reports.freeze(parsed.data)
    const status = outcome.status === 'refused' ? 409 : outcome.status === 'frozen' ? 201 : 200
    return reply.code(status).send(outcome)
  })
}
