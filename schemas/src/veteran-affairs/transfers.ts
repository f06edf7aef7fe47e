import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { disabledMove, martyrsSurvivorMoves, transferFromArmy } from '../law/transfers.ts'
import { exactlyOne, inOrder } from '../rules/rule.ts'
import { day, month } from '../values/day.ts'
import { regionCode } from '../values/region-code.ts'
import { benefitFields, ofBenefit } from './benefit.ts'
import { wording } from './wording.ts'

const transfer = {
  ...benefitFields,
  transferNo: wording(60),
  /** The last month that the old place, or the unit, pays: December as a rule. */
  paidThrough: month,
  /** The first month that the new place pays: the January after as a rule. */
  payableFrom: month,
}
const transferExample = {
  ...examplePersonAct,
  item: '残疾抚恤金',
  category: '残疾军人',
  transferNo: '转字2024-031',
  paidThrough: '2024-12',
  payableFrom: '2025-01',
}

/** The duty to pay a benefit has gone to another place. */
export const SupportRelationTransferredOut = defineEvent({
  department: 'veteran-affairs',
  name: 'SupportRelationTransferredOut',
  titleZh: '抚恤关系转出',
  titleEn: 'Support relation transferred out',
  descriptionZh: '抚恤关系转往外地：项目、转入地、本地发放至何月、对方自何月发放。',
  descriptionEn: 'A benefit is paid elsewhere from now on: by whom, paid here through which month, there from which.',
  time: { from: 'payableFrom', until: 'stands', ends: { last: 'paidThrough' } },
  thing: ofBenefit,
  rules: [inOrder('paidThrough', 'payableFrom')],
  law: [disabledMove, martyrsSurvivorMoves],
  judgedBy: ['paidThrough'],
  data: { ...transfer, otherRegion: regionCode },
  example: { ...transferExample, otherRegion: '440305' },
})

/** The duty to pay a benefit has come from another place, or from the army. */
export const SupportRelationTransferredIn = defineEvent({
  department: 'veteran-affairs',
  name: 'SupportRelationTransferredIn',
  titleZh: '抚恤关系转入',
  titleEn: 'Support relation transferred in',
  descriptionZh:
    '抚恤关系由外地或部队转入：项目、转出地（由部队转入的填退役日期）、对方发放至何月、本地自何月发放。由部队转入的，退役当年由部队发给，下一年起由地方发给；应在退役后60日内申请，逾期申请的仍予受理。',
  descriptionEn:
    'A benefit is paid here from now on: by whom before (from the army, the day of discharge), paid there through which month, here from which. From the army the unit pays the year of the discharge and the county from the next; it is to be applied for within 60 days, and a late application is taken all the same.',
  time: { from: 'payableFrom', until: 'ended' },
  thing: ofBenefit,
  rules: [
    inOrder('paidThrough', 'payableFrom'),
    exactlyOne('otherRegion', 'dischargedOn'),
    inOrder('dischargedOn', 'appliedOn'),
  ],
  law: [transferFromArmy, disabledMove, martyrsSurvivorMoves],
  judgedBy: ['dischargedOn', 'paidThrough'],
  data: {
    ...transfer,
    /** The place that paid before; missing where it was the army. */
    otherRegion: regionCode.optional(),
    /** The day on which the person left the army, or was handed over to the government; only where it comes from there. */
    dischargedOn: day.optional(),
    appliedOn: day.optional(),
  },
  example: { ...transferExample, dischargedOn: '2024-09-01', appliedOn: '2024-10-21' },
})
