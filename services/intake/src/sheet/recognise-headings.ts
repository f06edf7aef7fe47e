import type { AmountUnit } from './amount-unit.ts'
import { headingMeaning } from './heading-meaning.ts'
import { headingText, plainHeading } from './heading-text.ts'
import type { Column, SheetFormat } from './sheet-format.ts'

/** What the headings of a sheet may be read as: of each column, the likeliest first. */
export type HeadingChoices = readonly (readonly string[])[]

/** What a heading row, or several together, says of a format. */
export type Recognised = {
  /** Where each column of the format stands; of several places, the first. */
  columns: ReadonlyMap<Column, number>
  /** The headings as they were read. */
  cells: readonly string[]
  /** The units that headings say. */
  units: ReadonlyMap<Column, AmountUnit>
  missing: readonly Column[]
  /** Columns that several headings name. */
  twice: readonly { column: Column; places: readonly number[] }[]
}

type Named = {
  /** By a heading as it is called. */
  called: ReadonlyMap<string, Column>
  /** By what a heading means; nothing where two columns may be meant. */
  meant: ReadonlyMap<string, Column | undefined>
}

const byHeading = new WeakMap<SheetFormat, Named>()

const columnsByHeading = (format: SheetFormat): Named => {
  const made = byHeading.get(format)
  if (made) return made
  const called = new Map<string, Column>()
  const meant = new Map<string, Column | undefined>()
  for (const column of format.columns)
    for (const heading of column.headings) {
      const plain = plainHeading(heading)
      if (!called.has(plain)) called.set(plain, column)
      const meaning = headingMeaning(plain)
      meant.set(meaning, meant.has(meaning) && meant.get(meaning) !== column ? undefined : column)
    }
  byHeading.set(format, { called, meant })
  return { called, meant }
}

/** No heading is longer: cells of data are not looked at closer. */
const longestMeant = 16

/** The column of a format that a heading names: as it is called, else in other words. */
export const columnNamed = (format: SheetFormat, heading: string): Column | undefined => {
  if (heading === '') return undefined
  const plain = plainHeading(heading)
  const { called, meant } = columnsByHeading(format)
  return called.get(plain) ?? (plain.length <= longestMeant ? meant.get(headingMeaning(plain)) : undefined)
}

/** How many columns of a format a row names. */
export const headingsIn = (format: SheetFormat, cells: readonly string[]): number =>
  new Set(cells.flatMap((cell) => columnNamed(format, cell) ?? [])).size

/** Reads headings as a format. */
export const recognise = (format: SheetFormat, choices: HeadingChoices): Recognised => {
  const places = new Map<Column, number[]>()
  const units = new Map<Column, AmountUnit>()
  const cells = choices.map((choice, at) => {
    const heading = choice.find((text) => columnNamed(format, text) !== undefined)
    if (heading === undefined) return choice[0] ?? ''
    const column = columnNamed(format, heading)!
    places.set(column, [...(places.get(column) ?? []), at])
    // The unit may stand in the other reading: 金额 over （万元）.
    const unit = [heading, ...choice].map((text) => headingText(text).unit).find((one) => one !== undefined)
    if (unit) units.set(column, unit)
    return heading
  })
  return {
    columns: new Map([...places].map(([column, [first]]) => [column, first!])),
    cells,
    units,
    missing: format.columns.filter((column) => column.needed && !places.has(column)),
    twice: [...places].filter(([, at]) => at.length > 1).map(([column, at]) => ({ column, places: at })),
  }
}

/**
 * The heading, as the sheet has it, of the column that a place in the event comes from; the format's own where the sheet
 * has no such column, undefined where the format has none.
 */
export const headingOf = (format: SheetFormat, pointer: string, cells: readonly string[]): string | undefined => {
  if (pointer === '' || pointer === '/data') return undefined
  const place = pointer.startsWith('/data/handledBy') ? '/duties/经办' : pointer
  const column = format.columns.find(({ to }) =>
    to.some((at) => `${place}/`.startsWith(`${at}/`) || at.startsWith(`${place}/`)),
  )
  if (!column) return undefined
  return cells.find((cell) => columnNamed(format, cell) === column)?.trim() ?? column.headings[0]
}
