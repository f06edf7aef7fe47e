import { contentOf, jsonAnswer, type OpenApiPart, problemAnswer, schemaRef } from '@hub/runtime/open-api.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import { departments, type SubmittingDepartment } from '@hub/schemas/department.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'
import { submissionSchemas } from './answer-schemas.ts'
import { eventNameOf, eventSchemasOf } from './event-schemas.ts'

const lines = { 'application/x-ndjson': { schema: { type: 'string', description: 'one item a line, then a summary' } } }
const retryAfter = {
  'Retry-After': { description: 'seconds after which the same may be sent again', schema: { type: 'integer' } },
}
/** An answer to one event is a problem, one to a batch has items. */
const problemOrBatch = (description: string) => ({
  description,
  content: {
    ...contentOf(schemaRef('Problem'), 'application/problem+json'),
    ...contentOf(schemaRef('Batch')),
  },
})

const answers = {
  200: {
    description: 'A dry run: nothing speaks against it, and nothing was kept.',
    content: { ...contentOf(schemaRef('DryRun')), ...lines },
  },
  202: {
    description: 'Taken, and durable. Of lines the summary, which comes last, tells what became of them.',
    headers: { Location: { description: 'where the receipt of one event is read', schema: { type: 'string' } } },
    content: { ...contentOf(schemaRef('Taken')), ...lines },
  },
  207: jsonAnswer('A batch of which some was refused, or is to be sent again.', schemaRef('Batch')),
  400: problemAnswer('The body, or the query, cannot be read.'),
  405: problemAnswer('Another method than POST.'),
  411: problemAnswer('No body: neither Content-Length nor Transfer-Encoding tells of one.'),
  413: problemAnswer('Over 8 MB, or over 1,000 events: send lines.'),
  415: problemAnswer('A media type or a content coding that is not taken.'),
  422: problemOrBatch('Refused, with all the faults; or a batch of which all is refused.'),
  503: { ...problemOrBatch('Not now: send the same again after the seconds in Retry-After.'), headers: retryAfter },
}

/** The part of the OpenAPI document that a department's intake is: one schema a type, an example of each. */
export const intakePart = (department: SubmittingDepartment): OpenApiPart => {
  const { titleZh, titleEn } = departments[department]
  const event = eventNameOf(department)
  const definitions = eventsOf(department)
  const examples = Object.fromEntries(
    definitions.map((definition) => [
      definition.name,
      { summary: `${definition.titleZh} ${definition.titleEn}`, value: exampleEvent(definition) },
    ]),
  )
  const first = exampleEvent(definitions[1] ?? definitions[0]!)
  const post = {
    tags: [department],
    operationId: `submit${event}s`,
    summary: `报送事件：${titleZh} Submit events of ${titleEn}`,
    description:
      'Takes events and answers with receipts once they are durable. A body may be compressed: gzip, deflate, br, zstd.',
    parameters: [
      {
        name: 'dry-run',
        in: 'query',
        description: 'checks as a submission is checked, and keeps nothing',
        allowEmptyValue: true,
        schema: { type: 'string', enum: ['', 'true', 'false'] },
      },
    ],
    requestBody: {
      required: true,
      content: {
        'application/cloudevents+json': { schema: schemaRef(event), examples },
        'application/cloudevents-batch+json': {
          schema: { type: 'array', items: schemaRef(event), maxItems: 1000 },
          example: [first],
        },
        'application/json': {
          schema: {
            ...schemaRef(event),
            description: 'The same; or, with ce-* headers, data alone: the binary mode of CloudEvents.',
          },
          example: first,
        },
        'application/x-ndjson': {
          schema: { type: 'string', description: 'one event a line' },
          example: `${JSON.stringify(first)}\n`,
        },
      },
    },
    responses: answers,
  }
  return {
    paths: { [`/${department}/events`]: { post } },
    schemas: { ...submissionSchemas, ...eventSchemasOf(department) },
  }
}
