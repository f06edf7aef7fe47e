import { beneficiaryCategory, confirmationMethod, identityEndReason } from '../benefit-codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { missedConfirmation, missedConfirmationOfOthers } from '../law/confirmation.ts'
import { numberOf } from '../open-field.ts'
import { inOrder } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { day, month } from '../values/day.ts'
import { fallenPerson } from '../values/fallen-person.ts'
import { wording, year } from './wording.ts'

const identity = {
  category: beneficiaryCategory,
  /** On whose account a survivor or a soldier's family is entitled. */
  relatedPerson: fallenPerson.optional(),
}
const ofIdentity: Thing = { kind: 'identity', key: [['category', 'relatedPerson?']] }
const ofConfirmation: Thing = { kind: 'confirmation', key: [['year']] }

/** Somebody is recognised as entitled to preferential treatment. */
export const BeneficiaryCategoryRecognised = defineEvent({
  department: 'veteran-affairs',
  name: 'BeneficiaryCategoryRecognised',
  titleZh: '优抚对象身份认定',
  titleEn: 'Beneficiary category recognised',
  descriptionZh: '认定优抚对象身份类别；遗属、家属载明军人本人。身份认定不等于享受待遇：享受待遇的，载明起发月份。',
  descriptionEn:
    'An identity with preferential treatment is recognised; for survivors and families, on whose account. An identity is not yet entitlement: where something is paid, it says from which month.',
  time: { until: 'ended', paidFrom: 'payableFrom' },
  thing: ofIdentity,
  data: {
    ...identity,
    /** Missing where the identity is recognised and nothing is paid for it. */
    payableFrom: month.optional(),
    certificateNo: numberOf('certificate', wording(60)).optional(),
  },
  example: {
    ...examplePersonAct,
    category: '参战退役军人',
    payableFrom: '2024-11',
    certificateNo: '优字第24-0456号',
  },
})

/** An identity with preferential treatment has ended. */
export const BeneficiaryCategoryEnded = defineEvent({
  department: 'veteran-affairs',
  name: 'BeneficiaryCategoryEnded',
  titleZh: '优抚身份终止',
  titleEn: 'Beneficiary category ended',
  descriptionZh:
    '优抚对象身份终止：类别、原因；享受待遇的，载明最后享受的月份。配偶再婚后继续赡养抚养的，不因再婚终止。',
  descriptionEn:
    'An identity with preferential treatment ended: which, why, and the last month that is paid where something was. A remarriage does not end it where the spouse supports on the family of the fallen.',
  time: { until: 'stands', ends: { last: 'lastMonth' } },
  thing: ofIdentity,
  data: { ...identity, reason: identityEndReason, lastMonth: month.optional() },
  example: { ...examplePersonAct, category: '参战退役军人', reason: '迁出', lastMonth: '2024-12' },
})

/** A beneficiary has confirmed for a year that the treatment is still due. */
export const AnnualConfirmationCompleted = defineEvent({
  department: 'veteran-affairs',
  name: 'AnnualConfirmationCompleted',
  titleZh: '年度确认完成',
  titleEn: 'Annual confirmation completed',
  descriptionZh: '优抚对象完成当年的年度确认，载明方式。',
  descriptionEn: 'The beneficiary was confirmed for the year, and how.',
  time: { until: { endOfYear: 'year' } },
  thing: ofConfirmation,
  countedBy: ['confirmations-asked', 'confirmations-done'],
  data: { year, method: confirmationMethod },
  example: { ...examplePersonAct, year: 2024, method: '上门' },
})

/** A beneficiary has missed the confirmation of a year; payment is suspended until it is done. */
export const AnnualConfirmationLapsed = defineEvent({
  department: 'veteran-affairs',
  name: 'AnnualConfirmationLapsed',
  titleZh: '年度确认逾期',
  titleEn: 'Annual confirmation lapsed',
  descriptionZh:
    '优抚对象经告知仍未在期限内完成年度确认。残疾人员的期限为告知后60日，告知当日不计入；期限届满后方可认定逾期。',
  descriptionEn:
    'The beneficiary was given notice and did not confirm by the day it was due: for the disabled the 60th day after that of the notice. It has lapsed once that day is over.',
  time: { from: 'dueOn', until: 'ended' },
  thing: ofConfirmation,
  rules: [inOrder('noticeOn', 'dueOn')],
  countedBy: ['confirmations-asked', 'confirmations-missed'],
  law: [missedConfirmation, missedConfirmationOfOthers],
  judgedBy: ['noticeOn'],
  data: {
    year,
    /** The identity that was to be confirmed: the law differs. */
    category: beneficiaryCategory,
    noticeOn: day,
    dueOn: day,
  },
  example: { ...examplePersonAct, year: 2024, category: '残疾军人', noticeOn: '2024-09-02', dueOn: '2024-11-01' },
})
