import { instant } from '@hub/schemas/values/day.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Clock, isoOf, isSimulated } from './clock.ts'
import { contentOf, jsonAnswer, methodAnswers, type OpenApiPart, problemAnswer, schemaRef } from './open-api.ts'
import { httpRefusals, problem } from './problem.ts'
import { sendProblem } from './send-problem.ts'

const body = z.strictObject({ now: instant })

const part: OpenApiPart = {
  paths: {
    '/clock': {
      get: {
        tags: ['clock'],
        operationId: 'getClock',
        summary: '模拟时钟 The simulated clock of this store',
        responses: { 200: jsonAnswer('What it says.', schemaRef('Clock')), ...methodAnswers },
      },
      put: {
        tags: ['clock'],
        operationId: 'setClock',
        summary: '设置模拟时钟 Sets the simulated clock forwards',
        requestBody: { required: true, content: contentOf(schemaRef('ClockSetting')) },
        responses: {
          204: { description: 'It is set.' },
          422: problemAnswer('No instant, or one before the clock.'),
          ...methodAnswers,
        },
      },
    },
  },
  schemas: {
    Clock: {
      type: 'object',
      required: ['kind', 'now'],
      properties: { kind: { type: 'string', const: 'simulated' }, now: { type: 'string', format: 'date-time' } },
    },
    ClockSetting: {
      type: 'object',
      required: ['now'],
      properties: { now: { type: 'string', format: 'date-time', description: 'UTC, with three decimals' } },
      additionalProperties: false,
    },
  },
}

/** `PUT /clock` sets a simulated clock forwards. It is there only in a store that was founded with one. */
export const registerClock = (http: FastifyInstance, clock: Clock): void => {
  if (!isSimulated(clock)) return
  http.describe(part)
  http.get('/clock', { schema: { hide: true } }, () => ({ kind: clock.kind, now: isoOf(clock.now()) }))
  http.put('/clock', { schema: { hide: true } }, (request, reply) => {
    const parsed = body.safeParse(request.body)
    const at = parsed.success ? Date.parse(parsed.data.now) : Number.NaN
    // Nothing is before NaN: both faults have the one answer.
    if (!(at >= clock.now())) return sendProblem(reply, problem(httpRefusals.CLOCK_REFUSED))
    clock.set(at)
    return reply.code(204).send()
  })
}
