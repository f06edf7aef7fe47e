import type { exampleEvent } from '@hub/schemas/example-event.ts'

type Event = ReturnType<typeof exampleEvent>
type Changed = { what: string; event: Readonly<Record<string, unknown>> }

const otherDepartment = (event: Event) => (event.type.startsWith('finance.') ? 'hr' : 'finance')

/** An example's envelope as systems and libraries rightly write it, too. */
export const goodEnvelopes = (event: Event): (Changed & { expected: 'acceptable' })[] =>
  Object.entries({
    'with null for an attribute that is not set': { subject: null, correlationid: null },
    'with a small t and z in its time': { time: '2025-03-04t01:30:00z' },
    'with a fraction of a second in its time': { time: '2025-03-04T09:30:00.123456+08:00' },
    'with the content type of its data': { datacontenttype: 'application/json; charset=utf-8' },
    'that corrects a fact': { replaces: `${event.source}#first`, replacesreason: 'clerical-error' },
    'with what it follows from': { correlationid: 'case-1', causationid: 'step-1', sequence: '7' },
    'with tracing': {
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      tracestate: 'congo=t61rcWkgMzE',
    },
    'with the partition key of a broker': { partitionkey: 'p-1' },
    'with an attribute that nobody knows': { attributeofnobody: 'x' },
    'with an id of 120 characters': { id: 'i'.repeat(120) },
    'with an id in Chinese': { id: '支付-2025-01' },
  }).map(([what, change]) => ({ what, event: { ...event, ...change }, expected: 'acceptable' as const }))

const without = (event: Event, name: string) =>
  Object.fromEntries(Object.entries(event).filter(([attribute]) => attribute !== name))

/** An envelope that is wrong in one thing, the code of the fault and its place. */
export const badEnvelopes = (event: Event): (Changed & { expected: { code: string; pointer: string } })[] => {
  const other = otherDepartment(event)
  const changes: readonly (readonly [what: string, change: object, code: string, pointer: string])[] = [
    ['of CloudEvents 0.3', { specversion: '0.3' }, 'NOT_IN_LIST', '/specversion'],
    ['with an empty id', { id: '' }, 'TOO_SMALL', '/id'],
    ['with an id of 121 characters', { id: 'i'.repeat(121) }, 'TOO_BIG', '/id'],
    ['with a number as id', { id: 7 }, 'TYPE', '/id'],
    ['with a citizen number in its id', { id: 'x-430302196803142018' }, 'CITIZEN_NUMBER_MISPLACED', '/id'],
    ['of a source in no form', { source: 'treasury' }, 'FORMAT', '/source'],
    [
      'of another department’s source',
      { source: `/departments/${other}/example` },
      'SOURCE_OF_ANOTHER_DEPARTMENT',
      '/source',
    ],
    [
      'of a type that nobody knows',
      { type: `${event.type.split('.')[0]}.NothingHappened.v1` },
      'TYPE_UNKNOWN',
      '/type',
    ],
    ['of a version that nobody knows', { type: event.type.replace(/\d+$/, '99') }, 'VERSION_UNKNOWN', '/type'],
    ['of another department’s type', { type: `${other}.FactRetracted.v1` }, 'TYPE_OF_ANOTHER_DEPARTMENT', '/type'],
    ['with a time without offset', { time: '2025-03-04T09:30:00' }, 'TIME', '/time'],
    ['with a day as time', { time: '2025-03-04' }, 'TIME', '/time'],
    ['with a time far in the future', { time: '2999-01-01T00:00:00Z' }, 'TIME_IN_THE_FUTURE', '/time'],
    ['with a subject, though it is of a person', { subject: 'person-1' }, 'SUBJECT_OF_A_PERSON', '/subject'],
    ['that replaces what has no id', { replaces: event.source }, 'FORMAT', '/replaces'],
    [
      'that replaces another department’s fact',
      { replaces: `/departments/${other}/example#1` },
      'REPLACES_OF_ANOTHER_DEPARTMENT',
      '/replaces',
    ],
    [
      'with a reason and nothing that it replaces',
      { replacesreason: 'other' },
      'REASON_WITHOUT_REPLACES',
      '/replacesreason',
    ],
    [
      'with a reason that is none',
      { replaces: `${event.source}#1`, replacesreason: 'whim' },
      'NOT_IN_LIST',
      '/replacesreason',
    ],
    ['with a name that is no attribute’s', { Attribute_of_nobody: 'x' }, 'UNKNOWN_FIELD', '/Attribute_of_nobody'],
    ['with an attribute of the hub misspelt', { replace: `${event.source}#1` }, 'ATTRIBUTE_MISSPELT', '/replace'],
    [
      'of a person by the hub’s own id',
      { data: { ...event.data, person: { personId: `1${'a'.repeat(26)}` } } },
      'PERSON_BY_ID',
      '/data/person/personId',
    ],
    [
      'with a citizen number whose check character is wrong',
      { data: { ...event.data, person: { citizenNumber: '430302196803142019' } } },
      'CITIZEN_NUMBER_CHECK_CHARACTER',
      '/data/person/citizenNumber',
    ],
  ]
  return [
    ...['specversion', 'id', 'source', 'type', 'time', 'data'].map((name) => ({
      what: `without ${name}`,
      event: without(event, name),
      expected: { code: 'MISSING', pointer: `/${name}` },
    })),
    ...changes.map(([what, change, code, pointer]) => ({
      what,
      event: { ...event, ...change },
      expected: { code, pointer },
    })),
  ]
}
