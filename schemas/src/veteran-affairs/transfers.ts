import { benefitItem } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { month } from '../values/day.ts'
import { regionCode } from '../values/region-code.ts'
import { wording } from './wording.ts'

const transfer = {
  item: benefitItem,
  otherRegion: regionCode,
  transferNo: wording(60),
  /** The last month that the old place pays, December as a rule. */
  paidThrough: month,
  /** The first month that the new place pays, the January after as a rule. */
  payableFrom: month,
}
const transferExample = {
  ...examplePersonAct,
  item: '残疾抚恤金',
  otherRegion: '440305',
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
  thing: { kind: 'benefit', key: [['item']] },
  data: transfer,
  example: transferExample,
})

/** The duty to pay a benefit has come from another place. */
export const SupportRelationTransferredIn = defineEvent({
  department: 'veteran-affairs',
  name: 'SupportRelationTransferredIn',
  titleZh: '抚恤关系转入',
  titleEn: 'Support relation transferred in',
  descriptionZh: '抚恤关系由外地转入：项目、转出地、对方发放至何月、本地自何月发放。',
  descriptionEn: 'A benefit is paid here from now on: by whom before, paid there through which month, here from which.',
  time: { from: 'payableFrom', until: 'ended' },
  thing: { kind: 'benefit', key: [['item']] },
  data: transfer,
  example: { ...transferExample, otherRegion: '430104' },
})
