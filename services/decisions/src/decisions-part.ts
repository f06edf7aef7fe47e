import {
  contentOf,
  jsonAnswer,
  methodAnswers,
  type OpenApiPart,
  problemAnswer,
  schemaRef,
} from '@hub/runtime/open-api.ts'
import { z } from 'zod'

const decision = {
  type: 'object',
  required: ['status', 'stream'],
  properties: {
    status: { type: 'string', enum: ['decided', 'already-so', 'frozen', 'already-frozen'] },
    stream: { type: 'string' },
    eventId: { type: 'string', format: 'uuid', description: 'of the event that holds it' },
  },
}

type Described = {
  path: string
  operationId: string
  summary: string
  /** The name of its body's schema, and the schema. */
  body: readonly [name: string, schema: z.ZodType]
  /** Statuses of a decision that is taken. */
  taken: Readonly<Record<number, string>>
}

/** The part of the OpenAPI document that one decision is. */
export const decisionPart = ({ path, operationId, summary, body: [name, schema], taken }: Described): OpenApiPart => {
  const { $schema: _, ...asked } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  const answers = Object.entries(taken).map(([status, words]) => [status, jsonAnswer(words, schemaRef('Decision'))])
  const post = {
    tags: ['decisions'],
    operationId,
    summary,
    requestBody: { required: true, content: contentOf(schemaRef(name)) },
    responses: {
      ...Object.fromEntries(answers),
      400: problemAnswer('The body could not be read.'),
      413: problemAnswer('The body is too large.'),
      422: problemAnswer('Refused, with its reasons.'),
      503: problemAnswer('Not now: ask again after the seconds in Retry-After.'),
      ...methodAnswers,
    },
  }
  return { paths: { [path]: { post } }, schemas: { Decision: decision, [name]: asked } }
}
