import type { SQLInputValue } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import { type Department, departments } from '@hub/schemas/department.ts'
import { countyOf, regionOf } from '@hub/schemas/values/region-code.ts'
import type { Views } from '@hub/views/open-views.ts'
import type { Cell, Column } from './cells.ts'
import type { eventStrata } from './export-request.ts'
import type { AboutLine } from './export-table.ts'
import { type ExportList, pagesOf } from './list.ts'

/** Open columns of an event, as the views have them: no box is opened for a list of events. */
type EventRow = {
  ordinal: number
  eventId: string
  type: string
  name: string
  department: string
  stream: string
  person: string | null
  region: string | null
  time: string
  knownTime: string
  position: string
  source: string
  id: string
  replaces: string | null
  correlation: string
  figures: string
}

type EventStratum = (typeof eventStrata)[number]

const pageSize = 200

const selected = `ordinal, event_id AS eventId, type, name, department, stream, person, region, time,
  known_time AS knownTime, position, source, id, replaces, correlation, figures`

const columns: readonly Column[] = [
  { heading: '事件编号', width: 38 },
  { heading: '部门', width: 24 },
  { heading: '事件', width: 20 },
  { heading: '事件类型', width: 44 },
  { heading: '所属流', width: 36 },
  { heading: '人员编号', width: 30 },
  { heading: '办理地区划', width: 14 },
  { heading: '办理地', width: 16 },
  { heading: '发生时间', width: 26 },
  { heading: '入库时间', width: 26 },
  { heading: '位置', width: 36 },
  { heading: '来源系统', width: 44 },
  { heading: '来源编号', width: 24 },
  { heading: '更正或撤回', width: 44 },
  { heading: '关联编号', width: 38 },
  { heading: '内容（公开字段）', width: 60 },
]

const regionName = (code: string | null): string | null => (code === null ? null : (regionOf(code)?.name ?? null))

const cellsOf = (row: EventRow): Cell[] => [
  row.eventId,
  departments[row.department as Department]?.titleZh ?? row.department,
  lookUpType(row.type)?.definition.titleZh ?? row.name,
  row.type,
  row.stream,
  row.person,
  row.region,
  regionName(row.region),
  row.time,
  row.knownTime,
  row.position,
  row.source,
  row.id,
  row.replaces,
  row.correlation,
  row.figures,
]

/** Which events, and in which order: by the log, or by when they happened. */
export type EventSelection = {
  title: string
  question: readonly AboutLine[]
} & (
  | { conditions: readonly { sql: string; values: readonly SQLInputValue[] }[]; order: 'log' | 'time' }
  /** These, by their places in the log, in this order. */
  | { ordinals: readonly number[] }
)

type Found = { total: number; pages(): AsyncIterable<EventRow[]> }

const edges = { log: '?1 = ?1 AND ordinal > ?2', time: '(time, ordinal) > (?1, ?2)' } as const
const orders = { log: 'ordinal', time: 'time, ordinal' } as const

const byConditions = (
  { database }: Pick<Views, 'database'>,
  { conditions, order }: Extract<EventSelection, { order: unknown }>,
): Found => {
  const where = ['known_from = ordinal', ...conditions.map(({ sql }) => `(${sql})`)].join(' AND ')
  const values = conditions.flatMap((condition) => [...condition.values])
  // The numbered marks of the edge come first, so that plain ones count on from them.
  const page = database.prepare(
    `SELECT ${selected} FROM facts WHERE ${edges[order]} AND ${where} ORDER BY ${orders[order]} LIMIT ${pageSize}`,
  )
  const count = database.prepare(`SELECT count(*) AS total FROM facts WHERE ${where}`)
  return {
    total: Number((count.get(...values) as { total: number }).total),
    pages: async function* () {
      let last = { time: '', ordinal: 0 }
      for (;;) {
        const rows = page.all(last.time, last.ordinal, ...values) as EventRow[]
        if (rows.length > 0) yield rows
        if (rows.length < pageSize) return
        last = rows.at(-1)!
        // Others are answered between two pages.
        await turn()
      }
    },
  }
}

const byOrdinals = ({ database }: Pick<Views, 'database'>, ordinals: readonly number[]): Found => {
  const page = database.prepare(
    `SELECT ${selected} FROM facts WHERE ordinal IN (SELECT value FROM json_each(?)) AND known_from = ordinal ORDER BY ordinal`,
  )
  return {
    total: ordinals.length,
    pages: async function* () {
      for (const wanted of pagesOf(ordinals, pageSize)) {
        yield page.all(JSON.stringify(wanted)) as EventRow[]
        await turn()
      }
    },
  }
}

const strata = {
  region: ({ region }: EventRow) => (region === null ? '无' : countyOf(region)),
  department: ({ department }: EventRow) => department,
  type: ({ name }: EventRow) => name,
  year: ({ time }: EventRow) => time.slice(0, 4),
} satisfies Record<EventStratum, (row: EventRow) => string>

/** Events as a list to take away: open fields only, personal values stay behind. */
export const eventList = (views: Pick<Views, 'database'>, selection: EventSelection): ExportList<EventRow> => {
  const found = 'ordinals' in selection ? byOrdinals(views, selection.ordinals) : byConditions(views, selection)
  return {
    title: selection.title,
    question: selection.question,
    columns,
    total: found.total,
    entries: found.pages,
    rowsOf: async (entries) => entries.map(cellsOf),
    keyOf: ({ eventId }) => eventId,
    stratumOf: (by, entry) => strata[by as keyof typeof strata](entry),
  }
}
