import { catalogue } from '@hub/schemas/catalogue.ts'
import { describe, expect, it } from 'vitest'
import { beginningOfNames, endingOfNames, keyOfNames } from './declared-fields.ts'
import type { Aggregate, ComputedFigure, Condition } from './figure.ts'
import { figures } from './figures.ts'
import { figureBehind } from './work-report.ts'

const definitions = Map.groupBy(catalogue, ({ name }) => name)
const ownFields = new Set(['person', 'stream', 'region'])

/** Names and fields that figures speak of and no event has. */
const unknownFields = (names: readonly string[], fields: readonly string[]): string[] =>
  names.flatMap((name) => {
    const [definition] = definitions.get(name) ?? []
    if (!definition) return [name]
    return fields
      .map((field) => field.split('.')[0]!)
      .filter((field) => !ownFields.has(field) && !(field in definition.data.shape))
      .map((field) => `${name}.${field}`)
  })

const fieldsOf = (condition: Exclude<Condition, { also: unknown } | { anyOf: unknown }>): string[] => {
  if ('inStream' in condition) return []
  if ('daysFrom' in condition) return [condition.daysFrom, ...(condition.plus ? [condition.plus] : [])]
  return 'field' in condition ? [condition.field] : []
}

const unknownIn = (names: readonly string[], conditions: readonly Condition[] = []): string[] =>
  conditions.flatMap((condition) => {
    if ('anyOf' in condition) return unknownIn(names, condition.anyOf)
    if ('also' in condition)
      return [...unknownFields(condition.also, []), ...unknownIn(condition.also, condition.where)]
    return [
      ...unknownFields(names, fieldsOf(condition)),
      ...('inStream' in condition
        ? [...unknownFields(condition.inStream, []), ...unknownIn(condition.inStream, condition.where)]
        : []),
    ]
  })

/** Each event of a sum has one of its fields: what it has not adds nothing. */
const hasOneOf = (name: string, fields: readonly string[]) =>
  fields.some((field) => unknownFields([name], [field]).length === 0)

type Averaged = Extract<Aggregate, { kind: 'average' }>['of']

const fieldsOfAverage = (of: Averaged) => ['field' in of ? of.field : of.daysFrom]

const computed = figures.filter((figure): figure is ComputedFigure => !('derived' in figure))

/** The days from which a figure counts to a fact's own day. */
const spansOf = ({ of, aggregate }: ComputedFigure): readonly string[] => [
  ...(of.where ?? []).flatMap((condition) => ('daysFrom' in condition ? [condition.daysFrom] : [])),
  ...(aggregate.kind === 'average' && 'daysFrom' in aggregate.of ? [aggregate.of.daysFrom] : []),
]

/** By what a figure tells things apart, where that is what their types declare. */
const keySaidAgain = ({ of, aggregate }: ComputedFigure): boolean => {
  // Persons are counted as such, whatever is told of them.
  if (aggregate.kind !== 'distinct' || aggregate.by.flat().join() === 'person') return false
  const keys = of.names.map((name) => JSON.stringify(keyOfNames([name]).map(({ field }) => [field])))
  return keys.every((key) => key === JSON.stringify(aggregate.by))
}

describe('the figures', () => {
  it('speak of events and open fields that there are', () => {
    const unknown = figures.flatMap((figure) => {
      if ('derived' in figure) return []
      const { of, aggregate, groupBy } = figure
      const fields = [
        ...(groupBy ? [groupBy] : []),
        ...(of.each ? [of.each] : []),
        ...(aggregate.kind === 'distinct' ? aggregate.by.flat() : []),
        ...(aggregate.kind === 'average' ? fieldsOfAverage(aggregate.of) : []),
        ...(aggregate.kind === 'max' || aggregate.kind === 'min' ? [aggregate.field] : []),
        ...('list' in aggregate ? [aggregate.list] : []),
      ]
      const unknownSum =
        aggregate.kind === 'sum' && !of.each ? of.names.filter((name) => !hasOneOf(name, aggregate.fields)) : []
      return [...unknownSum, ...unknownFields(of.names, fields), ...unknownIn(of.names, of.where)]
    })
    expect(unknown).toEqual([])
  })

  it('take the own time and the keys of things from what types declare, and name no field for them', () => {
    const said = computed.filter(
      (figure) =>
        keySaidAgain(figure) || spansOf(figure).some((field) => beginningOfNames(figure.of.names).includes(field)),
    )
    expect(said.map(({ key }) => key)).toEqual([])
    for (const figure of computed) {
      const { of, aggregate } = figure
      if (spansOf(figure).length > 0 || aggregate.kind === 'longest')
        expect(beginningOfNames(of.names).length, figure.key).toBeGreaterThan(0)
      if (aggregate.kind === 'things' || of.latest) expect(keyOfNames(of.names), figure.key).not.toEqual([])
      if (aggregate.kind !== 'longest') continue
      expect(endingOfNames([aggregate.until]), figure.key).toHaveLength(1)
      expect(keyOfNames([aggregate.until]), figure.key).toEqual(keyOfNames(of.names))
    }
  })

  it('have keys of their own, and open into facts', () => {
    expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length)
    for (const figure of figures) expect(figureBehind(figure).of.names.length).toBeGreaterThan(0)
  })
})
