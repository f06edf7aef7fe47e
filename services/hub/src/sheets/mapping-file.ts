import { readFileSync } from 'node:fs'
import { type Mapping, mappingOfRows, mappingSheetHeadings, parseMapping } from '@hub/intake/sheet/mapping.ts'
import { MappingUnusable, mappingRefusals } from '@hub/intake/sheet/mapping-refusals.ts'
import { nearestTo } from '@hub/intake/sheet/nearest-names.ts'
import { openSheet } from '@hub/intake/sheet/open-sheet.ts'
import { columnNamed } from '@hub/intake/sheet/recognise-headings.ts'
import type { Column, SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import { stringify } from 'csv-stringify/sync'
import { firstRows } from './choose-format.ts'
import { isAsked } from './type-sheets.ts'

const isJson = (file: string) => /^\s*\uFEFF?\s*\{/.test(readFileSync(file, 'utf8').slice(0, 200))

const jsonIn = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch {
    throw new MappingUnusable(mappingRefusals.MAPPING_FORM, {
      exact: { en: 'the mapping is no JSON', zh: '对照表不是有效的 JSON' },
    })
  }
}

/**
 * A mapping file: JSON, or a sheet (CSV, .xlsx).
 * @throws {MappingUnusable}
 * @throws {SheetUnreadable}
 */
export const readMapping = async (file: string): Promise<Mapping> => {
  if (isJson(file)) return parseMapping(jsonIn(file))
  const rows: (readonly string[])[] = []
  for await (const { cells } of (await openSheet(file)).rows()) rows.push(cells)
  return mappingOfRows(rows)
}

/** What is likely a mapping of an office's sheet, and what is left to do. */
export type Proposal = {
  mapping: Mapping
  recognised: number
  /** Headings that are no field, each with the field that is likest. */
  open: readonly { heading: string; near: string | undefined }[]
  /** Fields that the type needs and no heading says. */
  missing: readonly string[]
}

const headingRow = (format: SheetFormat, rows: readonly (readonly string[])[]): readonly string[] => {
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length
  const known = (cells: readonly string[]) => cells.filter((cell) => columnNamed(format, cell)).length
  const most = Math.max(0, ...rows.map(known))
  // Without any heading of ours the first row that is as wide as any is likeliest.
  if (most > 0) return rows.find((cells) => known(cells) === most)!
  const widest = Math.max(0, ...rows.map(filled))
  return rows.find((cells) => filled(cells) === widest) ?? []
}

/** A first mapping of an office's sheet: what is recognised is filled, the rest empty. @throws {SheetUnreadable} */
export const proposedMapping = async (file: string, type: string, format: SheetFormat): Promise<Proposal> => {
  const rows = (await firstRows(await openSheet(file, format))).map(({ cells }) => cells)
  const headings = [...new Set(headingRow(format, rows).map((cell) => cell.trim()))].filter((cell) => cell !== '')
  const taken = new Set<Column>()
  const columns: Record<string, string> = {}
  for (const heading of headings) {
    const column = columnNamed(format, heading)
    columns[heading] = column && !taken.has(column) ? column.headings[0]! : ''
    if (column) taken.add(column)
  }
  const missing = format.columns.filter((column) => isAsked(column) && !taken.has(column))
  const names = ({ headings: own }: Column) => own
  const open = headings
    .filter((heading) => columns[heading] === '')
    .map((heading) => ({
      heading,
      near: nearestTo(
        heading,
        format.columns.filter((column) => !taken.has(column)),
        names,
        1,
      )[0]?.headings[0],
    }))
  // What all rows of a list have alike: where it was done, by whom. A person or an amount is each row's own.
  const alike = missing.filter(({ optionSays }) => optionSays)
  const fixed = Object.fromEntries(alike.map((column) => [column.headings[0]!, '']))
  return {
    mapping: { type, columns, ...(Object.keys(fixed).length > 0 ? { fixed } : {}) },
    recognised: taken.size,
    open,
    missing: missing.map((column) => column.headings[0]!),
  }
}

/** A mapping as a file: CSV where the name says so, else JSON. */
export const mappingText = ({ columns, fixed = {}, ...rest }: Mapping, file: string): string => {
  if (!file.endsWith('.csv')) return `${JSON.stringify({ ...rest, columns, fixed }, null, 2)}\n`
  const lines = [
    mappingSheetHeadings,
    ...Object.entries(columns).map(([heading, field]) => [
      heading,
      typeof field === 'string' ? field : [field.to].flat()[0]!,
      '',
      '',
      '',
    ]),
    ...Object.entries(fixed).map(([field, value]) => ['', field, String(value), '', '']),
  ]
  return `\uFEFF${stringify(lines as string[][], { record_delimiter: '\r\n' })}`
}

/** A proposal in words for a terminal: what is left to do. */
export const proposalText = ({ recognised, open, missing }: Proposal, to: string): string =>
  [
    `${to}: ${recognised} columns recognised（已识别）, ${open.length} left to you（待填写）`,
    ...open.map(({ heading, near }) => `  ${heading} → ${near === undefined ? '?' : `? (${near})`}`),
    ...(missing.length > 0
      ? [
          `  needed and not found: map a column, or fill a fixed value; 编号 may be made of several columns by id（必需但未找到：请对应某列或填写固定值；编号可用 id 由几列合成）: ${missing.join('、')}`,
        ]
      : []),
  ].join('\n')
