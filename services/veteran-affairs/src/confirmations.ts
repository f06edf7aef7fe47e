import type { Checks } from '@hub/intake/fault.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { disabledCategories } from '@hub/schemas/benefit-codes.ts'
import { missedConfirmation, missedConfirmationOfOthers } from '@hub/schemas/law/confirmation.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { dayAfter, dayOf, monthAfter } from '@hub/schemas/values/day.ts'
import { AnnualConfirmationLapsed } from '@hub/schemas/veteran-affairs/identities.ts'
import { BenefitResumed, BenefitSuspended } from '@hub/schemas/veteran-affairs/payments.ts'
import { fault, faultByLaw } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>

/** What only the disabled are paid: whose category is not said is told by it. */
const ofTheDisabled: ReadonlySet<unknown> = new Set(['残疾抚恤金', '护理费'])

type Declared = Parameters<typeof lawOfFact>[0]

const lawFor = (declared: Declared, data: Data, envelopeTime: string) => {
  const { category, item } = data
  const disabled = disabledCategories.has(String(category)) || (category === undefined && ofTheDisabled.has(item))
  return lawOfFact(declared, disabled ? missedConfirmation : missedConfirmationOfOthers, data, envelopeTime)
}

const noticeOf = (data: Data, envelopeTime: string): readonly Fault[] => {
  const law = lawFor(AnnualConfirmationLapsed, data, envelopeTime)
  return law && String(data.dueOn) < dayAfter(String(data.noticeOn), law.value.noticeDays)
    ? [faultByLaw('NOTICE_TOO_SHORT', '/dueOn', law)]
    : []
}

/** A benefit that is suspended for a missed confirmation: not before the month after the last day. */
export const suspendedForConfirmation = (data: Data, envelopeTime: string): readonly Fault[] => {
  const law = lawFor(BenefitSuspended, data, envelopeTime)
  // Where the law asks for no notice it says no month either.
  if (data.reasonCode !== '年度确认逾期' || data.dueOn === undefined || !law || law.value.noticeDays === 0) return []
  return String(data.from) < monthAfter(String(data.dueOn).slice(0, 7))
    ? [faultByLaw('SUSPENDED_TOO_EARLY', '/from', law)]
    : []
}

const resumed = (data: Data, envelopeTime: string) => {
  const law = lawFor(BenefitResumed, data, envelopeTime)
  return data.reasonCode === '年度确认逾期' && law && !law.value.backPay ? law : undefined
}

/** A benefit that is paid again after a missed confirmation: from the month after. */
export const resumedAfterConfirmation = (data: Data, envelopeTime: string): readonly Fault[] => {
  const law = resumed(data, envelopeTime)
  return law && data.confirmedOn !== undefined && String(data.from) < monthAfter(String(data.confirmedOn).slice(0, 7))
    ? [faultByLaw('RESUMED_TOO_EARLY', '/from', law)]
    : []
}

/** A benefit of the disabled that is paid again after a missed confirmation is not paid back. */
export const noBackPayAfterConfirmation = (data: Data, envelopeTime: string): readonly Fault[] => {
  const law = resumed(data, envelopeTime)
  return law && data.backPayFrom !== undefined ? [faultByLaw('NO_BACK_PAY', '/backPayFrom', law)] : []
}

const overAlready = (data: Data, envelopeTime: string): readonly Fault[] =>
  dayOf(envelopeTime) <= String(data.dueOn) ? [fault('NOT_LAPSED_YET', '/dueOn')] : []

/** The yearly confirmation lapses once its last day is over, and for the disabled not before 60 days of notice. */
export const confirmations: Checks = {
  AnnualConfirmationLapsed: { NOTICE_TOO_SHORT: noticeOf, NOT_LAPSED_YET: overAlready },
}
