import type { EventDefinition } from './define-event.ts'
import { fieldWordsOf } from './field-words/field-words.ts'
import { beginningFields, type OwnTime, type Until } from './own-time.ts'
import { declaredThings, partOf, type Thing } from './thing.ts'
import { thingKinds } from './thing-kinds.ts'

/** One sentence in both languages, as an official reads it. */
export type Sentence = { zh: string; en: string }

type Declared = Pick<EventDefinition, 'name' | 'time' | 'thing'>
type Judged = Pick<EventDefinition, 'name' | 'judgedBy'>

const quoted = (name: string, field: string): Sentence => {
  const words = fieldWordsOf(name, field)
  return { zh: `“${words?.zh ?? field}”(${field})`, en: `\`${field}\`` }
}

const both = (sentences: readonly Sentence[], [zh, en]: readonly [string, string]): Sentence => ({
  zh: sentences.map((one) => one.zh).join(zh),
  en: sentences.map((one) => one.en).join(en),
})

/** The last day or month of something, or the first without it. */
const edgeWords = (name: string, until: Until): Sentence => {
  const { zh, en } = quoted(name, 'last' in until ? until.last : until.firstWithout)
  return 'last' in until
    ? { zh: `至${zh}止（含）`, en: `to ${en}, with it` }
    : { zh: `至${zh}之前止（不含）`, en: `until before ${en}` }
}

const beginningWords = (declared: Declared): Sentence => {
  const fields = beginningFields(declared)
  return fields.length === 0
    ? { zh: '事件时间', en: "the event's time" }
    : both(
        fields.map((field) => quoted(declared.name, field)),
        ['，未填则以', ', else '],
      )
}

const untilWords = (name: string, until: Exclude<OwnTime['until'], 'stands'>): Sentence => {
  if (until === 'next') return { zh: '至同一事项的下一条事实为止', en: 'until the next of its thing' }
  if (until === 'ended') return { zh: '至该事项终止', en: 'until its thing is ended' }
  if (!('endOfYear' in until)) return edgeWords(name, until)
  const { zh, en } = quoted(name, until.endOfYear)
  return { zh: `至${zh}当年12月31日止`, en: `to 31 December of ${en}` }
}

const spanWords = (declared: Declared, until: OwnTime['until']): Sentence => {
  const begin = beginningWords(declared)
  if (until === 'stands') return { zh: `时点事实，以${begin.zh}为准`, en: `a point in time: ${begin.en}` }
  const fields = beginningFields(declared)
  if (typeof until === 'object' && 'last' in until && fields.join() === until.last)
    return { zh: `以${begin.zh}为期`, en: `for ${begin.en}` }
  const end = untilWords(declared.name, until)
  return { zh: `自${begin.zh}起，${end.zh}`, en: `from ${begin.en} ${end.en}` }
}

/** When what a type says is so; undefined for a type that declares no time. */
export const timeWordsOf = (declared: Declared): Sentence | undefined => {
  const { name, time } = declared
  if (!time) return undefined
  const ends = time.ends && edgeWords(name, time.ends)
  const paid = time.paidFrom === undefined ? undefined : quoted(name, time.paidFrom)
  return both(
    [
      spanWords(declared, time.until),
      ...(ends ? [{ zh: `所终止的事项${ends.zh}`, en: `what it ends lasts ${ends.en}` }] : []),
      ...(paid ? [{ zh: `自${paid.zh}起计发`, en: `paid from ${paid.en}` }] : []),
    ],
    ['；', '; '],
  )
}

const partWords = (name: string, part: string): Sentence => {
  const { field, mayBeLeftOut } = partOf(part)
  const { zh, en } = field === 'county' ? { zh: '办理县区', en: "the acting office's county" } : quoted(name, field)
  return mayBeLeftOut ? { zh: `${zh}（可不填）`, en: `${en} where said` } : { zh, en }
}

const keyWords = (typeName: string, key: Thing['key']): Sentence => {
  switch (key) {
    case 'event':
      return { zh: '每条事件各为一项', en: 'each event is one of its own' }
    case 'person':
      return { zh: '一人一项', en: 'a person has one' }
    case 'stream':
      return { zh: '以所属流区分', en: 'told apart by the stream' }
    default: {
      const lists = key.map((parts) =>
        both(
          parts.map((part) => partWords(typeName, part)),
          ['＋', ' + '],
        ),
      )
      const { zh, en } = both(lists, ['，或', ', or '])
      return { zh: `以${zh}区分`, en: `told apart by ${en}` }
    }
  }
}

/**
 * Of what a type speaks, of what else it says something, and what tells two of each kind apart; undefined for a type that
 * does not say.
 */
export const thingWordsOf = (declared: Declared): Sentence | undefined => {
  const things = declaredThings(declared).map(({ kind, key }) =>
    both([thingKinds[kind], keyWords(declared.name, key)], ['：', ': ']),
  )
  return things.length === 0 ? undefined : both(things, ['；并涉及', '; and of a further thing, '])
}

/** What names a person or another event: what the field is called that holds it, with its path. */
export const namingWordsOf = (name: string, path: string): string => {
  const field = path.replaceAll('[]', '').replace(/(.)\.person$/, '$1')
  const words = fieldWordsOf(name, field)
  return words ? `${words.zh}（\`${path}\`）` : `\`${path}\``
}

/** By the law of which day a type is judged, where this is not the day from which it is so. */
export const dayOfLawWordsOf = ({ name, judgedBy = [] }: Judged): Sentence | undefined => {
  if (judgedBy.length === 0) return undefined
  const { zh, en } = both(
    judgedBy.map((field) => quoted(name, field)),
    ['，未填则', ', else '],
  )
  return { zh: `适用${zh}之日的法律`, en: `by the law of ${en}` }
}
