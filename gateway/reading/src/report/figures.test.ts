import { catalogue } from '@hub/schemas/catalogue.ts'
import { describe, expect, it } from 'vitest'
import type { Aggregate, Condition } from './figure.ts'
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

const fieldsOf = (condition: Exclude<Condition, { also: unknown }>): string[] => {
  if ('inStream' in condition) return []
  if ('daysFrom' in condition) return [condition.daysFrom, condition.to, ...(condition.plus ? [condition.plus] : [])]
  return ['field' in condition ? condition.field : 'decidedOn']
}

const unknownIn = (names: readonly string[], conditions: readonly Condition[] = []): string[] =>
  conditions.flatMap((condition) =>
    'also' in condition
      ? [...unknownFields(condition.also, []), ...unknownIn(condition.also, condition.where)]
      : [
          ...unknownFields(names, fieldsOf(condition)),
          ...('inStream' in condition
            ? [...unknownFields(condition.inStream, []), ...unknownIn(condition.inStream, condition.where)]
            : []),
        ],
  )

/** Each event of a sum has one of its fields: what it has not adds nothing. */
const hasOneOf = (name: string, fields: readonly string[]) =>
  fields.some((field) => unknownFields([name], [field]).length === 0)

type Averaged = Extract<Aggregate, { kind: 'average' }>['of']

const fieldsOfAverage = (of: Averaged) => ('field' in of ? [of.field] : [of.daysFrom, of.to])

describe('the figures', () => {
  it('speak of events and open fields that there are', () => {
    const unknown = figures.flatMap((figure) => {
      if ('derived' in figure) return []
      const { of, aggregate, groupBy } = figure
      const fields = [
        ...(groupBy ? [groupBy] : []),
        ...(of.each ? [of.each] : []),
        ...(of.latest ? [of.latest.per, of.latest.by] : []),
        ...(aggregate.kind === 'distinct' ? aggregate.by.flat() : []),
        ...(aggregate.kind === 'average' ? fieldsOfAverage(aggregate.of) : []),
        ...(aggregate.kind === 'max' || aggregate.kind === 'min' ? [aggregate.field] : []),
      ]
      const unknownSum =
        aggregate.kind === 'sum' && !of.each ? of.names.filter((name) => !hasOneOf(name, aggregate.fields)) : []
      return [...unknownSum, ...unknownFields(of.names, fields), ...unknownIn(of.names, of.where)]
    })
    expect(unknown).toEqual([])
  })

  it('have keys of their own, and open into facts', () => {
    expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length)
    for (const figure of figures) expect(figureBehind(figure).of.names.length).toBeGreaterThan(0)
  })
})
