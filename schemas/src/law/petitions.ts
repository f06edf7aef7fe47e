import type { LegalEntry, LegalRule } from './legal-rule.ts'

/** Days of a term, and how many of them may be added. */
export type Term = { days: number; extension?: number }

const firstDay = '2022-05-01'
const old = { zh: '《信访条例》（国令第431号）', en: 'Regulations on Letters and Visits (Order 431)' }
const now = { zh: '《信访工作条例》', en: 'Regulations on Petition Work' }

type Words = { zh: string; en: string }

/** The terms were the same under the regulations of 2005. Where no article was read, the term is assumed. */
const sinceThen = (decides: Words, value: Term, article?: Words): [LegalEntry<Term>, LegalEntry<Term>] => [
  { article: old, until: '2022-04-30', decides, value, assumed: true },
  {
    article: article === undefined ? now : { zh: `${now.zh}${article.zh}`, en: `${now.en}, ${article.en}` },
    from: firstDay,
    decides,
    value,
    ...(article === undefined ? { assumed: true } : {}),
  },
]

/** How soon a petitioner is told whether the petition is dealt with. */
export const petitionAcceptance: LegalRule<Term> = {
  key: 'petition-acceptance',
  titleZh: '信访事项受理告知期限',
  titleEn: 'How soon a petitioner is told whether the petition is dealt with',
  entries: sinceThen(
    { zh: '自收到之日起十五日内书面告知', en: 'in writing, within fifteen days of receipt' },
    { days: 15 },
  ),
}

/** How soon a petition is answered. */
export const petitionAnswer: LegalRule<Term> = {
  key: 'petition-answer',
  titleZh: '信访事项办结期限',
  titleEn: 'How soon a petition is answered',
  entries: sinceThen(
    {
      zh: '自受理之日起六十日内办结；情况复杂的经批准可延长，延长不超过三十日',
      en: 'within sixty days of acceptance; up to thirty more with approval where the matter is involved',
    },
    { days: 60, extension: 30 },
    { zh: '第三十四条', en: 'art. 34' },
  ),
}

/** How soon a review is made. */
export const petitionReview: LegalRule<Term> = {
  key: 'petition-review',
  titleZh: '信访事项复查期限',
  titleEn: 'How soon an answer is reviewed',
  entries: sinceThen(
    { zh: '自收到复查请求之日起三十日内提出复查意见', en: 'within thirty days of the request' },
    { days: 30 },
    { zh: '第三十五条', en: 'art. 35' },
  ),
}

/** How soon a recheck is made. */
export const petitionRecheck: LegalRule<Term> = {
  key: 'petition-recheck',
  titleZh: '信访事项复核期限',
  titleEn: 'How soon a review is rechecked',
  entries: sinceThen(
    { zh: '自收到复核请求之日起三十日内提出复核意见', en: 'within thirty days of the request' },
    { days: 30 },
  ),
}
