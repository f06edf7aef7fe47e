import { beneficiaryCategory, confirmationMethod, identityEndReason } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { day, month } from '../values/day.ts'
import { fallenPerson } from '../values/fallen-person.ts'
import { wording, year } from './wording.ts'

/** Somebody is recognised as entitled to preferential treatment. */
export const BeneficiaryCategoryRecognised = defineEvent({
  department: 'veteran-affairs',
  name: 'BeneficiaryCategoryRecognised',
  titleZh: '优抚对象身份认定',
  titleEn: 'Beneficiary category recognised',
  descriptionZh: '认定优抚对象身份类别，载明自何月起享受待遇；遗属、家属载明军人本人。',
  descriptionEn:
    'An identity with preferential treatment is recognised, payable from a month; for survivors and families, on whose account.',
  time: { until: 'ended', paidFrom: 'payableFrom' },
  thing: { kind: 'identity', key: [['category', 'relatedPerson?']] },
  data: {
    category: beneficiaryCategory,
    payableFrom: month,
    /** On whose account a survivor or a soldier's family is entitled. */
    relatedPerson: fallenPerson.optional(),
    certificateNo: wording(60).optional(),
  },
  example: { ...examplePersonAct, category: '参战退役人员', payableFrom: '2012-08', certificateNo: '优字第12-0456号' },
})

/** An identity with preferential treatment has ended. */
export const BeneficiaryCategoryEnded = defineEvent({
  department: 'veteran-affairs',
  name: 'BeneficiaryCategoryEnded',
  titleZh: '优抚身份终止',
  titleEn: 'Beneficiary category ended',
  descriptionZh: '优抚对象身份终止：类别、原因、最后享受待遇的月份。',
  descriptionEn: 'An identity with preferential treatment ended: which, why, and the last month that is paid.',
  time: { until: 'stands', ends: { last: 'lastMonth' } },
  thing: { kind: 'identity', key: [['category']] },
  data: { category: beneficiaryCategory, reason: identityEndReason, lastMonth: month },
  example: { ...examplePersonAct, category: '参战退役人员', reason: '迁出', lastMonth: '2024-12' },
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
  thing: { kind: 'confirmation', key: [['year']] },
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
  descriptionZh: '优抚对象经告知仍未在期限内完成年度确认。',
  descriptionEn: 'The beneficiary was given notice and did not confirm by the day it was due.',
  time: { from: 'dueOn', until: 'ended' },
  thing: { kind: 'confirmation', key: [['year']] },
  countedBy: ['confirmations-asked', 'confirmations-missed'],
  data: { year, noticeOn: day, dueOn: day },
  example: { ...examplePersonAct, year: 2024, noticeOn: '2024-09-02', dueOn: '2024-11-30' },
})
