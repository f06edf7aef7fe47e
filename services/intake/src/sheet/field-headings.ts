import { fieldWordsOf } from '@hub/schemas/field-words/field-words.ts'
import { plainHeading } from './heading-text.ts'

/** A field as the heading of its column says it: the way there in words, and as a path. */
export type Place = {
  /** Name of the event type. */
  type: string
  /** Path by dots without the numbers of lists: `members.name`. */
  path: string
  /** The same with the numbers, as a heading has it: `members2.name`. */
  numbered: string
  /** The headings' parts from outside in, each with other ways to say it. */
  zh: readonly (readonly string[])[]
  en: readonly string[]
}

const middle = /^(.+?)（(.+?)）(.*)$/

/**
 * Ways to say a word that has a note in brackets: 放弃（取消）日期 is 放弃日期 or 取消日期 as well, 姓名（名称） is 姓名. The unit
 * of an amount is left out: sheets have yuan.
 */
const waysToSay = (word: string): readonly string[] => {
  const [, before = '', note = '', behind = ''] = middle.exec(word) ?? []
  if (before === '') return [word]
  if (behind !== '') return [word, before + behind, note.length > 1 || before.length === 1 ? note + behind : word]
  return note === '分' ? [before] : [before, word]
}

/** A field inside another, or at the top where `outer` has no path. `number`: which of a list it is in. */
export const placeIn = (outer: Place, field: string, words?: readonly [zh: string, en: string]): Place => {
  const [path, numbered] = outer.path === '' ? [field, field] : [`${outer.path}.${field}`, `${outer.numbered}.${field}`]
  const known = fieldWordsOf(outer.type, path)
  const [zh, en] = words ?? [known?.zh ?? field, known?.en ?? field]
  return {
    ...outer,
    path,
    numbered,
    zh: [...outer.zh, waysToSay(zh)],
    en: [...outer.en, en.replace(/,? in fen\b/, '')],
  }
}

/** A member of a list: its number stands behind the list's word. */
export const placeOfMember = (place: Place, number: number): Place => ({
  ...place,
  zh: [...place.zh.slice(0, -1), place.zh.at(-1)!.map((word) => `${word}${number}`)],
  en: [...place.en.slice(0, -1), `${place.en.at(-1)}${number}`],
  numbered: `${place.numbered}${number}`,
})

/** Every way to put the parts together; there are few. */
const together = (parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>(
    (said, ways) => said.flatMap((before) => ways.map((way) => (before === '' ? way : `${before} ${way}`))),
    [''],
  )

/** A heading as it is compared. */
export const comparable = plainHeading

/** The headings of a field's column: Chinese, the first as a template shows it; English; the path. */
export const headingsOf = ({ zh, en, numbered }: Place): readonly string[] => [
  ...new Set([...together(zh), en.join(' '), numbered].flatMap((heading) => [heading, comparable(heading)])),
]
