import { rejectionReasons } from '@hub/schemas/hub/events.ts'

/** An answer that is a problem. */
export const problemContent = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { type: 'object', additionalProperties: true } } },
})

const count = (description: string) => ({ type: 'integer', minimum: 0, description })

/** What is told of an attempt that is decided or on its way. */
const receiptItem = {
  type: 'object',
  description: 'What became of a submission; or a problem, where the receipt cannot be read here.',
  properties: {
    state: { enum: ['PENDING', 'RECORDED', 'DUPLICATE', 'REJECTED'] },
    source: { type: 'string', description: "the sender's own, once it is decided" },
    id: { type: 'string', description: "the sender's own, once it is decided" },
    stream: { type: 'string', description: 'not told of a person' },
    eventId: { type: 'string', description: 'not told of a person' },
    reason: { enum: [...rejectionReasons] },
    detail: { type: 'string' },
    detailZh: { type: 'string' },
    whatToDo: { type: 'string' },
    whatToDoZh: { type: 'string' },
    recordedAt: { type: 'string', format: 'date-time' },
    position: { type: 'string', description: 'where in the log that stands' },
    replacedBy: { type: 'string', description: '<source>#<id> of the last event that corrects or retracts the fact' },
    problem: { type: 'object', additionalProperties: true },
  },
}

/** The OpenAPI description of many receipts' states, asked for at once. */
export const receiptsSchema = (tag: string) => ({
  tags: [tag],
  operationId: tag === 'receipts' ? 'readReceipts' : `readReceiptsOf-${tag}`,
  summary: '批量查询回执 What became of up to 1,000 submissions, in the order of their receipts',
  body: {
    type: 'object',
    required: ['tokens'],
    properties: {
      tokens: { type: 'array', minItems: 1, maxItems: 1000, items: { type: 'string', maxLength: 512 } },
    },
  },
  response: {
    200: {
      description: 'How many have each state, then one item a receipt, in order.',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['pending', 'recorded', 'duplicate', 'rejected', 'refused', 'items'],
            properties: {
              pending: count('accepted, and on their way: ask again'),
              recorded: count('in the store, for ever'),
              duplicate: count('the same had been recorded before'),
              rejected: count('not recorded; the items say why'),
              refused: count('receipts that cannot be read here; the items have a problem'),
              items: { type: 'array', items: receiptItem },
            },
          },
        },
      },
    },
    400: problemContent('No list of 1 to 1,000 receipts.'),
  },
})
