import type { ExactWords } from '../refusal.ts'
import { isEarlier } from '../values/day.ts'
import { provinceOf } from '../values/region-code.ts'

type Words = { zh: string; en: string }

/** What the law decides in a span of time. */
export type LegalEntry<Value = unknown> = {
  /** Law and article, as an official cites it. */
  article: Words
  /** First day in force; missing where it was so from the start of what is recorded. */
  from?: string
  /** Last day in force; missing while it is. */
  until?: string
  /** Six digits of the province for which it holds; missing for the whole country. */
  province?: string
  decides: Words
  value: Value
  /** Not read in the law but assumed from practice: a province that does otherwise gets an entry of its own. */
  assumed?: true
}

/** A question that the law answers, each time in its own way; the entries say from when to when. */
export type LegalRule<Value = unknown> = {
  /** Its name in the reference. */
  key: string
  titleZh: string
  titleEn: string
  entries: readonly [LegalEntry<Value>, ...LegalEntry<Value>[]]
}

/**
 * What the law decides on a day (or partial date), in a region where provinces differ: the province's own entry before
 * the country's. Undefined for a day of which no entry says anything.
 */
export const lawOn = <Value>(rule: LegalRule<Value>, day: string, region?: string): LegalEntry<Value> | undefined => {
  const inForce = rule.entries.filter(
    ({ from, until }) =>
      !(from !== undefined && isEarlier(day, from)) && !(until !== undefined && isEarlier(until, day)),
  )
  const own = region === undefined ? undefined : inForce.find(({ province }) => province === provinceOf(region))
  return own ?? inForce.find(({ province }) => province === undefined)
}

/** What the law of the country decides today: a term without a day of its own takes it from here. */
export const lastEntryOf = <Value>({ entries }: LegalRule<Value>): LegalEntry<Value> =>
  entries.findLast(({ province }) => province === undefined) ?? entries[0]

/** A refusal's words with the article on which it rests. */
export const citing = (
  { message, messageZh }: { message: string; messageZh: string },
  { article }: Pick<LegalEntry, 'article'>,
): ExactWords => ({ en: `${message} (${article.en})`, zh: `${messageZh}（${article.zh}）` })
