import { instant } from '@hub/schemas/values/day.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Clock, isoOf, isSimulated } from './clock.ts'
import { httpRefusals, problem, problemMediaType } from './problem.ts'

const body = z.strictObject({ now: instant })

/** `PUT /clock` sets a simulated clock forwards. It is there only in a store that was founded with one. */
export const registerClock = (http: FastifyInstance, clock: Clock): void => {
  if (!isSimulated(clock)) return
  http.get('/clock', { schema: { hide: true } }, () => ({ kind: clock.kind, now: isoOf(clock.now()) }))
  http.put('/clock', { schema: { hide: true } }, (request, reply) => {
    const parsed = body.safeParse(request.body)
    const at = parsed.success ? Date.parse(parsed.data.now) : Number.NaN
    // Nothing is before NaN: both faults have the one answer.
    if (!(at >= clock.now()))
      return reply
        .code(422)
        .type(problemMediaType)
        .send(JSON.stringify(problem(httpRefusals.CLOCK_REFUSED)))
    clock.set(at)
    return reply.code(204).send()
  })
}
