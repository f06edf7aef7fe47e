import { createHash } from 'node:crypto'
import type { Fact } from '@hub/file/fact.ts'
import type { commonFields } from '@hub/schemas/define-event.ts'
import type { ReportFrozen } from '@hub/schemas/hub/report-frozen.ts'
import type { z } from 'zod'
import type { Cause } from '../compare/fact-difference.ts'
import type { EventPage, Moment, Reader } from '../reader.ts'
import type { Scope } from './fact-sql.ts'
import type { Figure } from './figure.ts'
import { figureOf, figures } from './figures.ts'
import { isTimeLimit, reportWindows, type UsedWindow, usedWindow, windowsAgain, windowsOf } from './windows.ts'

/** What stands in `hub.ReportFrozen`. */
export type FrozenContent = Omit<z.output<typeof ReportFrozen.data>, keyof typeof commonFields | 'person'>
export type FrozenFigure = FrozenContent['figures'][number]

/** A report that was frozen: the event's content, its id and when it was frozen. */
export type FrozenReport = FrozenContent & { eventId: string; frozenAt: string; ordinal: number }

/** Changes when a figure begins to count otherwise. */
export const definitionDigest = (figure: Figure): string =>
  createHash('sha256').update(JSON.stringify(figure)).digest('hex').slice(0, 32)

const frozenWindow = ({ window, ...used }: UsedWindow): FrozenContent['windows'][number] => ({
  name: window.name,
  titleZh: window.titleZh,
  ...(isTimeLimit(window) ? { unit: window.unit } : {}),
  ...used,
})

/** The windows and every figure of the work report in a scope, as they are frozen. */
export const freezeFigures = (
  reader: Pick<Reader, 'workReport'>,
  scope: Scope,
): Pick<FrozenContent, 'windows' | 'figures'> => {
  const report = reader.workReport(scope)
  const frozen = figures.map((figure): FrozenFigure => {
    const value = report.value(figure)
    return {
      key: figure.key,
      row: figure.row,
      titleZh: figure.titleZh,
      unit: figure.unit,
      ...(value === null ? {} : { value }),
      windows: windowsOf(figure).map(({ name }) => name),
      definition: definitionDigest(figure),
    }
  })
  return { windows: reportWindows.map((window) => frozenWindow(usedWindow(window, scope.windows))), figures: frozen }
}

/** A frozen figure and what it comes to now. */
export type RecountedFigure = {
  frozen: FrozenFigure
  /** Null for a share of nothing, and for a figure that this version of the hub does not count. */
  now: number | null
  /** Now less frozen; null where one of the two is. */
  difference: number | null
  /** What the facts between the two make of it: new ones, late ones, corrections, retractions; together the difference. */
  parts: readonly { cause: Cause; difference: number | null }[]
  /** Whether the figure is defined otherwise now: then the difference is not of the facts alone. */
  redefined: boolean
}

/** Whether a figure comes to something else now, or is defined otherwise. */
export const hasChanged = ({ frozen, now, redefined }: RecountedFigure): boolean =>
  redefined || (frozen.value ?? null) !== now

/**
 * The report in the time, region and windows of a frozen one, as known at a moment, beside it: every figure, and why it
 * differs.
 */
export const recount = (
  frozen: FrozenReport,
  reader: Reader,
  { ordinal, knownTime }: Pick<Moment, 'ordinal' | 'knownTime'>,
): RecountedFigure[] => {
  const { asOf, position, ofRegion } = frozen
  const then = reader.resolveMoment({ asKnownAt: { position } })
  const known = frozen.figures.map(({ key }) => figureOf(key)).filter((figure) => figure !== undefined)
  const comparison = reader.compareReport(
    { asOf, ordinal: then.ordinal, knownTime: then.knownTime },
    { asOf, ordinal, knownTime },
    { region: ofRegion, windows: windowsAgain(frozen.windows) },
  )
  const differences = new Map(comparison.differences(known).map((each, at) => [known[at]!.key, each]))
  return frozen.figures.map((each) => {
    const [figure, counted] = [figureOf(each.key), differences.get(each.key)]
    const now = counted?.b ?? null
    return {
      frozen: each,
      now,
      difference: now === null || each.value === undefined ? null : now - each.value,
      parts: counted?.parts ?? [],
      redefined: !figure || definitionDigest(figure) !== each.definition,
    }
  })
}

const frozenOf = (fact: Fact): FrozenReport => ({
  ...(fact.data as FrozenContent),
  eventId: fact.eventId,
  frozenAt: fact.time,
  ordinal: fact.ordinal,
})

const ofReports = { names: ['ReportFrozen'], departments: ['hub'], category: 'report' } as const

/** A page of the reports that were frozen, the newest first. */
export const frozenReports = async (
  reader: Reader,
  page: Omit<EventPage, 'newestFirst' | 'orderBy'>,
): Promise<{ items: readonly FrozenReport[]; hasMore: boolean; totalCount: number }> => {
  const found = await reader.events(ofReports, { ...page, newestFirst: true })
  return { ...found, items: found.items.map(frozenOf) }
}

/** The frozen report of an event's id. */
export const frozenReport = async (reader: Reader, eventId: string): Promise<FrozenReport | undefined> => {
  const fact = await reader.event(eventId)
  return fact?.name === 'ReportFrozen' && fact.department === 'hub' ? frozenOf(fact) : undefined
}
