import type { z } from 'zod'
import type { EventDefinition } from './define-event.ts'
import { beginningFields, type OwnTime, type Until } from './own-time.ts'
import { fieldsOfRule, pathOf } from './rules/rule-fields.ts'
import { rulesOf } from './rules/rules-of.ts'
import { schemaAt } from './schema-at.ts'
import { declaredThings, partOf } from './thing.ts'
import { kindOf } from './values/value-kinds.ts'

const dates = new Set(['day', 'month', 'partialDate', 'instant'])

const fieldOf = (until: Until): string => ('last' in until ? until.last : until.firstWithout)

const endFieldsOf = ({ until, ends }: OwnTime): readonly string[] => [
  ...(typeof until === 'object' && !('endOfYear' in until) ? [fieldOf(until)] : []),
  ...(ends ? [fieldOf(ends)] : []),
]

const kindAt = ({ data }: EventDefinition, field: string): string | undefined => {
  const schema = schemaAt(data, [field])
  return schema && kindOf(schema as z.ZodType)?.kind
}

const faultsOfTime = (definition: EventDefinition): string[] => {
  const { time } = definition
  if (!time) return ['does not say its own time']
  const fields = [...beginningFields(definition), ...endFieldsOf(time), ...(time.paidFrom ? [time.paidFrom] : [])]
  const wrong = fields.filter((field) => !dates.has(kindAt(definition, field) ?? ''))
  const year = typeof time.until === 'object' && 'endOfYear' in time.until ? [time.until.endOfYear] : []
  return [
    ...wrong.map((field) => `takes its time from ${field}, which holds no date`),
    ...year
      .filter((field) => !schemaAt(definition.data, [field]))
      .map((field) => `ends with the year in ${field}, which it has not`),
  ]
}

const faultsOfThing = (definition: EventDefinition): string[] => {
  const { thing } = definition
  if (!thing) return ['does not say of what it speaks']
  return declaredThings(definition).flatMap(({ kind, key }) =>
    typeof key === 'string'
      ? []
      : key
          .flat()
          .map(partOf)
          .filter(({ field }) => field !== 'county' && !schemaAt(definition.data, [field]))
          .map(({ field }) => `tells its ${kind} apart by ${field}, which it has not`),
  )
}

const faultsOfLaw = (definition: EventDefinition): string[] => [
  ...(definition.judgedBy ?? [])
    .filter((field) => !dates.has(kindAt(definition, field) ?? ''))
    .map((field) => `is judged by the law of ${field}, which holds no date`),
  ...(definition.judgedBy !== undefined && definition.law.length === 0 ? ['is judged by no law'] : []),
]

const faultsOfRules = (definition: EventDefinition): string[] =>
  rulesOf(definition).flatMap((rule) => {
    const missing = fieldsOfRule(rule).filter((field) => !schemaAt(definition.data, pathOf(field)))
    const law = rule.when && /^law/.test(Object.keys(rule.when).join()) && !rule.law
    return [
      ...missing.map((field) => `has a rule (${rule.code}) on ${field}, which it has not`),
      ...(law ? [`has a rule (${rule.code}) that holds by a law which it does not name`] : []),
    ]
  })

/** What lasts until it is ended, and nothing else speaks of: nothing could end it. */
const faultsOfEnds = (definition: EventDefinition, all: readonly EventDefinition[]): string[] => {
  const { time, thing } = definition
  if (time?.until !== 'ended' || !thing) return []
  const others = all.filter((other) => other !== definition)
  return others.some((other) => declaredThings(other).some(({ kind }) => kind === thing.kind))
    ? []
    : [`lasts until its ${thing.kind} is ended, which nothing else speaks of`]
}

/** What is wrong with what types declare of their own time, of what they speak, of the day of their law and of their rules, a line each; none for a right vocabulary. */
export const declarationFaults = (definitions: readonly EventDefinition[]): readonly string[] =>
  definitions.flatMap((definition) =>
    [
      ...faultsOfTime(definition),
      ...faultsOfThing(definition),
      ...faultsOfLaw(definition),
      ...faultsOfRules(definition),
      ...faultsOfEnds(definition, definitions),
    ].map((fault) => `${definition.type}: ${fault}`),
  )
