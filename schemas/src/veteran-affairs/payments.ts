import { reviewLevel, suspendReason } from '../benefit-codes.ts'
import { defineEvent } from '../define-event.ts'
import { exampleEventId, examplePersonAct } from '../example-act.ts'
import { missedConfirmation, missedConfirmationOfOthers } from '../law/confirmation.ts'
import { sentenceConsequences } from '../law/sentence.ts'
import { inOrder } from '../rules/rule.ts'
import { day, month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { eventReference } from '../values/reference.ts'
import { benefitFields, ofBenefit } from './benefit.ts'
import { wording } from './wording.ts'

/** Why it is so, by which fact, and which level decided it: for sentences the province. */
const ground = {
  reasonCode: suspendReason,
  causeEventId: eventReference.optional(),
  decidedByLevel: reviewLevel.optional(),
}

/** A benefit is not paid until further notice. */
export const BenefitSuspended = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitSuspended',
  titleZh: '待遇中止（暂停发放）',
  titleEn: 'Benefit suspended',
  descriptionZh:
    '自某月起暂停发放一项待遇，载明原因和所依据的事实；因判刑、通缉中止的由省级决定。年度确认逾期的残疾人员，自60日期满的次月起。',
  descriptionEn:
    'A benefit is not paid from a month on, with the reason and the fact that caused it; for a sentence or a wanted notice the province decides it. For the disabled who missed the confirmation, from the month after the 60 days were over.',
  time: { from: 'from', until: 'ended' },
  thing: ofBenefit,
  law: [missedConfirmation, missedConfirmationOfOthers, sentenceConsequences],
  data: {
    ...benefitFields,
    /** The first month that is not paid. */
    from: month,
    ...ground,
    /** Of a missed confirmation: the day by which it was due. */
    dueOn: day.optional(),
  },
  example: {
    ...examplePersonAct,
    item: '残疾抚恤金',
    category: '残疾军人',
    from: '2025-01',
    reasonCode: '年度确认逾期',
    causeEventId: exampleEventId,
    dueOn: '2024-12-06',
  },
})

/** A suspended benefit is paid again. */
export const BenefitResumed = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitResumed',
  titleZh: '待遇恢复',
  titleEn: 'Benefit resumed',
  descriptionZh:
    '自某月起恢复发放一项待遇，载明当初暂停的原因；补发的，载明自何月起补发。残疾人员年度确认逾期、判刑或通缉期间不予补发；因机关差错暂停的，原因填“数据存疑”或“其他”。',
  descriptionEn:
    'A benefit is paid again from a month on, with the reason for which it was suspended, and back-paid from another if it is. Nothing is paid back to the disabled for a missed confirmation, nor for a sentence or a wanted notice; where the office was at fault the reason is data in doubt, or other.',
  time: { from: 'from', until: 'next', ends: { firstWithout: 'from' } },
  thing: ofBenefit,
  rules: [inOrder('backPayFrom', 'from')],
  law: [missedConfirmation, missedConfirmationOfOthers, sentenceConsequences],
  data: {
    ...benefitFields,
    from: month,
    ...ground,
    /** Of a missed confirmation: the day on which it was made up for. */
    confirmedOn: day.optional(),
    /** Missing when nothing is paid back. */
    backPayFrom: month.optional(),
  },
  example: {
    ...examplePersonAct,
    item: '残疾抚恤金',
    category: '残疾军人',
    from: '2025-03',
    reasonCode: '年度确认逾期',
    causeEventId: exampleEventId,
    confirmedOn: '2025-02-18',
  },
})

/** A benefit has ended for good. */
export const BenefitTerminated = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitTerminated',
  titleZh: '待遇终止（停发）',
  titleEn: 'Benefit terminated',
  descriptionZh:
    '自某月起终止（停发）一项待遇，载明原因和所依据的事实；死亡的自次月起。有期徒刑、通缉只能中止，不能终止。',
  descriptionEn:
    'A benefit ended from a month on, with reason and cause; after a death, from the month after. A fixed term or a wanted notice only suspends it.',
  time: { from: 'from', until: 'stands', ends: { firstWithout: 'from' } },
  thing: ofBenefit,
  law: [sentenceConsequences],
  data: {
    ...benefitFields,
    /** The first month that is not paid any more. */
    from: month,
    ...ground,
  },
  example: {
    ...examplePersonAct,
    item: '残疾抚恤金',
    category: '残疾军人',
    from: '2025-07',
    reasonCode: '死亡',
    causeEventId: exampleEventId,
  },
})

/** A benefit is paid in another amount, mostly because a standard was raised. */
export const BenefitAdjusted = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitAdjusted',
  titleZh: '待遇调整',
  titleEn: 'Benefit adjusted',
  descriptionZh: '自某月起按新标准发放一项待遇，载明月额和补发额。',
  descriptionEn: 'A benefit is paid by a new standard from a month on, with the monthly amount and the back-pay.',
  time: { from: 'from', until: 'next' },
  thing: ofBenefit,
  data: { ...benefitFields, standardRef: wording(80), monthly: fen, from: month, backPay: fen.optional() },
  example: {
    ...examplePersonAct,
    item: '残疾抚恤金',
    category: '残疾军人',
    standardRef: '2025-残疾抚恤-6-因公',
    monthly: 412_500,
    from: '2025-08',
    backPay: 41_000,
  },
})
