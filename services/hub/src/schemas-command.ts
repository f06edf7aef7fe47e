import { eventsOf } from '@hub/schemas/catalogue.ts'
import { type CatalogueRow, catalogueRows } from '@hub/schemas/catalogue-rows.ts'
import { dayOfLawWordsOf, type Sentence, thingWordsOf, timeWordsOf } from '@hub/schemas/declaration-words.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { type Department, departments } from '@hub/schemas/department.ts'
import { openFieldText, whyOpenText } from './open-words.ts'

const said = (what: string, sentence: Sentence | undefined) =>
  sentence ? [`${what} ${sentence.zh}。 ${sentence.en}.`] : []

const named = (what: string, paths: readonly string[]) => (paths.length > 0 ? [`${what} ${paths.join(' ')}`] : [])

/**
 * What a type declares, a line each: when it is so, of what it speaks, who and what it names, the law, what lies open and
 * why, and what is sealed and for whom.
 */
const linesOf = (definition: EventDefinition, { open, sealed, persons, events }: CatalogueRow): string =>
  [
    ...said('时间 time:  ', timeWordsOf(definition)),
    ...said('事项 thing: ', thingWordsOf(definition)),
    ...named('人员 persons:', persons),
    ...named('事件 events:', events),
    ...named(
      '法律 law:   ',
      definition.law.map(({ titleZh, key }) => `${titleZh}(${key})`),
    ),
    ...said('法律 law:   ', dayOfLawWordsOf(definition)),
    ...[...Map.groupBy(open, whyOpenText)].map(
      ([why, fields]) => `公开 open:   ${fields.map(openFieldText).join(' ')} ← ${why}`,
    ),
    ...[...Map.groupBy(sealed, ({ of }) => of)].map(
      ([of, fields]) => `加密 sealed: ${fields.map(({ field }) => field).join(' ')} → ${of}`,
    ),
  ]
    .map((line) => `\n      ${line}`)
    .join('')

/** The catalogue for a terminal: a paragraph a department, a few lines a type. */
export const catalogueText = (): string => {
  const rows = new Map(catalogueRows().map((row) => [row.type, row]))
  return (Object.keys(departments) as Department[])
    .map((key) => {
      const own = eventsOf(key)
      const lines = own.map((definition) => {
        const row = rows.get(definition.type)!
        return `  ${row.type}  ${row.titleZh} ${row.titleEn}  [${row.stream}]${linesOf(definition, row)}`
      })
      return `${key} ${departments[key].titleZh} (${own.length} types)\n${lines.join('\n')}`
    })
    .join('\n\n')
}
