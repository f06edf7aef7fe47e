import type { Fact } from '@hub/file/fact.ts'
import { eventRow } from '@hub/intake/sheet/event-row.ts'
import type { Column, SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import type { Reader } from '@hub/reading/reader.ts'
import type { Cell } from '@hub/reading/tables/cells.ts'
import type { ExportTable } from '@hub/reading/tables/export-table.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { citizenNumberFault } from '@hub/schemas/values/citizen-number.ts'
import { personIdOf } from '@hub/schemas/values/person.ts'

const pageSize = 200

/** Why facts are not in a sheet of facts: English, Chinese. */
export const leftOutCatalogue = {
  earlier: ['of an earlier version of the type', '属于该类型的旧版本'],
  erased: ['whose sealed fields are not there', '加密内容已销毁或损坏'],
  unknown: ['of persons whose citizen number the hub does not know', '枢纽不知道当事人的公民身份号码'],
  untold: ['that no row can say', '无法写成一行'],
} as const satisfies Record<string, readonly [string, string]>

type LeftOut = keyof typeof leftOutCatalogue

/** Heading of the column that names the type, by which a sheet of facts is known when it comes back. */
export const typeHeading = '事件类型'

const personIdsIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = personIdOf(value)
  return own === undefined ? Object.values(value).flatMap(personIdsIn) : [own]
}

/** Data with persons named by their citizen numbers, as a department names them. */
const named = (value: unknown, numbers: ReadonlyMap<string, string>): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((member) => named(member, numbers))
  const own = personIdOf(value)
  if (own !== undefined) return { citizenNumber: numbers.get(own) }
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, named(member, numbers)]))
}

type Reading = Pick<Reader, 'scan' | 'opened' | 'files' | 'checkpoint'>

const numbersOf = async (reader: Reading, facts: readonly Fact[]): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(facts.flatMap(({ data }) => personIdsIn(data)))]
  const files = await reader.files(ids)
  return new Map(
    [...files].flatMap(([id, { identity }]) => {
      const number = identity.idDocument?.value.number
      return number !== undefined && citizenNumberFault(number) === undefined ? [[id, number] as const] : []
    }),
  )
}

/**
 * The recorded facts of a type as its sheet, each with its own id and source: handed over again they are the same
 * events. What cannot be told so is counted in `leftOut`.
 */
export const factSheet = (
  reader: Reading,
  definition: EventDefinition,
  format: SheetFormat,
  limit: number,
): { table: ExportTable; leftOut: ReadonlyMap<LeftOut, number> } => {
  const leftOut = new Map<LeftOut, number>()
  const without = (why: LeftOut) => {
    leftOut.set(why, (leftOut.get(why) ?? 0) + 1)
    return []
  }
  const rowOf = (fact: Fact, envelope: Record<string, unknown>, numbers: ReadonlyMap<string, string>): Cell[][] => {
    if (fact.type !== definition.type) return without('earlier')
    if (fact.lost !== 'nothing') return without('erased')
    if (personIdsIn(fact.data).some((id) => !numbers.has(id))) return without('unknown')
    const data = named(fact.data, numbers) as Record<string, unknown>
    const row = eventRow(format, { ...envelope, data })
    if ('untold' in row) return without('untold')
    return [[definition.type, ...format.columns.map((column: Column) => row.cells.get(column) ?? null)]]
  }
  const { ordinal } = reader.checkpoint()
  async function* pages(): AsyncGenerator<Cell[][]> {
    let after = 0
    for (;;) {
      const page = { after, before: ordinal + 1, first: pageSize }
      const events = await reader.scan({ departments: [definition.department], names: [definition.name] }, page)
      if (events.length === 0) return
      const facts = await reader.opened(events)
      const numbers = await numbersOf(reader, facts)
      yield facts.flatMap((fact, at) => {
        const { id, source, time, replaces, replacesreason, correlationid, causationid } = events[at]!.metadata
        return rowOf(fact, { id, source, time, replaces, replacesreason, correlationid, causationid }, numbers)
      })
      after = events.at(-1)!.ordinal
    }
  }
  const headings = [typeHeading, ...format.columns.map(({ headings: [heading = ''] }) => heading)]
  return {
    table: {
      title: format.titleZh.slice(0, 31),
      columns: headings.map((heading) => ({ heading, width: Math.max(12, heading.length * 2 + 4) })),
      pages,
      about: [
        ['导出内容', `${definition.titleZh} ${definition.type}`],
        ['再次报送', `hub submit 本文件 --department ${definition.department}：同一事件不会重复入库`],
      ],
      limit,
    },
    leftOut,
  }
}
