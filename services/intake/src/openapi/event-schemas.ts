import { schemaRef } from '@hub/runtime/open-api.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { departments, type SubmittingDepartment } from '@hub/schemas/department.ts'
import { submittedEnvelope } from '@hub/schemas/envelope.ts'
import { type JsonSchema, jsonSchemaOf, schemaNameOf, typeOf, versionsOf } from '@hub/schemas/json-schema.ts'
import { z } from 'zod'
import { withSharedSchemas } from './shared-schemas.ts'

/** What the attributes say, beside what the definition of the envelope does. */
const descriptions: Readonly<Record<string, string>> = {
  id: 'unique in its source; sending the same again is safe',
  source: '/departments/<department>/<system>, of the department that sends it',
  subject: 'left out, or the stream that the data names',
  time: 'RFC 3339, with an offset',
  datacontenttype: 'JSON, in UTF-8',
  replaces: '<source>#<id> of the fact that this one corrects or retracts',
}

/** What is null is not set (JSON format for CloudEvents, 2.2); a traceparent of another version is left out. */
const orNull = ({ pattern, ...schema }: JsonSchema, name: string): JsonSchema => ({
  ...schema,
  type: ['string', 'null'],
  ...(pattern === undefined || name === 'traceparent' ? {} : { pattern }),
  ...(Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {}),
})

/** The attributes that every event has, `type` and `data` apart. */
const eventAttributes = (): JsonSchema => {
  const { properties = {}, required = [] } = z.toJSONSchema(submittedEnvelope, { io: 'input', unrepresentable: 'any' })
  const { type: _type, ...attributes } = properties as Record<string, JsonSchema>
  return {
    type: 'object',
    title: 'Attributes of a CloudEvent',
    description: 'CloudEvents 1.0. Other attributes are taken, left out and told by a notice.',
    required: required.filter((name) => name !== 'type'),
    properties: Object.fromEntries(
      Object.entries(attributes).map(([name, schema]) => [
        name,
        {
          ...(required.includes(name) ? schema : orNull(schema, name)),
          ...(name === 'time' ? { format: 'date-time' } : {}),
          ...(descriptions[name] === undefined ? {} : { description: descriptions[name] }),
        },
      ]),
    ),
  }
}

const pascal = (department: string) =>
  department.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** `FinanceEvent`: what a department's intake takes. */
export const eventNameOf = (department: SubmittingDepartment): string => `${pascal(department)}Event`

const versionsOfDepartment = (department: SubmittingDepartment) =>
  eventsOf(department).flatMap((definition) => versionsOf(definition).map((version) => ({ definition, version })))

const nameOf = (definition: EventDefinition, version: number) => `${schemaNameOf(definition, version)}Event`

const schemasOfType = ({ definition, version }: { definition: EventDefinition; version: number }) => {
  const { $schema: _schema, $id: _id, ...data } = jsonSchemaOf(definition, version)
  const name = schemaNameOf(definition, version)
  const event = {
    title: `${definition.titleZh} ${definition.titleEn}`,
    ...(version === definition.version ? {} : { deprecated: true }),
    allOf: [
      schemaRef('EventAttributes'),
      {
        type: 'object',
        required: ['type', 'data'],
        properties: { type: { type: 'string', const: typeOf(definition, version) }, data: schemaRef(name) },
      },
    ],
  }
  return { [name]: data, [nameOf(definition, version)]: event }
}

/** The named schemas of a department's events: one for the data of each type and version, one for the event, one for any. */
export const eventSchemasOf = (department: SubmittingDepartment): Record<string, unknown> => {
  const versions = versionsOfDepartment(department)
  const refs = versions.map(({ definition, version }) => ({
    type: typeOf(definition, version),
    ...schemaRef(nameOf(definition, version)),
  }))
  const { titleZh, titleEn } = departments[department]
  return {
    EventAttributes: eventAttributes(),
    ...withSharedSchemas(Object.assign({}, ...versions.map(schemasOfType))),
    [eventNameOf(department)]: {
      title: `${titleZh} ${titleEn}`,
      oneOf: refs.map(({ $ref }) => ({ $ref })),
      discriminator: {
        propertyName: 'type',
        mapping: Object.fromEntries(refs.map(({ type, $ref }) => [type, $ref])),
      },
    },
  }
}
