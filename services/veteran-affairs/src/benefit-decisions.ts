import type { Checks } from '@hub/intake/fault.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { disabledCategories, survivorCategories, warVeterans } from '@hub/schemas/benefit-codes.ts'
import { nursing, nursingPerCent, type RatingForNursing } from '@hub/schemas/law/disability-pension.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import type { LegalRule } from '@hub/schemas/law/legal-rule.ts'
import { type FuneralMonths, funeralMonths, meritIncrease } from '@hub/schemas/law/survivors.ts'
import { monthAfter } from '@hub/schemas/values/day.ts'
import { BenefitApproved } from '@hub/schemas/veteran-affairs/decisions.ts'
import { BenefitResumed, BenefitSuspended, BenefitTerminated } from '@hub/schemas/veteran-affairs/payments.ts'
import { noBackPayAfterConfirmation, resumedAfterConfirmation, suspendedForConfirmation } from './confirmations.ts'
import { fault, faultByLaw } from './refusals.ts'
import { decidedByItsLevel, notEndedBySuspension, notPaidBack } from './sentences.ts'

type Data = Readonly<Record<string, unknown>>

const lawFor = <Value>(rule: LegalRule<Value>, data: Data, envelopeTime: string) =>
  lawOfFact(BenefitApproved, rule, data, envelopeTime)

const nursingIsDue = (data: Data, envelopeTime: string): readonly Fault[] => {
  const { item, rating } = data
  const law = lawFor(nursing, data, envelopeTime)
  return law && item === '护理费' && rating !== undefined && !nursingPerCent(law.value, rating as RatingForNursing)
    ? [faultByLaw('NURSING_NOT_DUE', '/rating', law)]
    : []
}

const increaseIsOfLaw = (data: Data, envelopeTime: string): readonly Fault[] => {
  const perCent = data.meritIncrease
  const law = lawFor(meritIncrease, data, envelopeTime)
  return law && perCent !== undefined && !law.value.includes(Number(perCent))
    ? [faultByLaw('INCREASE_NOT_OF_LAW', '/meritIncrease', law)]
    : []
}

const groupOf = (category: unknown): keyof FuneralMonths | undefined => {
  if (survivorCategories.has(String(category))) return 'survivor'
  if (disabledCategories.has(String(category))) return 'disabled'
  return warVeterans.has(String(category)) ? 'warVeteran' : undefined
}

/** A pension that is paid on as a funeral grant: for so many months, where the law says it for this identity. */
const funeralEnds = (data: Data, envelopeTime: string): readonly Fault[] => {
  const { item, category, monthly, from, to } = data
  const [law, group] = [lawFor(funeralMonths, data, envelopeTime), groupOf(category)]
  const months = group && law?.value[group]
  if (!law || !months || item !== '丧葬补助' || monthly === undefined) return []
  return to === undefined || String(to) > monthAfter(String(from), months - 1)
    ? [faultByLaw('FUNERAL_MONTHS', '/to', law)]
    : []
}

const sumsFit = ({ sharing, amount }: Data): readonly Fault[] => {
  const fixed = (sharing as { fixed?: Readonly<Record<string, number>> } | undefined)?.fixed ?? {}
  return Object.values(fixed).reduce((sum, one) => sum + one, 0) > Number(amount)
    ? [fault('FIXED_SUMS', '/sharing/fixed')]
    : []
}

/** A benefit is approved, suspended, resumed and ended as the law of its day has it. */
export const benefitDecisions: Checks = {
  BenefitApproved: {
    NURSING_NOT_DUE: nursingIsDue,
    INCREASE_NOT_OF_LAW: increaseIsOfLaw,
    FUNERAL_MONTHS: funeralEnds,
  },
  BenefitSuspended: {
    SUSPENDED_TOO_EARLY: suspendedForConfirmation,
    NOT_OF_LEVEL: (data, envelopeTime) => decidedByItsLevel(BenefitSuspended, data, envelopeTime),
  },
  BenefitResumed: {
    RESUMED_TOO_EARLY: resumedAfterConfirmation,
    NO_BACK_PAY: (data, envelopeTime) => [
      ...noBackPayAfterConfirmation(data, envelopeTime),
      ...notPaidBack(data, envelopeTime),
    ],
    NOT_OF_LEVEL: (data, envelopeTime) => decidedByItsLevel(BenefitResumed, data, envelopeTime),
  },
  BenefitTerminated: {
    SUSPENDS_ONLY: notEndedBySuspension,
    NOT_OF_LEVEL: (data, envelopeTime) => decidedByItsLevel(BenefitTerminated, data, envelopeTime),
  },
  BenefitStandardPublished: { FIXED_SUMS: sumsFit },
}
