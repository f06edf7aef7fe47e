import type { Position } from '@hub/schemas/format/position.ts'
import type { Refusal } from '../decider.ts'
import type { CountedReport, ReportAsked } from './reports.ts'

/** How long a freeze waits for the views to come to what is recorded, ms. */
export const patienceMs = 10_000

/**
 * Asks the read side what the work report comes to, once its views have come at least as far as `atLeast`. Times are ISO
 * instants. Whoever takes
 * decisions holds no views and no person's key: this is all that it wants of them.
 */
export type CountFigures = (
  asked: ReportAsked,
  atLeast: Position,
) => Promise<CountedReport | { readonly refused: readonly Refusal[] }>

/** Refuses a moment for which nothing can be counted. */
export const momentNotAnswered = ({ asOf, asKnownAt }: ReportAsked): { readonly refused: readonly Refusal[] } => {
  const pointer = asKnownAt === undefined ? '/asOf' : asOf === undefined ? '/asKnownAt' : ''
  return { refused: [{ code: 'MOMENT_NOT_ANSWERED', pointer }] }
}

/** Refuses windows that the report has not, or that do not take what was asked. */
export const windowRefused: { readonly refused: readonly Refusal[] } = {
  refused: [{ code: 'WINDOW_REFUSED', pointer: '/windows' }],
}
