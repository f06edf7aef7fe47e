import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { ReportFrozen } from '@hub/schemas/hub/report-frozen.ts'
import { cityRegion, isUnder } from '@hub/schemas/values/region-code.ts'
import type { z } from 'zod'
import type { Decider, Decision, Refusal } from '../decider.ts'

/** A figure as it is frozen. */
export type FrozenFigure = z.output<typeof ReportFrozen.data.shape.figures>[number]

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
  readonly figures: readonly FrozenFigure[]
  readonly frozenBy: string
  readonly note?: string
}

/** What a report is asked for: which moment (days, or ISO instants) and region; nothing set means now, and all. */
export type ReportAsked = {
  readonly asOf?: string | undefined
  readonly asKnownAt?: { readonly time?: string | undefined; readonly position?: string | undefined } | undefined
  readonly ofRegion?: string | undefined
}

/** A report that is asked to be frozen. */
export type FreezeRequest = ReportAsked & {
  readonly reportName: string
  readonly frozenBy: string
  readonly note?: string | undefined
}

/** The figures of a report, and the moment for which they were counted. */
export type CountedReport = Pick<FrozenReport, 'asOf' | 'position' | 'asKnownAt' | 'figures'>

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

const isSame = (request: FreezeRequest, counted: CountedReport, frozen: FrozenReport) =>
  frozen.ofRegion === request.ofRegion &&
  (request.asOf === undefined || frozen.asOf === counted.asOf) &&
  (request.asKnownAt === undefined || frozen.position === counted.position)

/**
 * Freezes a report under its name, unless it is frozen: asking again gives nothing new whatever has been recorded since,
 * asking under the same name for another moment or region is refused. `counted` is what the request comes to now.
 */
export const freeze = (request: FreezeRequest, counted: CountedReport, frozen: ReportOfName): Decision<ReportEvent> => {
  const refused = refusalsOf(request)
  if (refused.length > 0) return { refused }
  if (frozen)
    return isSame(request, counted, frozen) ? [] : { refused: [{ code: 'NAME_TAKEN', pointer: '/reportName' }] }
  const { reportName, frozenBy, note, ofRegion } = request
  const { asOf, position, asKnownAt, figures } = counted
  const report: FrozenReport = {
    reportName,
    ...(asOf === undefined ? {} : { asOf }),
    position,
    asKnownAt,
    ...(ofRegion === undefined ? {} : { ofRegion }),
    figures,
    frozenBy,
    ...(note === undefined ? {} : { note }),
  }
  return [{ type: 'hub.ReportFrozen.v1', id: 'frozen', data: report }]
}
