import { dayOf, startOfDay } from '@hub/schemas/values/day.ts'
import type { CellKind, CellValue } from './cell.ts'
import { writtenList } from './list-cell.ts'
import { type Members, pointedAt } from './put-at.ts'
import type { Column, SheetFormat } from './sheet-format.ts'

/** An event as a row, by column; or the pointer of what no cell of the format can say. */
export type EventRow = { cells: ReadonlyMap<Column, string> } | { untold: string }

const yuanText = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** A value as a cell that reads back the same; undefined where there is no such cell. */
export const writtenCell = (kind: CellKind, value: CellValue): string | undefined => {
  if (Array.isArray(value)) {
    if (typeof kind !== 'object' || !('list' in kind)) return undefined
    const members = value.map((member) => writtenCell(kind.list, member))
    return members.includes(undefined) ? undefined : writtenList(members as string[], kind.list === 'text')
  }
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return kind === 'yuan' || kind === 'signedYuan' ? yuanText(value) : String(value)
  return String(value)
}

/** Officials by duty, as their columns have them; undefined where the order of the list would be lost. */
const dutiesOf = (handledBy: unknown): Members | undefined => {
  const officials = (handledBy ?? []) as readonly { officialId: string; duty: string }[]
  const order = ['经办', '复核', '审批']
  const sorted = officials.toSorted((one, other) => order.indexOf(one.duty) - order.indexOf(other.duty))
  if (sorted.some((official, at) => official !== officials[at])) return undefined
  return Object.fromEntries(
    [...Map.groupBy(officials, ({ duty }) => duty)].map(([duty, of]) => [duty, of.map(({ officialId }) => officialId)]),
  )
}

const leavesOf = (value: unknown, pointer: string): readonly string[] => {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [pointer]
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, `${pointer}/${key}`))
}

const momentText = (time: string): string => (startOfDay(dayOf(time)) === time ? dayOf(time) : time)

/** A submitted event as a row of its type's sheet. The row has the event's own id and source. */
export const eventRow = (format: SheetFormat, event: Members): EventRow => {
  const data = event.data as Members
  const duties = dutiesOf(data.handledBy)
  if (duties === undefined) return { untold: '/data/handledBy' }
  const { data: _, ...attributes } = event
  const said = { ...attributes, time: momentText(String(event.time)), duties, data }
  const cells = new Map<Column, string>()
  const told = new Set<string>(Object.keys(format.fixed ?? {}))
  for (const column of format.columns) {
    const [pointer = ''] = column.to
    const value = pointedAt(said, pointer) as CellValue | undefined
    if (value === undefined) continue
    const text = writtenCell(column.cell, value)
    if (text === undefined) return { untold: pointer }
    cells.set(column, text)
    for (const to of column.to) told.add(to)
  }
  const untold = leavesOf({ ...data, handledBy: undefined }, '/data').find(
    (leaf) => ![...told].some((pointer) => `${leaf}/`.startsWith(`${pointer}/`)),
  )
  return untold === undefined ? { cells } : { untold }
}
