import type { Fault } from '@hub/runtime/problem.ts'
import { startOfDay } from '@hub/schemas/values/day.ts'
import { readCell } from './cell.ts'
import { cellFault } from './cell-fault.ts'
import type { Repair } from './repair.ts'
import type { Column, SheetFormat, SheetOptions } from './sheet-format.ts'

type Members = Record<string, unknown>

/** What a row says: an event that is still to be checked, or the faults of its cells. */
export type RowEvent = { repairs: readonly Repair[] } & ({ event: Members } | { faults: readonly Fault[] })

const put = (target: Members, pointer: string, value: unknown) => {
  const path = pointer.slice(1).split('/')
  const last = path.pop()!
  let at = target
  for (const step of path) {
    at[step] ??= {}
    at = at[step] as Members
  }
  at[last] = value
}

const valueAt = (target: Members, pointer: string): unknown =>
  pointer
    .slice(1)
    .split('/')
    .reduce<unknown>((at, step) => (at as Members | undefined)?.[step], target)

const handledBy = (duties: Members, official: string | undefined) => {
  const named = Object.entries(duties).map(([duty, officialId]) => ({ officialId, duty }))
  return official !== undefined && !('经办' in duties) ? [{ officialId: official, duty: '经办' }, ...named] : named
}

/** The event of a row. The sheet's own number is its id, so that sending a sheet twice says nothing twice. */
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
      if (column.needed) faults.push(cellFault('CELL_NEEDED', column.to[0]!))
    } else {
      repairs.push(...cell.repairs)
      for (const pointer of column.to) put(said, pointer, cell.value)
    }
  }
  if (faults.length > 0) return { repairs, faults }

  for (const [pointer, value] of Object.entries(format.fixed ?? {})) put(said, pointer, value)
  const data = said.data as Members
  if (options.region !== undefined) data.region ??= options.region
  const officials = handledBy(said.duties as Members, options.official)
  if (officials.length > 0) data.handledBy = officials
  const day = said.time ?? valueAt(said, format.datedBy)
  return {
    repairs,
    event: {
      specversion: '1.0',
      id: String(said.id),
      source: `/departments/${format.department}/${format.system}`,
      type: format.type,
      time: startOfDay(String(day)),
      data,
    },
  }
}
