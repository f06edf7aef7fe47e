import { schemaRef } from '@hub/runtime/open-api.ts'
import { rejectionReasons } from '@hub/schemas/hub/events.ts'

const text = { type: 'string' } as const
const count = (description: string) => ({ type: 'integer', minimum: 0, description })
const names = {
  stream: { ...text, description: "where the event goes; told where that is no person's" },
  eventId: { ...text, format: 'uuid', description: "told where the stream is no person's" },
  notices: { type: 'array', items: schemaRef('Fault'), description: 'what is to be known of it, though it is taken' },
}
const item = (status: string, properties: object, required: readonly string[]) => ({
  type: 'object',
  required: ['status', ...required],
  properties: {
    id: { ...text, description: "the sender's own" },
    status: { type: 'string', const: status },
    ...properties,
  },
})
const problem = { problem: schemaRef('Problem') }

const batch = (taken: 'accepted' | 'acceptable', words: string, itemName: string) => ({
  type: 'object',
  description: 'The counts, then one item an event, in order.',
  required: [taken, 'refused', 'retry', 'items'],
  properties: {
    [taken]: count(words),
    refused: count('not taken; the items say why'),
    retry: count('not taken yet: to be sent again after Retry-After'),
    items: {
      type: 'array',
      items: schemaRef(itemName),
    },
  },
})

/** An item of a batch, by its status. */
const oneOfItems = (items: readonly string[]) => ({
  oneOf: items.map(schemaRef),
  discriminator: {
    propertyName: 'status',
    mapping: Object.fromEntries(items.map((name) => [statusOf[name], schemaRef(name).$ref])),
  },
})

const statusOf: Readonly<Record<string, string>> = {
  Accepted: 'accepted',
  Acceptable: 'acceptable',
  RefusedItem: 'refused',
  RetryItem: 'retry',
}

/** What the intake answers to a submission. */
export const submissionSchemas = {
  Accepted: item('accepted', { receipt: { ...text, description: 'the token of GET /receipts/{token}' }, ...names }, [
    'id',
    'receipt',
  ]),
  Acceptable: item('acceptable', names, ['id']),
  RefusedItem: item('refused', problem, ['problem']),
  RetryItem: item('retry', problem, ['id', 'problem']),
  BatchItem: oneOfItems(['Accepted', 'RefusedItem', 'RetryItem']),
  DryRunItem: oneOfItems(['Acceptable', 'RefusedItem', 'RetryItem']),
  BatchAnswer: batch('accepted', 'durable in the queue, each with a receipt', 'BatchItem'),
  DryRunAnswer: batch('acceptable', 'nothing speaks against them; nothing was kept', 'DryRunItem'),
  Taken: { description: 'What was taken: one event, or a batch.', oneOf: ['Accepted', 'BatchAnswer'].map(schemaRef) },
  DryRun: {
    description: 'What would be taken: one event, or a batch.',
    oneOf: ['Acceptable', 'DryRunAnswer'].map(schemaRef),
  },
  Batch: { description: 'A batch, or the dry run of one.', oneOf: ['BatchAnswer', 'DryRunAnswer'].map(schemaRef) },
}

/** What the store says of a submission that it decided: why it was rejected, when, and where that stands. */
export const decided = {
  reason: { ...text, enum: [...rejectionReasons] },
  detail: text,
  detailZh: text,
  whatToDo: text,
  whatToDoZh: text,
  recordedAt: { ...text, format: 'date-time' },
  position: { ...text, description: 'where in the log that stands' },
}

/** What is answered to receipts. */
export const receiptSchemas = {
  Receipt: {
    type: 'object',
    title: 'What became of a submission',
    required: ['state'],
    properties: {
      state: { type: 'string', enum: ['PENDING', 'RECORDED', 'DUPLICATE', 'REJECTED'] },
      source: { ...text, description: "the sender's own, once it is decided" },
      id: { ...text, description: "the sender's own, once it is decided" },
      stream: names.stream,
      eventId: names.eventId,
      ...decided,
      replacedBy: { ...text, description: '<source>#<id> of the last event that corrects or retracts the fact' },
    },
  },
  ReceiptProblem: { type: 'object', required: ['problem'], properties: problem },
  ReceiptsRequest: {
    type: 'object',
    required: ['tokens'],
    properties: {
      tokens: { type: 'array', minItems: 1, maxItems: 1000, items: { type: 'string' } },
    },
  },
  ReceiptsAnswer: {
    type: 'object',
    description: 'How many have each state, then one item a receipt, in order.',
    required: ['pending', 'recorded', 'duplicate', 'rejected', 'refused', 'items'],
    properties: {
      pending: count('accepted, and on their way: ask again'),
      recorded: count('in the store, for ever'),
      duplicate: count('the same had been recorded before'),
      rejected: count('not recorded; the items say why'),
      refused: count('receipts that cannot be read here; the items have a problem'),
      items: { type: 'array', items: schemaRef('ReceiptItem') },
    },
  },
  ReceiptItem: { anyOf: [schemaRef('Receipt'), schemaRef('ReceiptProblem')] },
}
