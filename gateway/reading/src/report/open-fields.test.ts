import { catalogue } from '@hub/schemas/catalogue.ts'
import type { EventDefinition, OpenField } from '@hub/schemas/define-event.ts'
import { describe, expect, it } from 'vitest'
import { beginningOfNames, keyOfNames } from './declared-fields.ts'
import type { ComputedFigure, Condition } from './figure.ts'
import { figures } from './figures.ts'

const speaking = catalogue.filter(({ personField }) => personField !== undefined)
const computed = figures.filter((figure): figure is ComputedFigure => !('derived' in figure))
const ownFields = new Set(['person', 'stream', 'region', 'ordinal'])

/**
 * A field that a figure reads of the events of a name; `values` where only whether it is one of these matters, `said`
 * where only whether there is one.
 */
type Read = { figure: string; name: string; field: string; values?: readonly (string | number)[]; said?: true }

const accepted = ['BenefitApplicationAccepted']

/** The fields by which an event says its own day. */
const ownDay = (figure: string, name: string): Read[] =>
  beginningOfNames([name]).map((field) => ({ figure, name, field }))

const keyFields = (names: readonly string[]) => keyOfNames(names).map(({ field }) => field)

const readsOfConditions = (figure: string, names: readonly string[], conditions: readonly Condition[] = []): Read[] =>
  conditions.flatMap((condition): Read[] => {
    if ('anyOf' in condition) return readsOfConditions(figure, names, condition.anyOf)
    if ('also' in condition) return readsOfConditions(figure, condition.also, condition.where)
    if ('pastPromise' in condition)
      return [
        ...names.flatMap((name) => ownDay(figure, name)),
        ...accepted.flatMap((name) => [...ownDay(figure, name), { figure, name, field: 'promisedDays' }]),
        ...['MaterialsRequested', 'MaterialsSupplied', 'CaseClockSuspended', 'CaseClockResumed'].flatMap((name) =>
          ownDay(figure, name),
        ),
        ...['CaseClockSuspended', 'CaseClockResumed'].map((name) => ({ figure, name, field: 'reason' })),
      ]
    if ('inStream' in condition) return readsOfConditions(figure, condition.inStream, condition.where)
    if ('daysFrom' in condition)
      return names.flatMap((name) =>
        [condition.daysFrom, ...(condition.plus ? [condition.plus] : [])]
          .map((field): Read => ({ figure, name, field }))
          .concat(ownDay(figure, name)),
      )
    if ('hours' in condition)
      return names.flatMap((name) =>
        [...beginningOfNames([name]), ...keyFields([name])]
          .filter((field) => !ownFields.has(field))
          .map((field) => ({ figure, name, field })),
      )
    const values = 'in' in condition ? { values: condition.in } : {}
    const said = 'said' in condition ? { said: true as const } : {}
    return names.map((name) => ({ figure, name, field: condition.field, ...values, ...said }))
  })

type Averaged = Extract<ComputedFigure['aggregate'], { kind: 'average' }>['of']

const fieldsOfAverage = (of: Averaged, names: readonly string[]) =>
  'field' in of ? [of.field] : [of.daysFrom, ...beginningOfNames(names)]

/** What a figure reads of its facts: the top-level fields. */
const readsOf = ({ key, of, aggregate, groupBy }: ComputedFigure): Read[] => {
  const fields = [
    ...(groupBy ? [groupBy] : []),
    ...(of.each ? [of.each] : []),
    ...(of.latest ? [...keyFields(of.names), ...beginningOfNames(of.names)] : []),
    ...(aggregate.kind === 'sum' && !of.each ? aggregate.fields : []),
    ...(aggregate.kind === 'distinct' ? aggregate.by.flat() : []),
    ...(aggregate.kind === 'things' ? keyFields(of.names) : []),
    ...(aggregate.kind === 'longest' ? [...beginningOfNames(of.names), ...keyFields(of.names)] : []),
    ...(aggregate.kind === 'average' ? fieldsOfAverage(aggregate.of, of.names) : []),
    ...(aggregate.kind === 'max' || aggregate.kind === 'min' ? [aggregate.field] : []),
    ...('list' in aggregate ? [aggregate.list] : []),
  ].map((field) => field.split('.')[0]!)
  const conditions = readsOfConditions(key, of.names, of.where)
  const compared = new Set(conditions.filter(({ values }) => values).map(({ field }) => field))
  return [
    ...fields
      // A group is of the values that the figure takes, where it takes only some.
      .filter((field) => !ownFields.has(field) && !(field === groupBy && compared.has(field)))
      .flatMap((field) => of.names.map((name) => ({ figure: key, name, field }))),
    ...conditions,
  ]
}

const reads = computed.flatMap(readsOf)
const openOf = ({ openFields }: EventDefinition, field: string): OpenField | undefined =>
  openFields.find((each) => each.field === field && field !== 'region')

describe('the open fields of the events that speak of a person', () => {
  it('are enough for every figure: what one reads lies open, with that figure as its reason', () => {
    const missing = reads.filter(({ figure, name, field }) =>
      speaking.some((each) => each.name === name && !openOf(each, field)?.figures.includes(figure)),
    )
    expect(missing).toEqual([])
  })

  it('are no more than figures read: each reason is a figure that reads the field', () => {
    const idle = speaking.flatMap(({ name, openFields, streamField }) =>
      openFields
        .filter(({ field }) => field !== 'region' && field !== streamField)
        .flatMap(({ field, figures: reasons }) => reasons.map((figure) => ({ figure, name, field })))
        .filter(
          (open) =>
            !reads.some(
              (read) => `${read.figure} ${read.name} ${read.field}` === `${open.figure} ${open.name} ${open.field}`,
            ),
        ),
    )
    expect(idle).toEqual([])
  })

  it('have of a value only what is compared, and that wholly', () => {
    for (const definition of speaking)
      for (const { field, as } of definition.openFields) {
        const own = reads.filter((read) => read.name === definition.name && read.field === field)
        const onlyThat = own.length > 0 && own.every(({ said }) => said === true)
        expect(onlyThat, `${definition.name}.${field}`).toBe(as?.form === 'said')
        if (as?.form !== 'only' && as?.form !== 'kept' && own.length > 0)
          expect(
            own.some(({ values }) => values === undefined),
            `${definition.name}.${field}`,
          ).toBe(true)
        if (as?.form !== 'only') continue
        const compared = own.flatMap(({ values }) => values ?? [`all of ${field}`])
        expect([...new Set(compared)].sort(), `${definition.name}.${field}`).toEqual([...as.values].sort())
      }
  })

  it('tell the county of the events that a figure counts, and of no others', () => {
    for (const definition of speaking) {
      const counting = computed.filter(({ of }) => of.names.includes(definition.name)).map(({ key }) => key)
      const region = definition.openFields.find(({ field }) => field === 'region')
      expect([...(region?.figures ?? [])].sort(), definition.name).toEqual(counting.sort())
    }
  })
})
