import { schemaRef } from '@hub/runtime/open-api.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { departments, type SubmittingDepartment } from '@hub/schemas/department.ts'
import { replacesReasons } from '@hub/schemas/envelope.ts'
import { jsonSchemaOf, schemaNameOf, typeOf, versionsOf } from '@hub/schemas/json-schema.ts'

const text = (maxLength: number, description?: string) => ({
  type: 'string',
  minLength: 1,
  maxLength,
  ...(description === undefined ? {} : { description }),
})

/** The attributes that every event has, `type` and `data` apart. */
const eventAttributes = {
  type: 'object',
  title: 'Attributes of a CloudEvent',
  description: 'CloudEvents 1.0. Other attributes are taken, left out and told by a notice.',
  required: ['specversion', 'id', 'source', 'time'],
  properties: {
    specversion: { type: 'string', const: '1.0' },
    id: text(120, 'unique in its source; sending the same again is safe'),
    source: {
      type: 'string',
      pattern: '^/departments/(veteran-affairs|civil-affairs|finance|hr)/[a-z0-9][a-z0-9-]{0,39}$',
      description: '/departments/<department>/<system>, of the department that sends it',
    },
    subject: { ...text(200, 'left out, or the stream that the data names'), type: ['string', 'null'] },
    time: { type: 'string', format: 'date-time', description: 'RFC 3339, with an offset' },
    datacontenttype: { type: ['string', 'null'], maxLength: 200, description: 'JSON, in UTF-8' },
    dataschema: { type: ['string', 'null'], maxLength: 300 },
    correlationid: { ...text(200), type: ['string', 'null'] },
    causationid: { ...text(200), type: ['string', 'null'] },
    replaces: {
      type: ['string', 'null'],
      maxLength: 260,
      pattern: '^/departments/[^#]+#.+$',
      description: '<source>#<id> of the fact that this one corrects or retracts',
    },
    replacesreason: { type: ['string', 'null'], enum: [...replacesReasons, null] },
    sequence: { type: ['string', 'null'], maxLength: 40 },
    traceparent: { type: ['string', 'null'], maxLength: 60 },
  },
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
    EventAttributes: eventAttributes,
    ...Object.assign({}, ...versions.map(schemasOfType)),
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
