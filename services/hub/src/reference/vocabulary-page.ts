import { eventsOf } from '@hub/schemas/catalogue.ts'
import { type CatalogueRow, catalogueRows, type Open } from '@hub/schemas/catalogue-rows.ts'
import {
  dayOfLawWordsOf,
  namingWordsOf,
  type Sentence,
  thingWordsOf,
  timeWordsOf,
} from '@hub/schemas/declaration-words.ts'
import { commonFields, type EventDefinition } from '@hub/schemas/define-event.ts'
import { type Department, departments } from '@hub/schemas/department.ts'
import { fieldWordsOf } from '@hub/schemas/field-words/field-words.ts'
import type { LegalRule } from '@hub/schemas/law/legal-rule.ts'
import type { z } from 'zod'
import { openFieldText, whyOpenText } from '../open-words.ts'
import { ruleAnswer, rulesToldOf, rulesToldOfAll, type ToldRule } from '../rules-told.ts'
import { formOf } from './field-form.ts'
import { inForce } from './law-page.ts'
import { page, table } from './markdown.ts'

const common = new Set(Object.keys(commonFields))
const rows = new Map(catalogueRows().map((row) => [row.type, row]))

/** The file of a department's page, below docs/reference. */
export const vocabularyFile = (department: string): string => `events/${department}.md`

const line = (what: string, { zh, en }: Sentence) => `- **${what}** ${zh}。 ${en}.`

/** A question of law with the article that answers it, from when to when. */
const lawText = ({ key, titleZh, titleEn, entries }: LegalRule) => {
  const articles = entries.map((entry) => `${inForce(entry)}${entry.province ?? ''} ${entry.article.zh}`)
  return `[${titleZh} ${titleEn}](../law.md#${key})：${articles.join('；')}`
}

const lawLine = (definition: EventDefinition) => {
  if (definition.law.length === 0) return []
  const day = dayOfLawWordsOf(definition)
  return [`- **法律 law** ${definition.law.map(lawText).join('。')}。${day ? `${day.zh}。 ${day.en}.` : ''}`]
}

const ruleLine = (rule: ToldRule) => `  - ${ruleAnswer(rule)} ${rule.words.zh}。 ${rule.words.en}. \`${rule.code}\``

/** What the rules of a type and its department's checks ask, a line each; nothing for a type that has none. */
const rulesText = (definition: EventDefinition): readonly string[] => {
  const lines = rulesToldOf(definition).map(ruleLine)
  return lines.length === 0 ? [] : ['- **规则 rules**', ...lines]
}

const namesText = (what: string, name: string, paths: readonly string[]) =>
  paths.length === 0 ? [] : [`- **${what}** ${paths.map((path) => namingWordsOf(name, path)).join('、')}`]

const openText = (name: string, open: Open | undefined, sealed: CatalogueRow['sealed'], field: string): string => {
  if (open) return `公开 open ${open.as ? openFieldText(open).slice(field.length) : ''} ← ${whyOpenText(open)}`
  const of = sealed.find((one) => one.field === field)?.of
  if (of === undefined) return ''
  return of.includes('.') ? `加密 sealed，属于 for ${namingWordsOf(name, of)}` : '加密 sealed'
}

const innerNamed = (name: string, field: string) => (inner: string) => {
  // Whoever stands inside a field is another one than the person spoken of.
  if (inner === 'person') return '人员 `person`'
  const words = fieldWordsOf(name, `${field}.${inner}`)
  return words ? `${words.zh} \`${inner}\`` : `\`${inner}\``
}

const fieldRow = (definition: EventDefinition, row: CatalogueRow, field: string, schema: z.ZodType) => {
  const words = fieldWordsOf(definition.name, field)
  const open = row.open.find((one) => one.field === field)
  const needed = schema.safeParse(undefined).success ? '' : '是'
  return [
    `\`${field}\``,
    `${words?.zh ?? ''} ${words?.en ?? ''}`,
    formOf(schema, innerNamed(definition.name, field)),
    needed,
    openText(definition.name, open, row.sealed, field),
  ]
}

const section = (definition: EventDefinition): readonly string[] => {
  const row = rows.get(definition.type)!
  const [time, thing] = [timeWordsOf(definition), thingWordsOf(definition)]
  const fields = (Object.entries(definition.data.shape) as [string, z.ZodType][]).filter(
    ([field]) => !common.has(field) || row.open.some((open) => open.field === field && row.sealed.length > 0),
  )
  return [
    `### ${definition.titleZh} ${definition.titleEn}`,
    `\`${definition.type}\`  \n${definition.descriptionZh}  \n${definition.descriptionEn}`,
    [
      ...(time ? [line('时间 time', time)] : []),
      ...(thing ? [line('事项 thing', thing)] : []),
      ...namesText('涉及人员 persons', definition.name, definition.personPaths),
      ...namesText('引用事件 events', definition.name, definition.eventPaths),
      ...lawLine(definition),
      ...rulesText(definition),
      ...(row.sealed.length === 0 ? [`- **公开 open** ${row.open[0] ? whyOpenText(row.open[0]) : ''}`] : []),
    ].join('\n'),
    table(
      ['字段 field', '名称 name', '形式 form', '必填 needed', '公开或加密 open or sealed'],
      fields.map(([field, schema]) =>
        fieldRow(definition, row.sealed.length === 0 ? { ...row, open: [] } : row, field, schema),
      ),
    ),
  ]
}

const commonRow = (field: string, schema: z.ZodType) => {
  const words = fieldWordsOf('', field)
  return [`\`${field}\``, `${words?.zh ?? ''} ${words?.en ?? ''}`, formOf(schema, innerNamed('', field))]
}

/** Every type of a department: what it says, when it is so, of what it speaks, on which law it rests, what lies open. */
export const vocabularyPage = (department: Department): string =>
  page(
    `# ${departments[department].titleZh}的事件类型 Event types of the ${departments[department].titleEn}`,
    '各类型载明：所述事实自何时起、至何时止；所述事项及其区分依据；哪些字段指明人员、引用其他事件；哪些字段公开、为何公开；所依法律。指明人员的事件，未注明公开的字段一律以该人员的密钥加密。',
    'Each type says when what it tells is so, of what it speaks and what tells two of that apart, which fields name persons and other events, what lies open and why, and on which law it rests. Of an event that names a person every field is sealed with that person’s key that is not said to lie open: [011](../../decisions/011-sealed-by-default.md), [001](../../decisions/001-format.md#sealing). Codes are in the [code lists](../codes.md).',
    ...(department === 'hub'
      ? []
      : [
          '各类型另有下列共同字段。 Every event carries these too:',
          table(
            ['字段 field', '名称 name', '形式 form'],
            Object.entries(commonFields).map(([field, schema]) => commonRow(field, schema as z.ZodType)),
          ),
          '各类型另须符合下列共同规则；不符合而拒收或提示的，见[错误代码](../errors.md)。 Every event keeps these rules too; how a broken rule is refused or noticed: [027](../../decisions/027-facts-that-contradict-themselves.md).',
          rulesToldOfAll.map((rule) => ruleLine(rule).trim()).join('\n'),
        ]),
    ...eventsOf(department).flatMap(section),
  )
