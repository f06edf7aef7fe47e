import type { Fault } from '@hub/runtime/problem.ts'
import { citing, type LegalEntry } from '@hub/schemas/law/legal-rule.ts'
import { fault } from './fault.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * That the field `end` does not lie before `begin`, where both are there. Days, months, instants and partial dates;
 * two of different exactness are compared as exactly as both are known.
 */
export const inOrder = (data: Data, begin: string, end: string): readonly Fault[] => {
  const [from, to] = [data[begin], data[end]]
  if (typeof from !== 'string' || typeof to !== 'string') return []
  const exactness = Math.min(from.length, to.length)
  return to.slice(0, exactness) < from.slice(0, exactness) ? [fault('ORDER_OF_DATES', `/${end}`)] : []
}

/** That nobody in `handledBy` has two duties. */
export const separateDuties = (data: Data): readonly Fault[] => {
  if (!Array.isArray(data.handledBy)) return []
  const dutyOf = new Map<string, string>()
  return data.handledBy.flatMap(({ officialId, duty }: { officialId: string; duty: string }, index) => {
    const known = dutyOf.get(officialId)
    dutyOf.set(officialId, known ?? duty)
    return known !== undefined && known !== duty ? [fault('TWO_DUTIES', `/handledBy/${index}`)] : []
  })
}

/** That exactly one of the fields is there. */
export const exactlyOne = (data: Data, ...fields: readonly string[]): readonly Fault[] =>
  fields.filter((field) => data[field] !== undefined).length === 1
    ? []
    : [
        fault('EXACTLY_ONE', `/${fields[0]}`, {
          en: `exactly one of ${fields.join(', ')} is needed`,
          zh: `${fields.join('、')} 须且只能填一个`,
        }),
      ]

/** That the person in `field` is not the fact's own. */
export const anotherPerson = (data: Data, field: string): readonly Fault[] => {
  const related = data[field]
  const other = typeof related === 'object' && related !== null && 'person' in related ? related.person : undefined
  return other !== undefined && JSON.stringify(other) === JSON.stringify(data.person)
    ? [fault('SAME_PERSON', `/${field}/person`)]
    : []
}

/** That one count or amount is not more than another. */
export const notMoreThan = (data: Data, less: string, more: string): readonly Fault[] =>
  typeof data[less] === 'number' && typeof data[more] === 'number' && data[less] > data[more]
    ? [fault('MORE_THAN_ALL', `/${less}`, { en: `${less} is more than ${more}`, zh: `${less} 大于 ${more}` })]
    : []

/**
 * That the fact says who handed it over: `assertedFrom` is one of these authorities, by the article that gives it to them
 * where one is known.
 */
export const handedOverBy = (
  data: Data,
  authority: string | readonly string[],
  law?: Pick<LegalEntry, 'article'>,
): readonly Fault[] => {
  const authorities: readonly unknown[] = [authority].flat()
  if (authorities.includes(data.assertedFrom)) return []
  const words = {
    message: `this fact is handed over by ${authorities.join(' or ')}`,
    messageZh: `该事实应由 ${authorities.join('或 ')} 提供`,
  }
  return [
    fault('ASSERTED_FROM', '/assertedFrom', law ? citing(words, law) : { en: words.message, zh: words.messageZh }),
  ]
}
