import { catalogue } from './catalogue.ts'
import type { EventDefinition } from './define-event.ts'
import { departments, type SubmittingDepartment, submittingDepartments } from './department.ts'
import { replacesReasons, sourcePattern, topicOf } from './envelope.ts'
import { type JsonSchema, schemaNameOf, storedJsonSchemaOf, typeOf, versionsOf } from './json-schema.ts'

const text = (maxLength: number): JsonSchema => ({ type: 'string', minLength: 1, maxLength })
const hash: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' }
const instant: JsonSchema = { type: 'string', format: 'date-time' }
const uuid: JsonSchema = { type: 'string', format: 'uuid' }

/** The CloudEvents attributes, as Kafka headers of the binary form carry them. */
const headersSchema: JsonSchema = {
  type: 'object',
  properties: {
    ce_specversion: { const: '1.0' },
    ce_id: text(120),
    ce_source: { type: 'string', pattern: sourcePattern.source },
    ce_type: text(200),
    ce_subject: { ...text(120), description: 'The stream; also the key of the message.' },
    ce_time: instant,
    ce_eventid: uuid,
    ce_contentdigest: { ...hash, description: 'SHA-256 of what was said, after sealing.' },
    ce_admission: { ...hash, description: 'HMAC of the content digest: an intake has checked this.' },
    ce_submission: uuid,
    ce_receivedtime: instant,
    ce_correlationid: text(200),
    ce_causationid: text(200),
    ce_replaces: text(260),
    ce_replacesreason: { enum: [...replacesReasons] },
    ce_sequence: text(40),
    ce_traceparent: text(60),
    ce_dataschema: text(300),
  },
  required: [
    'ce_specversion',
    'ce_id',
    'ce_source',
    'ce_type',
    'ce_subject',
    'ce_time',
    'ce_eventid',
    'ce_contentdigest',
    'ce_admission',
    'ce_submission',
    'ce_receivedtime',
  ],
}

/** The data of a type's messages, under its title. */
const storedSchemaOf = (definition: EventDefinition, version: number): JsonSchema => ({
  title: `${definition.titleZh} ${definition.titleEn}`,
  ...storedJsonSchemaOf(definition, version),
})

const messageOf = (definition: EventDefinition, version: number) => {
  const type = typeOf(definition, version)
  return {
    name: type,
    title: `${definition.titleZh} ${definition.titleEn}`,
    summary: definition.descriptionEn,
    description: definition.descriptionZh,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/CloudEventHeaders' },
    payload: { $ref: `#/components/schemas/${schemaNameOf(definition, version)}` },
    bindings: { kafka: { key: { type: 'string', description: 'The stream, as in ce_subject.' } } },
    'x-json-schema': `json-schema/${type}.json`,
  }
}

const versionedTypesOf = (department: SubmittingDepartment) =>
  catalogue
    .filter((definition) => definition.department === department)
    .flatMap((definition) => versionsOf(definition).map((version) => ({ definition, version })))

const channelOf = (department: SubmittingDepartment) => ({
  address: topicOf(department),
  title: `${departments[department].titleZh} ${departments[department].titleEn}`,
  description: `What the intake of the ${departments[department].titleEn} has admitted; messages of one stream keep their order.`,
  messages: Object.fromEntries(
    versionedTypesOf(department).map(({ definition, version }) => {
      const type = typeOf(definition, version)
      return [type, { $ref: `#/components/messages/${type}` }]
    }),
  ),
  bindings: { kafka: { topic: topicOf(department), partitions: 24 } },
})

const operationsOf = (department: SubmittingDepartment) => ({
  [`publish-${department}`]: {
    action: 'send',
    channel: { $ref: `#/channels/${department}` },
    title: `Publish the facts of ${department}`,
    summary: "The department's intake checks and seals a submission and puts it on the topic.",
  },
  [`record-${department}`]: {
    action: 'receive',
    channel: { $ref: `#/channels/${department}` },
    title: `Record the facts of ${department}`,
    summary: 'The recorder appends each message to the stream that it names, once.',
  },
})

/** The AsyncAPI 3 document of the hub: a channel a department's topic, a message a type and version. */
export const asyncApiDocument = () => ({
  asyncapi: '3.0.0',
  info: {
    title: "Veterans' hub: events of the departments",
    version: '1.0.0',
    description:
      'Events that the intakes put on the topics: CloudEvents 1.0 in the binary form of the Kafka binding. Personal fields are sealed, persons stand by id. What a department sends to its intake is described by the JSON Schema that each message names.',
    license: { name: 'MIT' },
  },
  defaultContentType: 'application/json',
  channels: Object.fromEntries(submittingDepartments.map((department) => [department, channelOf(department)])),
  operations: Object.assign({}, ...submittingDepartments.map(operationsOf)) as Record<string, unknown>,
  components: {
    schemas: {
      CloudEventHeaders: headersSchema,
      ...Object.fromEntries(
        submittingDepartments
          .flatMap(versionedTypesOf)
          .map(({ definition, version }) => [schemaNameOf(definition, version), storedSchemaOf(definition, version)]),
      ),
    },
    messages: Object.fromEntries(
      submittingDepartments
        .flatMap(versionedTypesOf)
        .map(({ definition, version }) => [typeOf(definition, version), messageOf(definition, version)]),
    ),
  },
})
