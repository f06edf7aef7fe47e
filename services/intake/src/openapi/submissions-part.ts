import { jsonAnswer, methodAnswers, type OpenApiPart, problemAnswer, schemaRef } from '@hub/runtime/open-api.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { decided } from './answer-schemas.ts'
import { eventNameOf } from './event-schemas.ts'

const text = { type: 'string' } as const

const submission = {
  type: 'object',
  required: ['source', 'id', 'state', 'recordedAt', 'position'],
  properties: {
    source: text,
    id: { ...text, description: "the sender's own" },
    state: { ...text, enum: ['RECORDED', 'REJECTED'] },
    replaces: { ...text, description: '<source>#<id> of what it corrects or retracts' },
    replacedBy: { ...text, description: '<source>#<id> of the last event that corrects or retracts it' },
    receipt: { ...text, description: 'of what is recorded: a receipt of it' },
    ...decided,
  },
}

const parameter = (name: string, schema: object, description?: string) => ({
  name,
  in: 'query',
  ...(description === undefined ? {} : { description }),
  schema,
})

/** The part of the OpenAPI document that the feed of a source's own submissions is. */
export const submissionsPart = (department: SubmittingDepartment): OpenApiPart => {
  const get = {
    tags: [department],
    operationId: `list${eventNameOf(department).replace(/Event$/, '')}Submissions`,
    summary: '本来源已报送事项 What the store holds of what a source has submitted, in store order',
    description:
      'Recorded and rejected submissions under the sender’s own ids. A duplicate leaves nothing behind, and what is still on its way is told by receipts alone. Go on with after=<next>.',
    parameters: [
      { ...parameter('source', text, '/departments/<department>/<system>'), required: true },
      parameter('id', { type: 'array', maxItems: 100, items: text }, 'repeated: only these ids'),
      parameter('state', { ...text, enum: ['RECORDED', 'REJECTED'] }),
      parameter('after', { ...text, pattern: '^[0-9a-f]{32}$' }, 'a position; what stands behind it'),
      parameter('limit', { type: 'integer', minimum: 1, maximum: 1000, default: 100 }),
    ],
    responses: {
      200: jsonAnswer(
        'How many, the position to ask behind the next time, and the submissions.',
        schemaRef('Submissions'),
      ),
      400: problemAnswer('No question of this department’s sender.'),
      503: problemAnswer('The log is still being read; ask again after the seconds in Retry-After.'),
      ...methodAnswers,
    },
  }
  return {
    paths: { [`/${department}/submissions`]: { get } },
    schemas: {
      Submission: submission,
      Submissions: {
        type: 'object',
        required: ['count', 'next', 'items'],
        properties: {
          count: { type: 'integer' },
          next: text,
          items: { type: 'array', items: schemaRef('Submission') },
        },
      },
    },
  }
}
