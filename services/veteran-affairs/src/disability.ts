import type { Checks } from '@hub/intake/fault.ts'
import { pensionStart } from '@hub/schemas/law/disability-pension.ts'
import { citing, lawOn } from '@hub/schemas/law/legal-rule.ts'
import { monthAfter } from '@hub/schemas/values/day.ts'
import { fault, refusals } from './refusals.ts'

type Data = Parameters<Checks[string]>[0]

/** Payment begins no earlier than the law of the day of approval lets it. */
const payableTooEarly = ({ approvedOn, payableFrom, region }: Data) => {
  const entry = lawOn(pensionStart, String(approvedOn), String(region))
  if (!entry || payableFrom === undefined) return []
  const approved = String(approvedOn).slice(0, 7)
  const earliest = entry.value === 'month-of-approval' ? approved : monthAfter(approved)
  return String(payableFrom) < earliest
    ? [fault('PAYABLE_TOO_EARLY', '/payableFrom', citing(refusals.PAYABLE_TOO_EARLY, entry))]
    : []
}

/** Illness gives the grades 1 to 6 only, and payment begins when the law of the day of approval lets it. */
export const disability: Checks = {
  DisabilityRated: (data) => [
    ...(data.nature === '因病' && Number(data.grade) > 6 ? [fault('GRADE_NOT_OF_NATURE', '/grade')] : []),
    ...payableTooEarly(data),
  ],
}
