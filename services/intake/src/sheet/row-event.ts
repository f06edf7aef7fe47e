import type { Fault } from '@hub/runtime/problem.ts'
import { formatReplaces } from '@hub/schemas/envelope.ts'
import { dayOf, isDay, startOfDay } from '@hub/schemas/values/day.ts'
import { readCell } from './cell.ts'
import { cellFault } from './cell-fault.ts'
import { type Members, pointedAt, putAt } from './put-at.ts'
import type { Repair } from './repair.ts'
import { rowId } from './row-id.ts'
import type { Column, SheetFormat, SheetOptions } from './sheet-format.ts'

/**
 * What a row says: an event that is still to be checked, with the period that its id has got, or the faults of its cells.
 */
export type RowEvent = { repairs: readonly Repair[] } & (
  | { event: Members; period?: string }
  | { faults: readonly Fault[] }
)

const handledBy = (duties: Members, official: string | undefined) => {
  const named = Object.entries(duties).flatMap(([duty, ids]) =>
    [ids].flat().map((officialId) => ({ officialId, duty })),
  )
  return official !== undefined && !('经办' in duties) ? [{ officialId: official, duty: '经办' }, ...named] : named
}

/** A day begins in Asia/Shanghai; an instant is one already. */
const timeOf = (said: Members, { datedBy }: SheetFormat): string => {
  const when = String(said.time ?? pointedAt(said, datedBy))
  return isDay(when) ? startOfDay(when) : when
}

/** The day that a row is dated by, for its id. */
const dayOfRow = (said: Members, format: SheetFormat): string => {
  const when = String(said.time ?? pointedAt(said, format.datedBy))
  return isDay(when) || Number.isNaN(Date.parse(when)) ? when : dayOf(when)
}

/** The number of a row; several cells together where an office's mapping says so. */
const numberOf = ({ id, idParts }: Members): unknown => id ?? (idParts as readonly unknown[]).join('/')

/** The id of the row with this number. A row that says its source has the id that it had there. */
const idOf = (number: unknown, said: Members, format: SheetFormat, options: SheetOptions) => {
  if (said.source !== undefined) return { id: String(number) }
  const { id, ...period } = rowId(String(number), dayOfRow(said, format), options)
  return { id: `${format.idPrefix ?? ''}${id}`, ...period }
}

const envelopeOf = (said: Members, format: SheetFormat, options: SheetOptions): Members & { period?: string } => {
  const { replaces, replacesreason, correlationid, causationid } = said
  const source = String(said.source ?? `/departments/${format.department}/${options.system ?? format.system}`)
  const named = String(replaces)
  const replaced = named.includes('#') ? named : formatReplaces({ source, id: idOf(named, said, format, options).id })
  return {
    ...idOf(numberOf(said), said, format, options),
    source,
    time: timeOf(said, format),
    ...(replaces === undefined ? {} : { replaces: replaced }),
    ...(replacesreason === undefined ? {} : { replacesreason }),
    ...(correlationid === undefined ? {} : { correlationid }),
    ...(causationid === undefined ? {} : { causationid }),
  }
}

/** The event of a row. The sheet's own number is in its id, so that sending a sheet twice says nothing twice. */
export const rowEvent = (
  format: SheetFormat,
  columns: ReadonlyMap<Column, number>,
  cells: readonly string[],
  options: SheetOptions,
): RowEvent => {
  const said: Members = { duties: {}, data: {} }
  const repairs: Repair[] = []
  const faults: Fault[] = []
  for (const [column, at] of columns) {
    const cell = readCell(column.cell, cells[at] ?? '')
    if ('fault' in cell) faults.push(cellFault(cell.fault, column.to[0]!))
    else if (cell.value === undefined) {
      repairs.push(...cell.repairs)
      if (column.needed && !column.mayBeEmpty) faults.push(cellFault('CELL_NEEDED', column.to[0]!))
    } else {
      repairs.push(...cell.repairs)
      for (const pointer of column.to) putAt(said, pointer, cell.value)
    }
  }
  if (faults.length > 0) return { repairs, faults }

  for (const [pointer, value] of Object.entries(format.fixed ?? {})) putAt(said, pointer, value)
  for (const pointer of format.emptyLists ?? []) if (pointedAt(said, pointer) === undefined) putAt(said, pointer, [])
  const data = said.data as Members
  if (options.region !== undefined) data.region ??= options.region
  const officials = handledBy(said.duties as Members, options.official)
  if (officials.length > 0) data.handledBy = officials
  const { period, ...envelope } = envelopeOf(said, format, options)
  const event = { specversion: '1.0', ...envelope, type: format.type, data }
  return { repairs, event, ...(period === undefined ? {} : { period }) }
}
