import type { EventDefinition } from '@hub/schemas/define-event.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { beginningFields } from '@hub/schemas/own-time.ts'
import { kindOf } from '@hub/schemas/values/value-kinds.ts'
import { z } from 'zod'
import type { CellKind } from './cell.ts'
import { comparable } from './field-headings.ts'
import { type Column, commonColumns, correctionColumns, personHeadings, type SheetFormat } from './sheet-format.ts'
import { emptyListsOf, typeColumns } from './type-columns.ts'

/** What the sheet of an older system has beside what the type itself says. */
export type SheetOverlay = {
  titleZh?: string
  titleEn?: string
  /** The system in the source; its ids stand for themselves. Default: the department's sheets, where ids tell the type. */
  system?: string
  /** Headings that mean the field at a pointer; the first is the one that is shown. */
  headings?: Readonly<Record<string, readonly string[]>>
  /** Other ways to write the codes of the field at a pointer. */
  variants?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What the column at a pointer holds, where that is less than the type can say. */
  cells?: Readonly<Record<string, CellKind>>
  /** Values that every row has, by pointer. */
  fixed?: Readonly<Record<string, string>>
  /** Where the value at a pointer goes too. */
  also?: Readonly<Record<string, readonly string[]>>
  /** Pointers of columns that this sheet has always, though the type does not need them. */
  needed?: readonly string[]
  datedBy?: string
}

/** The system in the source of all sheets that no older system exports: one, so that a number means the same in each. */
export const sheetsSystem = 'sheets'

/** What `commonColumns` says for every type. */
const common = new Set(['region', 'handledBy', 'documentNo'])
const last = ['legalBasis', 'effectiveFrom', 'assertedFrom']

const isDated = (schema: z.ZodType) => ['day', 'instant'].includes(kindOf(schema)?.kind ?? '')

/** The field that says when the event was, where every event of the type has it as a day or an instant. */
const dateFieldOf = (definition: EventDefinition): string | undefined =>
  beginningFields(definition).find((field) => {
    const schema = definition.data.shape[field] as z.ZodType | undefined
    return schema !== undefined && !(schema instanceof z.ZodOptional) && isDated(schema)
  })

/** What every type calls so, whatever its fields are called. */
const usualHeadings: Readonly<Record<string, readonly string[]>> = {
  '/data/person/citizenNumber': personHeadings,
  '/data/effectiveFrom': ['生效日期', '自何日起生效'],
}

const withVariants = (cell: CellKind, variants: Readonly<Record<string, string>> | undefined): CellKind =>
  variants && typeof cell === 'object' && 'variants' in cell
    ? { ...cell, variants: { ...cell.variants, ...variants } }
    : cell

/** A column with what a sheet says of its own about it. */
const overlaid = (column: Column, { headings, cells, variants, also, needed }: SheetOverlay): Column => {
  const [pointer = ''] = column.to
  return {
    ...column,
    headings: [...new Set([...(headings?.[pointer] ?? []), ...(usualHeadings[pointer] ?? []), ...column.headings])],
    cell: withVariants(cells?.[pointer] ?? column.cell, variants?.[pointer]),
    to: [...column.to, ...(also?.[pointer] ?? [])],
    ...(needed?.includes(pointer) ? { needed: true } : {}),
  }
}

/**
 * Each heading means one column: the first word of a column before the other words of others, and of two that mean the
 * same the earlier column has it. A column whose own word is taken shows the next that is free.
 */
const toldApart = (columns: readonly Column[]): readonly Column[] => {
  const taken = new Set<string>()
  const shown = columns.map(({ headings }) => {
    const own = headings.find((heading) => !taken.has(comparable(heading)))
    if (own === undefined) throw new TypeError(`no heading is left for ${headings[0]}`)
    taken.add(comparable(own))
    return own
  })
  return columns.map((column, at) => {
    const others = column.headings.filter((heading) => {
      const key = comparable(heading)
      if (key === comparable(shown[at]!)) return true
      return !taken.has(key)
    })
    for (const heading of others) taken.add(comparable(heading))
    return { ...column, headings: [...new Set([shown[at]!, ...others])] }
  })
}

const idColumn: Column = { headings: ['编号', '流水号', 'id'], cell: 'number', to: ['/id'], needed: true }

const timeColumn = (needed: boolean): Column => ({
  headings: ['发生时间', '登记日期', '登记时间', '业务时间', 'time'],
  cell: 'moment',
  to: ['/time'],
  ...(needed ? { needed } : {}),
})

/** The sheet of an event type: its fields as columns, a row an event. */
export const sheetFormatOf = (definition: EventDefinition, overlay: SheetOverlay = {}): SheetFormat => {
  const dateField = dateFieldOf(definition)
  const datedBy = overlay.datedBy ?? (dateField === undefined ? '/time' : `/data/${dateField}`)
  const fields = Object.keys(definition.data.shape).filter((field) => !common.has(field) && !last.includes(field))
  const retracts = definition.name === 'FactRetracted'
  const columns = [
    idColumn,
    ...typeColumns(definition, fields),
    timeColumn(datedBy === '/time'),
    ...commonColumns,
    ...typeColumns(definition, last),
    ...correctionColumns(retracts),
  ]
  const { fixed = {} } = overlay
  const emptyLists = emptyListsOf(definition)
  const elsewhere = new Set([...Object.keys(fixed), ...Object.values(overlay.also ?? {}).flat()])
  const kept = columns.filter(({ to }) => !to.some((pointer) => elsewhere.has(pointer)))
  return {
    titleZh: overlay.titleZh ?? `${definition.titleZh}表`,
    titleEn: overlay.titleEn ?? definition.titleEn,
    department: definition.department as SubmittingDepartment,
    system: overlay.system ?? sheetsSystem,
    ...(overlay.system === undefined ? { idPrefix: `${definition.name}/` } : {}),
    type: definition.type,
    columns: toldApart(kept.map((column) => overlaid(column, overlay))),
    ...(overlay.fixed ? { fixed } : {}),
    ...(emptyLists.length > 0 ? { emptyLists } : {}),
    datedBy,
  }
}
