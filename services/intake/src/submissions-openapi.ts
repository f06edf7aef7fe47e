import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { rejectionReasons } from '@hub/schemas/hub/events.ts'
import { problemContent } from './receipts-openapi.ts'

const item = {
  type: 'object',
  required: ['source', 'id', 'state', 'recordedAt', 'position'],
  properties: {
    source: { type: 'string' },
    id: { type: 'string', description: "the sender's own" },
    state: { enum: ['RECORDED', 'REJECTED'] },
    replaces: { type: 'string', description: '<source>#<id> of what it corrects or retracts' },
    reason: { enum: [...rejectionReasons] },
    detail: { type: 'string' },
    detailZh: { type: 'string' },
    whatToDo: { type: 'string' },
    whatToDoZh: { type: 'string' },
    recordedAt: { type: 'string', format: 'date-time' },
    position: { type: 'string', description: 'where in the log that stands' },
  },
}

/** The OpenAPI description of the feed of a source's own submissions. */
export const submissionsSchema = (department: SubmittingDepartment) => ({
  tags: [department],
  operationId: `listSubmissionsOf-${department}`,
  summary: '本来源已报送事项 What the store holds of what a source has submitted, in store order',
  description:
    'Recorded and rejected submissions under the sender’s own ids. A duplicate leaves nothing behind, and what is still on its way is told by receipts alone. Go on with after=<next>.',
  querystring: {
    type: 'object',
    required: ['source'],
    properties: {
      source: { type: 'string', description: '/departments/<department>/<system>' },
      id: { type: 'array', maxItems: 100, items: { type: 'string' }, description: 'repeated: only these ids' },
      state: { enum: ['RECORDED', 'REJECTED'] },
      after: { type: 'string', pattern: '^[0-9a-f]{32}$', description: 'a position; what stands behind it' },
      limit: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
    },
  },
  response: {
    200: {
      description: 'How many, the position to ask behind the next time, and the submissions.',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['count', 'next', 'items'],
            properties: { count: { type: 'integer' }, next: { type: 'string' }, items: { type: 'array', items: item } },
          },
        },
      },
    },
    400: problemContent('No question of this department’s sender.'),
    503: problemContent('The log is still being read; ask again after the seconds in Retry-After.'),
  },
})
