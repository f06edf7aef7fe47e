import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { numberOf, open } from '../open-field.ts'
import { separateDuties } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { day, month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { bankRef } from './payment-numbers.ts'

/** By which way money paid in error comes back. */
export const recoveryMethod = codeList('recoveryMethod', {
  退回: 'paid back',
  银行扣回: 'debited by the bank',
  抵扣待遇: 'set off against benefits',
  法院执行: 'enforced by a court',
  核销: 'written off',
})

const recovery = {
  /** The demand's own number; money that comes back, is set off or written off names it. */
  demandNo: numberOf('recovery', z.string().min(1).max(80)),
  /** The orders that were paid in error; of a part those that it settles. */
  orderIds: numberOf('order', z.array(z.string().min(1).max(80)).min(1).max(200)),
  method: recoveryMethod,
  /** Number of the document that approved it. */
  approval: z.string().min(1).max(80).optional(),
}
/** What settles a claim or a part of it: how much, and what is still owed after it; nothing means that it is settled. */
const settling = { ...recovery, part: fen, outstanding: fen }
const recovered = { ...settling, part: open(fen, { figures: ['wrong-money-recovered'] }) }
const recoveryThing: Thing = { kind: 'recovery', key: [['demandNo']] }
const demandExample = {
  ...examplePersonAct,
  demandNo: 'ZJ-2024-0031',
  orderIds: ['ZF-2024-03-0107', 'ZF-2024-04-0112'],
  approval: '潭财社〔2024〕31号',
}
const recoveryExample = { ...demandExample, part: 246_900, outstanding: 0 }

/** Money paid in error is claimed back. */
export const RecoveryDemanded = defineEvent({
  department: 'finance',
  name: 'RecoveryDemanded',
  titleZh: '追缴通知',
  titleEn: 'Recovery demanded',
  descriptionZh: '对多发错发的款项发出追缴通知，载明追缴编号、所涉支付指令、金额和期限。',
  descriptionEn:
    'Money paid in error is claimed back: the number of the demand, the orders concerned, the amount and the term.',
  time: { until: 'ended' },
  thing: recoveryThing,
  rules: [separateDuties],
  countedBy: ['wrong-money-claimed'],
  data: {
    ...recovery,
    /** All that is claimed. */
    amount: open(fen, { figures: ['wrong-money-claimed'] }),
    /** Missing while it is not agreed. */
    method: recoveryMethod.optional(),
    reason: z.string().min(1).max(300).optional(),
    dueOn: day.optional(),
  },
  example: { ...demandExample, amount: 246_900, method: '退回', reason: '死亡后多发两个月', dueOn: '2024-06-30' },
})

/** Money that has come back. */
export const RecoveryReceived = defineEvent({
  department: 'finance',
  name: 'RecoveryReceived',
  titleZh: '追回到账',
  titleEn: 'Recovery received',
  descriptionZh: '追缴款项全部或部分到账，指明追缴编号、本次金额和尚欠金额；尚欠为零的，追缴了结。',
  descriptionEn:
    'Money claimed back has arrived, all or a part of it: which demand, how much, and how much is still owed. Nothing owed settles the claim.',
  time: { from: 'receivedOn', until: 'stands', ends: { firstWithout: 'receivedOn' } },
  thing: recoveryThing,
  rules: [separateDuties],
  countedBy: ['wrong-money-recovered'],
  data: {
    ...recovered,
    receivedOn: day,
    bankRef: bankRef.optional(),
  },
  example: { ...recoveryExample, method: '银行扣回', receivedOn: '2024-06-12', bankRef: 'B240612-0093' },
})

/** Money kept back from later benefits. */
export const RecoveryOffset = defineEvent({
  department: 'finance',
  name: 'RecoveryOffset',
  titleZh: '追缴抵扣',
  titleEn: 'Recovery offset',
  descriptionZh: '以后续待遇抵扣应追缴款项，载明抵扣月份、本次金额和尚欠金额；尚欠为零的，追缴了结。',
  descriptionEn:
    'Money claimed back was set off against the benefits of a month: how much, and how much is still owed. Nothing owed settles the claim.',
  time: { from: 'offsetIn', until: 'stands', ends: { firstWithout: 'offsetIn' } },
  thing: recoveryThing,
  rules: [separateDuties],
  countedBy: ['wrong-money-recovered'],
  data: { ...recovered, offsetIn: month },
  example: { ...recoveryExample, method: '抵扣待遇', offsetIn: '2024-07' },
})

/** A claim that is given up. */
export const RecoveryWaived = defineEvent({
  department: 'finance',
  name: 'RecoveryWaived',
  titleZh: '追缴核销',
  titleEn: 'Recovery waived',
  descriptionZh: '经批准核销无法追回的款项：本次金额和尚欠金额；尚欠为零的，追缴了结。',
  descriptionEn:
    'A claim that cannot be recovered, or a part of it, was given up with approval: how much, and how much is still owed. Nothing owed settles the claim.',
  time: { until: 'stands' },
  thing: recoveryThing,
  rules: [separateDuties],
  data: { ...settling, reason: z.string().min(1).max(300).optional() },
  example: { ...recoveryExample, method: '核销', reason: '无遗产可供清偿' },
})
