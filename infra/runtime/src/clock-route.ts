import { instant } from '@hub/schemas/values/day.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Clock, isoOf, isSimulated } from './clock.ts'

const body = z.strictObject({ now: instant })

/** `PUT /clock` sets a simulated clock forwards. It is there only in a store that was founded with one. */
export const registerClock = (http: FastifyInstance, clock: Clock): void => {
  if (!isSimulated(clock)) return
  http.get('/clock', { schema: { hide: true } }, () => ({ kind: clock.kind, now: isoOf(clock.now()) }))
  http.put('/clock', { schema: { hide: true } }, (request, reply) => {
    const parsed = body.safeParse(request.body)
    if (!parsed.success)
      return reply.code(400).send({ code: 'BAD_CLOCK', detail: '{ "now": "<UTC instant>" } is needed' })
    const at = Date.parse(parsed.data.now)
    if (at < clock.now())
      return reply.code(409).send({ code: 'CLOCK_GOES_BACK', detail: 'the clock only goes forwards' })
    clock.set(at)
    return reply.code(204).send()
  })
}
