import { isMoney } from '@hub/intake/sheet/amount-unit.ts'
import { eventRow } from '@hub/intake/sheet/event-row.ts'
import { nearestTo } from '@hub/intake/sheet/nearest-names.ts'
import { exampleMark } from '@hub/intake/sheet/other-rows.ts'
import type { Column, SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import { sheetFormatOf } from '@hub/intake/sheet/type-format.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import { sheetFormats } from '../submit/sheet-formats.ts'

/** A sheet of a department: of an event type, or of the older system that it has. */
export type TypeSheet = { definition: EventDefinition; format: SheetFormat; ofSystem: boolean }

/** The name of a submitted type within a text. */
export const typeMark = /(?<![\w.-])(?:veteran-affairs|civil-affairs|finance|hr)\.[A-Za-z]+\.v\d+(?![\w.])/

const sheets = new Map<SubmittingDepartment, readonly TypeSheet[]>()

const madeSheets = (department: SubmittingDepartment): readonly TypeSheet[] => {
  const definitions = eventsOf(department)
  const { format } = sheetFormats[department]
  const own = definitions.filter(({ type }) => type === format.type)
  return [
    ...own.map((definition) => ({ definition, format, ofSystem: true })),
    ...definitions.map((definition) => ({ definition, format: sheetFormatOf(definition), ofSystem: false })),
  ]
}

/** The sheets of a department: that of its older system first, then one for each type. */
export const sheetsOf = (department: SubmittingDepartment): readonly TypeSheet[] => {
  const known = sheets.get(department) ?? madeSheets(department)
  sheets.set(department, known)
  return known
}

/** The sheets of every department. */
export const allSheets = (): readonly TypeSheet[] => submittingDepartments.flatMap(sheetsOf)

const namesOf = ({ definition, format, ofSystem }: TypeSheet): readonly string[] =>
  ofSystem
    ? [format.titleZh, format.system]
    : [
        definition.type,
        `${definition.department}.${definition.name}`,
        definition.name,
        definition.titleZh,
        format.titleZh,
        definition.titleEn,
      ]

const plain = (name: string) => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()

/** Thrown where no sheet, or more than one, has the name that was given. */
export class SheetUnknown extends Error {
  override name = 'SheetUnknown'
}

/** A sheet as it is named to whoever has to choose one. */
export const sheetTold = ({ definition, format, ofSystem }: TypeSheet) =>
  ofSystem ? format.titleZh : `${definition.type} ${definition.titleZh}`

/**
 * The sheet with this name: a type (with or without its version or department), its title, or the title of the sheet of
 * an older system.
 * @throws {SheetUnknown} with the nearest names, or with those that it may mean.
 */
export const sheetNamed = (name: string, department?: SubmittingDepartment): TypeSheet => {
  const among = department === undefined ? allSheets() : sheetsOf(department)
  const meant = among.filter((sheet) => namesOf(sheet).some((each) => plain(each) === plain(name)))
  if (meant.length === 1) return meant[0]!
  const ofSystem = meant.filter((sheet) => sheet.ofSystem)
  if (ofSystem.length === 1) return ofSystem[0]!
  if (meant.length > 1)
    throw new SheetUnknown(
      `several sheets are called so; name the type（有多张表同名，请写明事件类型）: ${meant.map(sheetTold).join('、')}`,
    )
  const near = nearestTo(name, among, namesOf).map(sheetTold)
  throw new SheetUnknown(
    `no sheet is called so（没有这张表）${near.length > 0 ? `; the nearest（相近的）: ${near.join('、')}` : ''}; hub sheets list names them all（hub sheets list 列出全部）`,
  )
}

/** The example of a type as cells of its sheet. */
export const exampleCells = ({ definition, format }: TypeSheet): ReadonlyMap<Column, string> => {
  const row = eventRow(format, {
    id: exampleMark,
    time: definition.exampleTime ?? '2025-03-04T16:00:00.000Z',
    ...(definition.name === 'FactRetracted' ? { replaces: 'M-1', replacesreason: 'clerical-error' } : {}),
    data: definition.example,
  })
  if ('untold' in row) throw new TypeError(`${definition.type}: no cell says ${row.untold}`)
  return row.cells
}

const memberNumber = /\/(\d+)(\/|$)/
/** Members of a list that a template and a description show. */
const membersShown = 3

/** The columns that are shown: of a list of many members the first three. */
export const shownColumns = ({ columns }: SheetFormat): readonly Column[] =>
  columns.filter(({ to }) => Number(memberNumber.exec(to[0] ?? '')?.[1] ?? 0) < membersShown)

/** Whether the type needs what a column says, be it by an option. */
export const isAsked = ({ needed, optionSays }: Column): boolean => needed === true || optionSays === true

/** A column's heading as a template shows it: needed ones with a star, amounts with their unit. */
export const shownHeading = (column: Column): string => {
  return `${isAsked(column) ? '*' : ''}${column.headings[0]}${isMoney(column.cell) ? '（元）' : ''}`
}
