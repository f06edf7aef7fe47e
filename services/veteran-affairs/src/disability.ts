import type { Checks } from '@hub/intake/fault.ts'
import { pensionStart } from '@hub/schemas/law/disability-pension.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { citing } from '@hub/schemas/law/legal-rule.ts'
import { beginningOf } from '@hub/schemas/own-time.ts'
import { monthAfter } from '@hub/schemas/values/day.ts'
import { DisabilityRated } from '@hub/schemas/veteran-affairs/disability.ts'
import { fault, refusals } from './refusals.ts'

type Data = Parameters<Checks[string]>[0]

/** Payment begins no earlier than the law of the day of approval lets it. */
const payableTooEarly = (data: Data, envelopeTime: string) => {
  const { payableFrom } = data
  const entry = lawOfFact(DisabilityRated, pensionStart, data, envelopeTime)
  if (!entry || payableFrom === undefined) return []
  const approved = beginningOf(DisabilityRated, data, envelopeTime).slice(0, 7)
  const earliest = entry.value === 'month-of-approval' ? approved : monthAfter(approved)
  return String(payableFrom) < earliest
    ? [fault('PAYABLE_TOO_EARLY', '/payableFrom', citing(refusals.PAYABLE_TOO_EARLY, entry))]
    : []
}

/** Illness gives the grades 1 to 6 only, and payment begins when the law of the day of approval lets it. */
export const disability: Checks = {
  DisabilityRated: (data, envelopeTime) => [
    ...(data.nature === '因病' && Number(data.grade) > 6 ? [fault('GRADE_NOT_OF_NATURE', '/grade')] : []),
    ...payableTooEarly(data, envelopeTime),
  ],
}
