import { plainHeading } from './heading-text.ts'
import { nearestTo } from './nearest-names.ts'
import { columnNamed, type Recognised } from './recognise-headings.ts'
import type { Column, SheetFormat } from './sheet-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'
import type { SheetRow } from './sheet-row.ts'

/** Columns that are named at most: never a list of all. */
const mostNamed = 3

/** The heading that names no column and is likest a missing one. */
const nearestHeading = (format: SheetFormat, column: Column, cells: readonly string[]): string | undefined => {
  const unnamed = cells.filter((cell) => cell.length <= 20 && columnNamed(format, cell) === undefined)
  return nearestTo(column.headings.map(plainHeading), unnamed, (cell) => [plainHeading(cell)], 1)[0]?.trim()
}

const isSerial = (heading: string) => ['序号', '序'].includes(plainHeading(heading))

const besides = (column: Column, near: string | undefined): { en: string; zh: string } => {
  if (near === undefined) return { en: '', zh: '' }
  if (column.to.includes('/id') && isSerial(near))
    return {
      en: ` (“${near}” begins at 1 in every list and is no number of the row's own)`,
      zh: `（“${near}”每张表都从 1 起，不能当作${column.headings[0]}）`,
    }
  return { en: ` (the nearest is “${near}”)`, zh: `（相近的列：“${near}”）` }
}

/**
 * Why headings were not found: the row that is nearest, and what it lacks. Of the sheet it names headings alone that are
 * like those of the format.
 */
export const headingFault = (
  format: SheetFormat,
  nearest: { first: number; height: number; found: Recognised } | undefined,
  rows: readonly SheetRow[],
): SheetUnreadable => {
  const needed = format.columns.filter((column) => column.needed).length
  if (!nearest || nearest.found.columns.size < Math.min(2, needed))
    return new SheetUnreadable(sheetRefusals.SHEET_HEADINGS, {
      exact: {
        en: `no row looks like the headings of ${format.titleZh} (${format.titleEn})`,
        zh: `没有哪一行像是${format.titleZh}的标题行`,
      },
    })
  const { found, first, height } = nearest
  const row = rows[first + height - 1]!.row
  const serial = found.cells.find(isSerial)
  const named = found.missing.slice(0, mostNamed).map((column) => {
    const near = nearestHeading(format, column, found.cells) ?? (column.to.includes('/id') ? serial : undefined)
    const { en, zh } = besides(column, near)
    return { en: `${column.headings[0]}${en}`, zh: `${column.headings[0]}${zh}` }
  })
  const more = found.missing.length - named.length
  return new SheetUnreadable(sheetRefusals.SHEET_HEADING_MISSING, {
    exact: {
      en: `row ${row} looks like the headings, and lacks: ${named.map(({ en }) => en).join('、')}${more > 0 ? ` and ${more} more` : ''}`,
      zh: `第 ${row} 行像是标题行，缺少：${named.map(({ zh }) => zh).join('、')}${more > 0 ? `等 ${found.missing.length} 列` : ''}`,
    },
  })
}
