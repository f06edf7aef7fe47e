import { catalogue } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'
import type { Rule } from '@hub/schemas/rules/rule.ts'
import { birth, today } from '@hub/schemas/rules/rule.ts'
import { isNoticeCode } from '@hub/schemas/rules/rule-catalogue.ts'
import { rulesOf } from '@hub/schemas/rules/rules-of.ts'
import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import { dayAfter, monthAfter } from '@hub/schemas/values/day.ts'
import { describe, expect, it } from 'vitest'
import { brokenRules } from './broken-rules.ts'
import { dateAt, ownDay, type Said, saidAt } from './said.ts'

type Data = Record<string, unknown>

const lookedAt = '2026-06-01'
const definitions = catalogue.filter(({ department }) => department !== 'hub')

const withValue = (data: Data, [step, ...rest]: readonly string[], value: unknown): Data => ({
  ...data,
  [step!]: rest.length === 0 ? value : withValue((data[step!] ?? {}) as Data, rest, value),
})
const put = (data: Data, path: string, value: unknown): Data =>
  path.includes('[]') ? data : withValue(data, path.split('.'), value)

/** The date before or behind another, as exact as that. */
const beside = (date: string, by: number): string => {
  if (date.includes('T')) return new Date(Date.parse(date) + by * 86_400_000).toISOString()
  if (date.length === 10) return dayAfter(date, by)
  return date.length === 7 ? monthAfter(date, by) : String(Number(date) + by)
}
/** A date written as exactly as the field has its own. */
const asIn = (said: Said, field: string, date: string): string => {
  const own = dateAt(said, field)
  if (own?.includes('T')) return `${date.slice(0, 10)}T00:00:00.000Z`
  return own ? date.slice(0, own.length) : date
}

const numberBorn = (day: string) => completeCitizenNumber(`430302${day.replaceAll('-', '')}201`)
const withNumber = (said: Said, number: string) =>
  put(said.data as Data, `${said.definition.personField}.citizenNumber`, number)

/** Data that breaks the rule in one field, made of the example; undefined where its fields are not there to be changed. */
const broken = (rule: Rule, said: Said): Data | undefined | '' => {
  const data = said.data as Data
  switch (rule.kind) {
    case 'inOrder': {
      const edge = dateAt(said, rule.to)
      if (rule.from === birth) return edge && withNumber(said, numberBorn(`${Number(edge.slice(0, 4)) + 1}-01-01`))
      if (rule.to === today) return put(data, rule.from, asIn(said, rule.from, '2031-01-02'))
      if (edge !== undefined) return put(data, rule.from, asIn(said, rule.from, beside(edge, 400)))
      return undefined
    }
    case 'within':
      return rule.from.startsWith('/') ? undefined : put(data, rule.from, asIn(said, rule.from, '2001-01-01'))
    case 'notBefore':
      return put(data, rule.field, '1849-12-31')
    case 'asNumber': {
      if (rule.says === 'birthDate') return put(data, rule.field, beside(String(data[rule.field]), 1))
      if (rule.says === 'sex') return put(data, rule.field, data[rule.field] === '男' ? '女' : '男')
      return put(data, rule.field, { kind: '居民身份证', number: numberBorn('1971-01-01') })
    }
    case 'born':
      return withNumber(said, numberBorn(rule.notBefore === undefined ? '2026-06-02' : '1849-12-31'))
    case 'age': {
      const day = rule.field === undefined ? ownDay(said) : dateAt(said, rule.field)
      if (day === undefined) return undefined
      const born = Number(day.slice(0, 4)) - (rule.least > 0 ? rule.least - 2 : rule.most + 2)
      return withNumber(said, numberBorn(`${born}-01-01`))
    }
    case 'exactlyOne': {
      const [one, other] = rule.fields
      const { [one]: first, ...rest } = data
      return first === undefined ? put(rest, one, data[other]) : put(rest, one, undefined)
    }
    case 'notMoreThan': {
      if (rule.less.includes('[]')) return undefined
      return put(data, rule.less, Number(saidAt(data, rule.more)) + 1)
    }
    case 'different':
      return put(data, rule.fields[1], saidAt(data, rule.fields[0]))
    case 'separateDuties':
      return {
        ...data,
        handledBy: [
          { officialId: 'O-1', duty: '经办' },
          { officialId: 'O-1', duty: '审批' },
        ],
      }
    case 'handedOver':
      return put(data, 'assertedFrom', rule.by.includes('税务') ? '教育' : '税务')
    default:
      return rule satisfies never
  }
}

const saidOf = (definition: EventDefinition): Said => {
  const event = exampleEvent(definition)
  return { definition, data: event.data, time: new Date(Date.parse(event.time)).toISOString(), today: lookedAt }
}

const codes = (said: Said) => {
  const { faults, notices } = brokenRules(said)
  return { faults: faults.map(({ code }) => code as string), notices: notices.map(({ code }) => code as string) }
}

describe('the rules that types declare', () => {
  it('are kept by every example, which is not even noticed', () => {
    const told = definitions.map((definition) => [definition.type, codes(saidOf(definition))] as const)
    expect(told.filter(([, { faults, notices }]) => faults.length + notices.length > 0)).toEqual([])
  })

  it('refuse, or notice, what breaks them in one field, each under its own code', () => {
    const unnoticed: string[] = []
    let tried = 0
    for (const definition of definitions) {
      const said = saidOf(definition)
      for (const rule of rulesOf(definition)) {
        const holds = rule.when === undefined
        const data = holds ? broken(rule, said) : undefined
        if (!data) continue
        tried++
        const { faults, notices } = codes({ ...said, data })
        if (!(isNoticeCode(rule.code) ? notices : faults).includes(rule.code))
          unnoticed.push(`${definition.type} ${JSON.stringify(rule)}`)
      }
    }
    expect(unnoticed).toEqual([])
    expect(tried).toBeGreaterThan(400)
  })
})
