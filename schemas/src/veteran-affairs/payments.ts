import { benefitItem, suspendReason } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { exampleEventId, examplePersonAct } from '../example-act.ts'
import { month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { eventReference } from '../values/reference.ts'
import { wording } from './wording.ts'

/** A benefit is not paid until further notice. */
export const BenefitSuspended = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitSuspended',
  titleZh: '待遇停发',
  titleEn: 'Benefit suspended',
  descriptionZh: '自某月起停发一项待遇，载明原因和所依据的事实。',
  descriptionEn: 'A benefit is not paid from a month on, with the reason and the fact that caused it.',
  time: { from: 'from', until: 'ended' },
  thing: { kind: 'benefit', key: [['item']] },
  data: { item: benefitItem, from: month, reasonCode: suspendReason, causeEventId: eventReference.optional() },
  example: {
    ...examplePersonAct,
    item: '残疾抚恤金',
    from: '2025-01',
    reasonCode: '年度确认逾期',
    causeEventId: exampleEventId,
  },
})

/** A suspended benefit is paid again. */
export const BenefitResumed = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitResumed',
  titleZh: '待遇恢复',
  titleEn: 'Benefit resumed',
  descriptionZh: '自某月起恢复发放一项待遇，并载明自何月起补发。',
  descriptionEn: 'A benefit is paid again from a month on, and back-paid from another if it is.',
  time: { from: 'from', until: 'next', ends: { firstWithout: 'from' } },
  thing: { kind: 'benefit', key: [['item']] },
  data: {
    item: benefitItem,
    from: month,
    reasonCode: suspendReason,
    causeEventId: eventReference.optional(),
    /** Missing when nothing is paid back. */
    backPayFrom: month.optional(),
  },
  example: {
    ...examplePersonAct,
    item: '残疾抚恤金',
    from: '2025-03',
    reasonCode: '年度确认逾期',
    causeEventId: exampleEventId,
    backPayFrom: '2025-01',
  },
})

/** A benefit has ended for good. */
export const BenefitTerminated = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitTerminated',
  titleZh: '待遇终止',
  titleEn: 'Benefit terminated',
  descriptionZh: '自某月起终止一项待遇，载明原因和所依据的事实；死亡的自次月起。',
  descriptionEn: 'A benefit ended from a month on, with reason and cause; after a death, from the month after.',
  time: { from: 'from', until: 'stands', ends: { firstWithout: 'from' } },
  thing: { kind: 'benefit', key: [['item']] },
  data: { item: benefitItem, from: month, reasonCode: suspendReason, causeEventId: eventReference.optional() },
  example: {
    ...examplePersonAct,
    item: '残疾抚恤金',
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
  thing: { kind: 'benefit', key: [['item']] },
  data: { item: benefitItem, standardRef: wording(80), monthly: fen, from: month, backPay: fen.optional() },
  example: {
    ...examplePersonAct,
    item: '残疾抚恤金',
    standardRef: '2025-残疾抚恤-6-因公',
    monthly: 412_500,
    from: '2025-08',
    backPay: 41_000,
  },
})
