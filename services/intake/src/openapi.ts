import { eventsOf } from '@hub/schemas/catalogue.ts'
import { departments, type SubmittingDepartment } from '@hub/schemas/department.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'

const problemAnswer = (description: string) => ({
  description,
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'code'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          titleZh: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          detailZh: { type: 'string' },
          code: { type: 'string' },
          errors: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                pointer: { type: 'string', description: 'JSON Pointer into the event' },
                code: { type: 'string' },
                message: { type: 'string' },
                messageZh: { type: 'string' },
                whatToDo: { type: 'string' },
                whatToDoZh: { type: 'string' },
              },
            },
          },
        },
      },
    },
  },
})

const event = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'time', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', description: 'unique in its source; sending the same again is safe' },
    source: { type: 'string', description: '/departments/<department>/<system>' },
    type: { type: 'string' },
    time: { type: 'string', format: 'date-time' },
    replaces: { type: 'string', description: '<source>#<id> of the fact that this one corrects or retracts' },
    data: { type: 'object' },
  },
}

const exampleOf = (value: unknown) => ({ example: { value } })

/** The OpenAPI description of a department's intake, with an example of each of its events. */
export const eventsSchema = (department: SubmittingDepartment) => {
  const { titleZh, titleEn } = departments[department]
  const definitions = eventsOf(department)
  const examples = Object.fromEntries(
    definitions.map((definition) => [
      definition.name,
      { summary: `${definition.titleZh} ${definition.titleEn}`, value: exampleEvent(definition) },
    ]),
  )
  const first = exampleEvent(definitions[1] ?? definitions[0]!)
  return {
    tags: [department],
    summary: `${titleZh} ${titleEn}`,
    description: 'Takes events and answers with receipts once they are durable. Types: the names in the examples.',
    body: {
      content: {
        'application/cloudevents+json': { schema: { ...event, 'x-examples': examples } },
        'application/cloudevents-batch+json': {
          schema: { type: 'array', items: event, minItems: 1, maxItems: 1000, 'x-examples': exampleOf([first]) },
        },
        'application/json': {
          schema: {
            type: 'object',
            description: 'An event; or its data, with the attributes as ce-* headers.',
            'x-examples': exampleOf(first),
          },
        },
        'application/x-ndjson': {
          schema: { type: 'string', 'x-examples': exampleOf(`${JSON.stringify(first)}\n`) },
        },
      },
    },
    response: {
      202: {
        description: 'Taken: a receipt, or one item an event (NDJSON: one line each and a summary).',
        content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
      },
      400: problemAnswer('The body could not be read.'),
      413: problemAnswer('Too large; send NDJSON.'),
      415: problemAnswer('Media type not taken.'),
      422: problemAnswer('The event has faults, all of them listed.'),
      503: problemAnswer('Try again after the seconds in Retry-After.'),
    },
  }
}

/** The OpenAPI description of a receipt's state. */
export const receiptSchema = {
  tags: ['receipts'],
  summary: '回执状态 What became of a submission: PENDING, RECORDED, DUPLICATE or REJECTED',
  params: { type: 'object', properties: { token: { type: 'string' } } },
  response: {
    200: {
      description: 'The state of the submission.',
      content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } },
    },
    404: problemAnswer('The hub gave no such receipt.'),
    410: problemAnswer('The receipt is of another store.'),
  },
}
