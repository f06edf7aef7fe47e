import { isMoney, unitNamed } from './amount-unit.ts'
import { type CellKind, type CellValue, readCell } from './cell.ts'
import { plainHeading } from './heading-text.ts'
import type { Mapping, Target } from './mapping.ts'
import { MappingUnusable, mappingRefusals } from './mapping-refusals.ts'
import { nearestTo } from './nearest-names.ts'
import { columnNamed } from './recognise-headings.ts'
import type { Column, SheetFormat } from './sheet-format.ts'

/** The column of a format that a field of a mapping names: by its pointer, its path or one of its headings. */
const fieldNamed = (format: SheetFormat, name: string): Column => {
  const column = format.columns.find(({ to }) => to.includes(name)) ?? columnNamed(format, name)
  if (column) return column
  const near = nearestTo(name, format.columns, ({ headings, to }) => [...headings, ...to]).map(
    ({ headings, to }) => `${headings[0]} (${to[0]})`,
  )
  throw new MappingUnusable(mappingRefusals.MAPPING_FIELD, {
    exact: {
      en: `the mapping: ${format.type} has no field “${name}”${near.length > 0 ? `; the nearest: ${near.join(', ')}` : ''}`,
      zh: `对照表：${format.titleZh}没有字段“${name}”${near.length > 0 ? `；相近的：${near.join('、')}` : ''}`,
    },
  })
}

const twice = (what: string) =>
  new MappingUnusable(mappingRefusals.MAPPING_TWICE, {
    exact: { en: `the mapping says two things of “${what}”`, zh: `对照表对“${what}”写了两种不同内容` },
  })

const noValue = (what: string) =>
  new MappingUnusable(mappingRefusals.MAPPING_VALUE, {
    exact: {
      en: `the mapping: “${what}” has a value that the field cannot have`,
      zh: `对照表：“${what}”的值不符合该字段的要求`,
    },
  })

/** What a word of a mapping says in a column; a word that is no code of the column's list says nothing. */
const saidValue = (column: Column, word: string, where: string): CellValue => {
  const cell = readCell(column.cell, word)
  if ('fault' in cell || cell.value === undefined) throw noValue(where)
  const { cell: kind } = column
  const isList = typeof kind === 'object' && 'variants' in kind && kind.codes !== undefined
  if (isList && ![...kind.codes!, ...Object.values(kind.variants)].includes(String(cell.value))) throw noValue(where)
  return cell.value
}

const withCodes = (column: Column, heading: string, { codes }: Partial<Target>): CellKind => {
  if (!codes) return column.cell
  for (const word of Object.values(codes)) saidValue(column, word, heading)
  return { words: codes, of: column.cell }
}

const unitOf = (column: Column, heading: string, { unit }: Partial<Target>) => {
  if (unit === undefined) return undefined
  const named = unitNamed(unit)
  if (!named || !isMoney(column.cell)) throw noValue(heading)
  return named
}

const isSame = (one: CellKind, other: CellKind) => JSON.stringify(one) === JSON.stringify(other)

/** A column under the office's own heading, for one field or several of one kind. */
const mappedColumn = (format: SheetFormat, heading: string, said: Target): Column => {
  const fields = [said.to].flat().map((name) => fieldNamed(format, name))
  const [first] = fields
  if (!first || fields.some((field) => !isSame(field.cell, first.cell))) throw twice(heading)
  const unit = unitOf(first, heading, said)
  return {
    headings: [heading],
    cell: withCodes(first, heading, said),
    to: fields.flatMap(({ to }) => to),
    ...(fields.some(({ needed }) => needed) ? { needed: true } : {}),
    ...(fields.every(({ mayBeEmpty }) => mayBeEmpty) ? { mayBeEmpty: true } : {}),
    ...(unit ? { unit } : {}),
  }
}

const fixedValues = (format: SheetFormat, fixed: NonNullable<Mapping['fixed']>): Record<string, CellValue> => {
  const empty = Object.keys(fixed).filter((field) => fixed[field] === '')
  if (empty.length > 0)
    throw new MappingUnusable(mappingRefusals.MAPPING_OPEN, {
      exact: {
        en: `the mapping still has fixed values to be filled: ${empty.join(', ')}`,
        zh: `对照表中还有未填的固定值：${empty.join('、')}`,
      },
    })
  return Object.fromEntries(
    Object.entries(fixed).flatMap(([field, said]) => {
      const column = fieldNamed(format, field)
      if (column.to.includes('/id')) throw noValue(field)
      const value = saidValue(column, typeof said === 'boolean' ? (said ? '是' : '否') : String(said), field)
      return column.to.map((pointer) => [pointer, value])
    }),
  )
}

/** The columns of which the number of a row is made; one that is a field too is both. */
const withIdParts = (columns: readonly Column[], headings: readonly string[]): readonly Column[] => {
  const others = columns.filter(({ headings: [own = ''] }) => !headings.includes(own))
  const parts = headings.map((heading, at): Column => {
    const own = columns.find((column) => column.headings[0] === heading)
    const to = `/idParts/${at}`
    return own
      ? { ...own, to: [...own.to, to], needed: true }
      : { headings: [heading], cell: 'number', to: [to], needed: true }
  })
  return [...parts, ...others]
}

/** Each field once: by one heading, or fixed. */
const checkOnce = (columns: readonly Column[], fixed: Readonly<Record<string, CellValue>>) => {
  const said = [...columns.flatMap(({ to }) => to), ...Object.keys(fixed)]
  const again = said.find((pointer, at) => said.indexOf(pointer) !== at)
  if (again !== undefined) throw twice(again)
  const headings = columns.map(({ headings: [heading = ''] }) => plainHeading(heading))
  const same = headings.find((heading, at) => headings.indexOf(heading) !== at)
  if (same !== undefined) throw twice(same)
}

/**
 * A format with an office's own headings in the place of ours. Fields that the mapping does not name keep their
 * headings; a heading that it names means nothing else.
 * @throws {MappingUnusable}
 */
export const mappedFormat = (format: SheetFormat, mapping: Mapping): SheetFormat => {
  const entries = Object.entries(mapping.columns)
  const mapped = entries.flatMap(([heading, said]) => {
    if (said === '') return []
    return [mappedColumn(format, heading, typeof said === 'string' ? { to: said } : said)]
  })
  const own = withIdParts(mapped, mapping.id ?? [])
  const fixed = fixedValues(format, mapping.fixed ?? {})
  if (mapping.id && own.some(({ to }) => to.includes('/id'))) throw twice('/id')
  checkOnce(own, fixed)
  const said = new Set([...own.flatMap(({ to }) => to), ...Object.keys(fixed), ...(mapping.id ? ['/id'] : [])])
  const named = new Set([...entries.map(([heading]) => heading), ...(mapping.id ?? [])].map(plainHeading))
  const rest = format.columns
    .filter(({ to }) => !to.some((pointer) => said.has(pointer)))
    .map((column) => ({ ...column, headings: column.headings.filter((each) => !named.has(plainHeading(each))) }))
    .filter(({ headings, needed }) => headings.length > 0 || needed)
    .map((column) => (column.headings.length > 0 ? column : { ...column, headings: [`${column.to[0]}`] }))
  return {
    ...format,
    columns: [...own, ...rest],
    fixed: { ...format.fixed, ...fixed },
    ...(mapping.system === undefined ? {} : { system: mapping.system }),
  }
}

/**
 * Tells a heading that the mapping names and none of the first rows of a sheet has.
 * @throws {MappingUnusable} with the nearest heading of the sheet
 */
export const checkMappedHeadings = ({ columns, id = [] }: Mapping, rows: readonly (readonly string[])[]): void => {
  const there = new Set(rows.flatMap((cells) => cells.map(plainHeading)))
  const missing = [...Object.keys(columns), ...id].find((heading) => !there.has(plainHeading(heading)))
  if (missing === undefined) return
  const texts = [...new Set(rows.flat().map((cell) => cell.trim()))].filter((cell) => cell !== '' && cell.length <= 20)
  const [near] = nearestTo(missing, texts, (cell) => [cell], 1)
  throw new MappingUnusable(mappingRefusals.MAPPING_HEADING, {
    exact: {
      en: `the sheet has no heading “${missing}”${near ? `; the nearest: “${near}”` : ''}`,
      zh: `表中没有列标题“${missing}”${near ? `；相近的：“${near}”` : ''}`,
    },
  })
}
