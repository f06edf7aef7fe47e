import { isPosition } from '@hub/schemas/format/position.ts'
import { Refused } from '@hub/schemas/refusal.ts'
import { regionOf } from '@hub/schemas/values/region-code.ts'
import type { Views } from '@hub/views/open-views.ts'
import type { SearchKey } from '@hub/views/search-tokens.ts'
import { linkedPersons } from '../linked-persons.ts'
import { pinnedMoment } from '../moment.ts'
import { conditionsOf } from '../read-events.ts'
import type { Moment, Reader } from '../reader.ts'
import { readingRefusals } from '../reading-refusals.ts'
import { figureOf } from '../report/figures.ts'
import { readWindow, setWindows, usedWindow, usedWindowText, windowsOf } from '../report/windows.ts'
import { eventList } from './event-list.ts'
import type { AnyExport, ExportQuery } from './export-request.ts'
import type { AboutLine } from './export-table.ts'
import type { ExportList } from './list.ts'
import { reportList } from './report-list.ts'
import { veteranList } from './veteran-list.ts'

/** What an export reads from: a snapshot of the views that nothing changes while it lasts. */
export type ExportParts = {
  reader: Reader
  views: Views
  hubKeys: SearchKey
  storeId: string
  /** ms since 1970: when it is taken away. */
  now: number
}

const everything: AboutLine = ['筛选', '全部']

/** The conditions of a query as lines, in the order of its schema. */
const filterLines = (query: Record<string, unknown>): AboutLine[] => {
  const own = new Set(['asOf', 'asKnownAt', 'limit', 'sampleSize', 'sampleSeed', 'sampleBy'])
  const said = Object.entries(query).filter(([key, value]) => value !== undefined && !own.has(key))
  if (said.length === 0) return [everything]
  return said.map(([key, value]) => [`筛选 ${key}`, Array.isArray(value) ? value.join(',') : String(value)])
}

/** The moment that a request is for, pinned. @throws {Refused} where it can't be answered for */
export const momentOf = (
  reader: Reader,
  { asOf, asKnownAt }: { asOf?: string | undefined; asKnownAt?: string | undefined },
): Moment => {
  const known = asKnownAt === undefined || (isPosition(asKnownAt) ? { position: asKnownAt } : { time: asKnownAt })
  return pinnedMoment(reader, { asOf, ...(known === true ? {} : { asKnownAt: known }) })
}

const upTo = ({ ordinal, asOf }: Moment) => [
  { sql: 'ordinal <= ?', values: [ordinal] },
  ...(asOf === undefined ? [] : [{ sql: 'time <= ?', values: [asOf] }]),
]

type Counting = { region?: string | undefined; windows?: readonly string[] | undefined }

const scopeOf = ({ ordinal, asOf }: Moment, { region, windows = [] }: Counting) => ({
  ordinal,
  ...(asOf === undefined ? {} : { asOf }),
  ...(region === undefined ? {} : { region }),
  windows: setWindows(windows.flatMap((text) => readWindow(text) ?? [])),
})

const veterans = (parts: ExportParts, query: ExportQuery<'veterans'>, moment: Moment) => {
  const { name, surname, initials } = query
  const words = Object.fromEntries(Object.entries({ name, surname, initials }).filter(([, word]) => word !== undefined))
  const { bornFrom, bornTo } = query
  return veteranList(
    {
      ...parts,
      searchKey: parts.hubKeys,
      moment,
      past: query.asOf !== undefined || query.asKnownAt !== undefined,
    },
    {
      title: '档案名单',
      question: filterLines(query),
      selection: {
        ...(Object.keys(words).length === 0 ? {} : { tokens: parts.reader.searchTokens(words) }),
        region: query.regionUnder,
        status: query.status,
        grade: query.disabilityGrade,
        ...(bornFrom === undefined && bornTo === undefined ? {} : { birthYears: { from: bornFrom, to: bornTo } }),
      },
    },
  )
}

const events = ({ views }: ExportParts, query: ExportQuery<'events'>, moment: Moment) =>
  eventList(views, {
    title: '事件清单',
    question: filterLines(query),
    order: 'log',
    conditions: [
      ...conditionsOf({
        ...(query.departments ? { departments: query.departments } : {}),
        ...(query.names ? { names: query.names } : {}),
        person: query.personId,
        stream: query.stream,
        category: query.category,
        region: query.regionUnder,
        occurredFrom: query.occurredFrom,
        occurredBefore: query.occurredBefore,
      }),
      ...upTo(moment),
    ],
  })

const timeline = ({ reader, views }: ExportParts, query: ExportQuery<'timeline'>, moment: Moment) => {
  const { citizenNumber } = query
  const person = citizenNumber === undefined ? query.personId : reader.personByCitizenNumber(citizenNumber)
  if (person === undefined)
    throw new Refused(readingRefusals.NOTHING_TO_EXPORT, {
      pointer: citizenNumber === undefined ? '/personId' : '/citizenNumber',
    })
  const persons = linkedPersons(views, [person], moment.ordinal).get(person)!
  return eventList(views, {
    title: '时间线',
    // The person by the id that the hub gave: a citizen number stays out of what is said of the file.
    question: [['人员编号', persons.join(',')]],
    order: 'time',
    conditions: [
      { sql: 'person IN (SELECT value FROM json_each(?))', values: [JSON.stringify(persons)] },
      ...upTo(moment),
    ],
  })
}

const figure = ({ reader, views }: ExportParts, query: ExportQuery<'figure'>, moment: Moment) => {
  const { key, region } = query
  const scope = scopeOf(moment, query)
  const found = figureOf(key)
  if (!found) throw new Refused(readingRefusals.NOTHING_TO_EXPORT, { pointer: '/key' })
  return eventList(views, {
    title: found.titleZh,
    question: [
      ['指标', `${found.titleZh} ${found.titleEn}（${key}）`],
      ...windowsOf(found).map((window): AboutLine => ['口径', usedWindowText(usedWindow(window, scope.windows))]),
      ['办理地', region === undefined ? '全部' : `${region} ${regionOf(region)?.name ?? ''}`],
    ],
    ordinals: reader.workReport(scope).allFacts(found),
  })
}

/** The list that a request asks for. @throws {Refused} where nothing has the id or key */
export const listOf = (parts: ExportParts, { kind, query }: AnyExport, moment: Moment): ExportList<unknown> => {
  switch (kind) {
    case 'veterans':
      return veterans(parts, query, moment)
    case 'events':
      return events(parts, query, moment)
    case 'timeline':
      return timeline(parts, query, moment)
    case 'figure':
      return figure(parts, query, moment)
    case 'report':
      return reportList(parts.reader, scopeOf(moment, query), {
        title: '工作报告',
        question: filterLines(query),
      })
    default:
      throw new TypeError(`unknown export ${JSON.stringify(kind satisfies never)}`)
  }
}
