import { parseWith } from '@hub/runtime/schema-faults.ts'
import { z } from 'zod'
import { MappingUnusable, mappingRefusals } from './mapping-refusals.ts'

const target = z.strictObject({
  /** Our field, or several: a heading of ours, a path or a pointer. */
  to: z.union([z.string().min(1).max(200), z.array(z.string().min(1).max(200)).min(1).max(5)]),
  /** The unit of amounts: 万元. */
  unit: z.string().min(1).max(10).optional(),
  /** Their words → ours. */
  codes: z.record(z.string().min(1).max(80), z.string().min(1).max(80)).optional(),
})

const heading = z.string().min(1).max(200)

const mapping = z.strictObject({
  /** The event type. */
  type: z.string().min(1).max(200).optional(),
  /** Their heading → our field; an empty text: the column is not read. */
  columns: z.record(heading, z.union([z.string().max(200), target])),
  /** Our field → what every row has. */
  fixed: z.record(heading, z.union([z.string().max(300), z.number(), z.boolean()])).optional(),
  /** Their headings whose cells together are the number of a row. */
  id: z.array(heading).min(1).max(5).optional(),
  /** The system in the source of the rows. */
  system: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
    .optional(),
})

/** How an office's own layout is read: its headings and our fields, what every row has, of what its numbers are made. */
export type Mapping = z.output<typeof mapping>

/** What a heading is read as. */
export type Target = z.output<typeof target>

/** A mapping as it is written. @throws {MappingUnusable} with the place that has not the form. */
export const parseMapping = (said: unknown): Mapping => {
  const parsed = parseWith(mapping, said)
  if (!('faults' in parsed)) return parsed.value
  const [first] = parsed.faults
  if (!first) throw new MappingUnusable(mappingRefusals.MAPPING_FORM)
  throw new MappingUnusable(mappingRefusals.MAPPING_FORM, {
    exact: {
      en: `the mapping at ${first.pointer || 'its root'}: ${first.message}`,
      zh: `对照表 ${first.pointer || '开头'} 处：${first.messageZh}`,
    },
  })
}

const csvHeadings = {
  heading: ['原列标题', '列标题', 'heading'],
  field: ['字段', '对应字段', 'field'],
  fixed: ['固定值', 'fixed'],
  unit: ['单位', 'unit'],
  codes: ['代码对照', '代码', 'codes'],
} as const

/** The headings of a mapping that is written as a sheet. */
export const mappingSheetHeadings: readonly string[] = Object.values(csvHeadings).map(([first]) => first)

const codesIn = (text: string): Record<string, string> | undefined => {
  const lines = text.split(/[;；\n]/).filter((each) => each.trim() !== '')
  const codes = lines.map((line) => line.split(/[=＝]/).map((part) => part.trim()))
  if (codes.some(({ length }) => length !== 2))
    throw new MappingUnusable(mappingRefusals.MAPPING_FORM, {
      exact: { en: 'codes are written as theirs=ours; …', zh: '代码对照应写成 原词=规范词；…' },
    })
  return codes.length > 0 ? (Object.fromEntries(codes) as Record<string, string>) : undefined
}

const idFields = ['/id', '编号', 'id']

type Line = Record<keyof typeof csvHeadings, string>

const withLine = (said: Record<string, unknown>, line: Line) => {
  const columns = said.columns as Record<string, Target | string>
  if (line.heading === '') {
    if (line.field !== '') (said.fixed as Record<string, string>)[line.field] = line.fixed
    return
  }
  if (idFields.includes(line.field)) {
    ;(said.id as string[]).push(line.heading)
    return
  }
  const before = columns[line.heading]
  const fields = [typeof before === 'object' ? before.to : [], line.field].flat().filter((field) => field !== '')
  if (fields.length === 0) {
    columns[line.heading] ??= ''
    return
  }
  const codes = codesIn(line.codes)
  columns[line.heading] = { to: fields, ...(line.unit === '' ? {} : { unit: line.unit }), ...(codes ? { codes } : {}) }
}

/** A mapping that is written as a sheet: a row a column of theirs; a row without one is a fixed value. */
export const mappingOfRows = (rows: readonly (readonly string[])[]): Mapping => {
  const [first = [], ...lines] = rows
  const at = (names: readonly string[]) => first.findIndex((cell) => names.includes(cell.trim()))
  const places = Object.entries(csvHeadings).map(([key, names]) => [key, at(names)] as const)
  const missing = places.filter(([key, place]) => place < 0 && (key === 'heading' || key === 'field'))
  if (missing.length > 0)
    throw new MappingUnusable(mappingRefusals.MAPPING_FORM, {
      exact: {
        en: `a mapping as a sheet has the headings ${mappingSheetHeadings.join(', ')}`,
        zh: `表格形式的对照表应有标题：${mappingSheetHeadings.join('、')}`,
      },
    })
  const said = { columns: {}, fixed: {}, id: [] as string[] }
  for (const cells of lines)
    withLine(said, Object.fromEntries(places.map(([key, place]) => [key, (cells[place] ?? '').trim()])) as Line)
  return parseMapping({ columns: said.columns, fixed: said.fixed, ...(said.id.length > 0 ? { id: said.id } : {}) })
}
