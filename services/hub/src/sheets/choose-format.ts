import { hasHeadings, rowsLooked } from '@hub/intake/sheet/find-headings.ts'
import { checkMappedHeadings, mappedFormat } from '@hub/intake/sheet/mapped-format.ts'
import type { Mapping } from '@hub/intake/sheet/mapping.ts'
import { type OpenSheet, openSheet } from '@hub/intake/sheet/open-sheet.ts'
import { headingsIn } from '@hub/intake/sheet/recognise-headings.ts'
import type { SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import type { SheetRow } from '@hub/intake/sheet/sheet-row.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { typeHeading } from './fact-sheet.ts'
import { refuseOwnList } from './own-lists.ts'
import { SheetUnknown, sheetNamed, sheetsOf, sheetTold, type TypeSheet, typeMark } from './type-sheets.ts'

/** The first rows of a sheet, those by which it is known. */
export const firstRows = async (sheet: OpenSheet): Promise<readonly SheetRow[]> => {
  const rows: SheetRow[] = []
  for await (const row of sheet.rows()) if (rows.push(row) >= rowsLooked) break
  return rows
}

/** The type that the hub's own sheet of facts names in its rows. */
const typeInRows = (rows: readonly SheetRow[]): string | undefined => {
  for (const [order, { cells }] of rows.entries()) {
    const at = cells.findIndex((cell) => cell.trim() === typeHeading)
    const mark = at < 0 ? null : typeMark.exec(rows[order + 1]?.cells[at] ?? '')
    if (mark) return mark[0]
  }
  return undefined
}

/** The type that a template names over its headings. */
const markedType = (rows: readonly SheetRow[]): string | undefined => {
  const inRows = typeInRows(rows)
  if (inRows !== undefined) return inRows
  for (const { cells } of rows) {
    // A row of data may name a type; the title of a template stands alone.
    const filled = cells.filter((cell) => cell.trim() !== '')
    const mark = filled.length === 1 ? typeMark.exec(filled[0]!) : null
    if (mark) return mark[0]
  }
  return undefined
}

/** How many headings of a format stand in one of the first rows, at most. */
const headingsKnown = (format: SheetFormat, rows: readonly SheetRow[]): number =>
  Math.max(0, ...rows.map(({ cells }) => headingsIn(format, cells)))

type Fit = { sheet: TypeSheet; known: number; whole: boolean }

const fitsOf = (department: SubmittingDepartment, rows: readonly SheetRow[]): readonly Fit[] =>
  sheetsOf(department)
    .map((sheet) => ({ sheet, known: headingsKnown(sheet.format, rows) }))
    .filter(({ sheet, known }) => known > 1 || sheet.ofSystem)
    .map((fit) => ({ ...fit, whole: hasHeadings(fit.sheet.format, rows).whole }))
    .sort((a, b) => b.known - a.known)

const severalMeant = (fits: readonly Fit[]) =>
  new SheetUnknown(
    `these headings are of several sheets; say --type（标题符合多种表，请用 --type 指明）: ${fits
      .slice(0, 3)
      .map(({ sheet }) => sheetTold(sheet))
      .join('、')}`,
  )

const byHeadings = (department: SubmittingDepartment, rows: readonly SheetRow[]): TypeSheet => {
  const fits = fitsOf(department, rows)
  const system = fits.find(({ sheet }) => sheet.ofSystem)!
  const whole = fits.filter((fit) => fit.whole)
  const likely = whole.length > 0 ? whole : fits.filter(({ known }) => known > 0)
  const [best, next] = likely
  // The sheet of the older system is what a department hands over where nothing else is said.
  if (best === undefined || (likely.includes(system) && system.known >= best.known)) return system.sheet
  // Where a column is missing, the reading of the nearest sheet tells it.
  if (next === undefined || best.known > next.known) return best.sheet
  throw severalMeant(likely)
}

/** What a file is to be read as; with its type where that was said, by an option or in the file, and not told by headings. */
export type ChosenSheet = { format: SheetFormat; sheet: OpenSheet; type?: string | undefined }

/**
 * The sheet that a file is: that of `type`, of the mapping, of the template's mark, else the one whose headings it has.
 * @throws {SheetUnknown} with the likeliest sheets where that is not clear
 * @throws {SheetUnreadable}
 * @throws {MappingUnusable}
 */
export const chooseFormat = async (
  file: string,
  department: SubmittingDepartment,
  { type, mapping }: { type?: string | undefined; mapping?: Mapping | undefined } = {},
): Promise<ChosenSheet> => {
  const name = type ?? mapping?.type
  if (name !== undefined) {
    const { format } = sheetNamed(name, department)
    if (!mapping) return { format, sheet: await openSheet(file, format), type }
    const mapped = mappedFormat(format, mapping)
    const sheet = await openSheet(file, mapped)
    checkMappedHeadings(
      mapping,
      (await firstRows(sheet)).map(({ cells }) => cells),
    )
    return { format: mapped, sheet, type }
  }
  if (mapping) throw new SheetUnknown('a mapping names its type, or --type does（对照表须写明 type，或用 --type 指明）')
  const rows = await firstRows(await openSheet(file))
  refuseOwnList(rows)
  const marked = markedType(rows)
  const { format } = marked === undefined ? byHeadings(department, rows) : sheetNamed(marked, department)
  return { format, sheet: await openSheet(file, format), type: marked }
}
