import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { ReportFrozen } from '@hub/schemas/hub/report-frozen.ts'
import { cityRegion, isUnder } from '@hub/schemas/values/region-code.ts'
import type { z } from 'zod'
import type { Decider, Decision, Refusal } from '../decider.ts'

/** A figure as it is frozen. */
export type FrozenFigure = z.output<typeof ReportFrozen.data.shape.figures>[number]

/** A window as a report was counted by it. */
export type FrozenWindow = z.output<typeof ReportFrozen.data.shape.windows>[number]

/** A window that is asked for: a number for a time limit, days for one of days. */
export type WindowAsked = {
  readonly name: string
  readonly value?: number | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A report as it is frozen: what stands in `hub.ReportFrozen`. */
export type FrozenReport = {
  readonly reportName: string
  /** Only what had happened by then counts; missing where all does. ISO. */
  readonly asOf?: string
  /** Position of the last event that counts, and its recorded time. */
  readonly position: string
  readonly asKnownAt: string
  /** The region whose offices count; missing for all. */
  readonly ofRegion?: string
  readonly windows: readonly FrozenWindow[]
  readonly figures: readonly FrozenFigure[]
  readonly frozenBy: string
  readonly note?: string
}

/**
 * What a report is asked for: which moment (days, or ISO instants), region and windows; nothing set means now, all, and
 * the defaults.
 */
export type ReportAsked = {
  readonly asOf?: string | undefined
  readonly asKnownAt?: { readonly time?: string | undefined; readonly position?: string | undefined } | undefined
  readonly ofRegion?: string | undefined
  readonly windows?: readonly WindowAsked[] | undefined
}

/** A report that is asked to be frozen. */
export type FreezeRequest = ReportAsked & {
  readonly reportName: string
  readonly frozenBy: string
  readonly note?: string | undefined
}

/** The figures of a report, and the moment for which they were counted. */
export type CountedReport = Pick<FrozenReport, 'asOf' | 'position' | 'asKnownAt' | 'windows' | 'figures'>

export type ReportEvent = { readonly type: 'hub.ReportFrozen.v1'; readonly id: 'frozen'; readonly data: FrozenReport }

/** The report of a name; undefined while none is frozen. */
export type ReportOfName = FrozenReport | undefined

const events: readonly EventDefinition[] = [ReportFrozen]

/** Reports that are frozen under a name, one stream a name. */
export const reports: Decider<ReportOfName, ReportEvent> = {
  service: 'reports',
  events,
  initial: undefined,
  evolve: (report, { data }) => report ?? data,
}

/** What speaks against a request whatever has been counted or frozen. */
export const refusalsOf = ({ ofRegion }: ReportAsked): readonly Refusal[] =>
  ofRegion === undefined || isUnder(ofRegion, cityRegion) || isUnder(cityRegion, ofRegion)
    ? []
    : [{ code: 'REGION_NOT_SERVED', pointer: '/ofRegion' }]

/** The windows that were asked for, however they were ordered; a default may be another one day. */
const askedFor = (windows: readonly FrozenWindow[]): string =>
  windows
    .filter(({ asked }) => asked)
    .map(({ name, value, from, to }) => [name, value, from, to].join(' '))
    .toSorted()
    .join('\n')

const isSame = (request: FreezeRequest, counted: CountedReport, frozen: FrozenReport) =>
  frozen.ofRegion === request.ofRegion &&
  askedFor(frozen.windows) === askedFor(counted.windows) &&
  (request.asOf === undefined || frozen.asOf === counted.asOf) &&
  (request.asKnownAt === undefined || frozen.position === counted.position)

/**
 * Freezes a report under its name, unless it is frozen: asking again gives nothing new whatever has been recorded since,
 * asking under the same name for another moment, region or windows is refused. `counted` is what the request comes to now.
 */
export const freeze = (request: FreezeRequest, counted: CountedReport, frozen: ReportOfName): Decision<ReportEvent> => {
  const refused = refusalsOf(request)
  if (refused.length > 0) return { refused }
  if (frozen)
    return isSame(request, counted, frozen) ? [] : { refused: [{ code: 'NAME_TAKEN', pointer: '/reportName' }] }
  const { reportName, frozenBy, note, ofRegion } = request
  const { asOf, position, asKnownAt, windows, figures } = counted
  const report: FrozenReport = {
    reportName,
    ...(asOf === undefined ? {} : { asOf }),
    position,
    asKnownAt,
    ...(ofRegion === undefined ? {} : { ofRegion }),
    windows,
    figures,
    frozenBy,
    ...(note === undefined ? {} : { note }),
  }
  return [{ type: 'hub.ReportFrozen.v1', id: 'frozen', data: report }]
}
