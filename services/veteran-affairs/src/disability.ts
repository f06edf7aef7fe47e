import type { Checks } from '@hub/intake/fault.ts'
import { fault } from './refusals.ts'

/** Illness gives the grades 1 to 6 only, and payment begins in the month after approval at the earliest. */
export const disability: Checks = {
  DisabilityRated: (data) => [
    ...(data.nature === '因病' && Number(data.grade) > 6 ? [fault('GRADE_NOT_OF_NATURE', '/grade')] : []),
    ...(String(data.payableFrom) <= String(data.approvedOn).slice(0, 7)
      ? [fault('PAYABLE_TOO_EARLY', '/payableFrom')]
      : []),
  ],
}
