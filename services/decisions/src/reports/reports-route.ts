import { problem } from '@hub/runtime/problem.ts'
import { sendProblem } from '@hub/runtime/send-problem.ts'
import { formWords } from '@hub/schemas/form-words.ts'
import { isPosition } from '@hub/schemas/format/position.ts'
import { day, isDay, readInstant } from '@hub/schemas/values/day.ts'
import { regionCode } from '@hub/schemas/values/region-code.ts'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sendDecision } from '../decision-answer.ts'
import { decisionPart } from '../decisions-part.ts'
import { readBody } from '../read-body.ts'
import { decisionRefusals } from '../refusals.ts'
import { type FreezingStore, freezeReport } from './freeze-report.ts'

const readTime = (text: string): string | undefined => (isDay(text) ? text : readInstant(text))
const time = z
  .string()
  .refine((text) => readTime(text) !== undefined)
  .register(formWords, {
    en: 'a day YYYY-MM-DD, or an instant with its offset, is needed',
    zh: '应为日期 YYYY-MM-DD 或带时区的时刻',
  })
  .transform((text) => readTime(text) ?? text)

const body = z.strictObject({
  reportName: z.string().trim().min(1).max(80),
  frozenBy: z.string().min(1).max(40),
  note: z.string().min(1).max(500).optional(),
  asOf: time.optional(),
  asKnownAt: z
    .union([z.strictObject({ time }), z.strictObject({ position: z.string().refine(isPosition) })])
    .optional(),
  ofRegion: regionCode.optional(),
  windows: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(60),
        value: z.int().optional(),
        from: day.optional(),
        to: day.optional(),
      }),
    )
    .max(100)
    .optional(),
})

/** `POST /reports`: freezes the work report under a name; what `hub report freeze` calls. */
export const registerReports = (http: FastifyInstance, hub: FreezingStore): void => {
  http.describe(
    decisionPart({
      path: '/reports',
      operationId: 'freezeReport',
      summary: '冻结工作报告 Freezes the work report under a name',
      body: ['ReportFreezing', body],
      taken: { 200: 'It was frozen so earlier.', 201: 'It is frozen.' },
    }),
  )
  http.post('/reports', { schema: { hide: true } }, async (request, reply) => {
    const read = readBody(body, request.body)
    if ('faults' in read) return sendProblem(reply, problem(decisionRefusals.DECISION_REFUSED, read.faults))
    return sendDecision(reply, freezeReport(read.value, hub), (taken) =>
      taken.status === 'decided'
        ? { status: 201, body: { ...taken, status: 'frozen' } }
        : { status: 200, body: { ...taken, status: 'already-frozen' } },
    )
  })
}
