import { eventsOf } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import { earlierExampleEvent, exampleEvent } from '@hub/schemas/example-event.ts'
import { badEnvelopes, goodEnvelopes } from './conformance-envelopes.ts'

/** What an intake must answer: that it would take the event, or a fault of this code at this place (JSON Pointer). */
export type Expected = 'acceptable' | { code: string; pointer: string }

/** An event as somebody might send it, and what an intake must answer in a dry run. */
export type ConformanceCase = {
  /** Unique in the set: the type, and what is special in the event. */
  name: string
  department: SubmittingDepartment
  type: string
  event: Readonly<Record<string, unknown>>
  expected: Expected
}

type Event = ReturnType<typeof exampleEvent>
type Case = Pick<ConformanceCase, 'event' | 'expected'> & { what: string }

/** Every field that a type needs left out, a field that it does not have, and data that is none. */
const badData = (definition: EventDefinition, event: Event): Case[] => {
  const needed = Object.entries(definition.data.shape).filter(
    ([field, schema]) => field in event.data && !schema.safeParse(undefined).success,
  )
  return [
    ...needed.map(([field]): Case => {
      const { [field]: _left, ...data } = event.data
      return {
        what: `without ${field}`,
        event: { ...event, data },
        expected: { code: 'MISSING', pointer: `/data/${field}` },
      }
    }),
    {
      what: 'with a field that it does not have',
      event: { ...event, data: { ...event.data, fieldOfNobody: 1 } },
      expected: { code: 'UNKNOWN_FIELD', pointer: '/data/fieldOfNobody' },
    },
    { what: 'with a text as data', event: { ...event, data: 'text' }, expected: { code: 'TYPE', pointer: '/data' } },
  ]
}

const casesOf = (definition: EventDefinition): Case[] => {
  const event = exampleEvent(definition)
  return [
    { what: 'the example', event, expected: 'acceptable' },
    ...definition.earlier.map(
      (earlier): Case => ({
        what: `the example of version ${earlier.version}`,
        event: earlierExampleEvent(definition, earlier),
        expected: 'acceptable',
      }),
    ),
    ...badData(definition, event),
  ]
}

const ofDepartment = (department: SubmittingDepartment): ConformanceCase[] => {
  const definitions = eventsOf(department)
  // Envelopes are tried on a fact of a person, where there is most that can be wrong.
  const usual = definitions.find(({ streamField }) => streamField === 'person')
  const envelopes = (definition: EventDefinition): Case[] =>
    definition === usual ? [...goodEnvelopes(exampleEvent(definition)), ...badEnvelopes(exampleEvent(definition))] : []
  return definitions.flatMap((definition) =>
    [...casesOf(definition), ...envelopes(definition)].map(({ what, event, expected }, index) => ({
      name: `${definition.type}: ${what}`,
      department,
      type: definition.type,
      // Each has an id of its own, but where the id is what is tried.
      event:
        event.id === `example-${definition.name}` ? { ...event, id: `conform-${definition.name}-${index}` } : event,
      expected,
    })),
  )
}

/** The published set: good and bad events of every type of these departments, one table for hubs and adapters alike. */
export const conformanceSet = (
  departments: readonly SubmittingDepartment[] = submittingDepartments,
): readonly ConformanceCase[] => departments.flatMap(ofDepartment)
