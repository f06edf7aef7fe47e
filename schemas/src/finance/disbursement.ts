import { z } from 'zod'
import { defineEvent, earlierVersion } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { different, separateDuties } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { day } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { accountToken, bankRef, orderId } from './payment-numbers.ts'

const order = { orderId }
const ofOrder: NonNullable<Thing['also']> = [{ kind: 'order', key: [['orderId']] }]
/** The bank gives each payment a reference of its own: two of one order are one order paid twice. */
const paymentThing: Thing = { kind: 'payment', key: [['bankRef']], also: ofOrder }
const reason = z.string().min(1).max(300)

/** Whole fen of an amount in yuan with at most two decimals, as text. Never by floating point: 1.15 × 100 is not 115. */
const fenOfYuan = (yuan: string): number => {
  const [whole = '0', decimals = ''] = yuan.split('.')
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}

/** Money that the bank has paid out on an order. */
export const PaymentDisbursed = defineEvent({
  department: 'finance',
  name: 'PaymentDisbursed',
  version: 2,
  titleZh: '支付成功',
  titleEn: 'Payment disbursed',
  descriptionZh: '代发银行已按支付指令付款，载明金额（分）、付款日和银行流水号。',
  descriptionEn: 'The bank has paid an order: the amount in fen, the day, and the reference of the bank.',
  time: { from: 'paidOn', until: 'stands' },
  thing: paymentThing,
  rules: [separateDuties],
  data: { ...order, amount: fen, paidOn: day, bankRef },
  example: {
    ...examplePersonAct,
    orderId: 'ZF-2024-05-0118',
    amount: 123_450,
    paidOn: '2024-05-10',
    bankRef: 'B240510-7731',
  },
  earlier: [
    earlierVersion({
      version: 1,
      descriptionZh: '代发银行已按支付指令付款，载明金额（元）、付款日和银行流水号。',
      descriptionEn: 'The bank has paid an order: the amount in yuan, the day, and the reference of the bank.',
      data: {
        ...order,
        /** Yuan, with two decimals at most. */
        amountYuan: z.string().regex(/^(0|[1-9]\d{0,9})(\.\d{1,2})?$/, 'yuan with at most two decimals are needed'),
        paidOn: day,
        bankRef,
      },
      example: {
        ...examplePersonAct,
        orderId: 'ZF-2023-01-0007',
        amountYuan: '1234.5',
        paidOn: '2023-01-10',
        bankRef: 'B230110-0007',
      },
      upcast: ({ amountYuan, ...data }) => ({ ...data, amount: fenOfYuan(String(amountYuan)) }),
    }),
  ],
})

/** Money that the bank has sent back. */
export const PaymentReturned = defineEvent({
  department: 'finance',
  name: 'PaymentReturned',
  titleZh: '支付退票',
  titleEn: 'Payment returned',
  descriptionZh: '已付款项被银行退回，载明原流水号和退票原因。',
  descriptionEn: 'The bank has sent a payment back, named by its reference, with the reason.',
  time: { from: 'returnedOn', until: 'stands' },
  thing: paymentThing,
  rules: [separateDuties],
  data: { ...order, bankRef, amount: fen.optional(), returnedOn: day, reason },
  example: {
    ...examplePersonAct,
    orderId: 'ZF-2024-05-0118',
    bankRef: 'B240510-7731',
    amount: 123_450,
    returnedOn: '2024-05-13',
    reason: '账户已销户',
  },
})

/** A returned payment that was sent again, to the account stated. */
export const PaymentReissued = defineEvent({
  department: 'finance',
  name: 'PaymentReissued',
  titleZh: '支付重发',
  titleEn: 'Payment reissued',
  descriptionZh: '退票款项已重新发放，载明新流水号、所替代的流水号和收款账户。',
  descriptionEn: 'A returned payment was sent again: its new reference, the one it replaces, and the account.',
  time: { from: 'reissuedOn', until: 'stands' },
  thing: { kind: 'payment', key: [['bankRef=replacesBankRef'], ['bankRef']], also: ofOrder },
  rules: [different('replacesBankRef', 'bankRef', 'SAME_REFERENCE'), separateDuties],
  data: {
    ...order,
    bankRef,
    /** The payment that came back. */
    replacesBankRef: bankRef,
    amount: fen.optional(),
    reissuedOn: day,
    reason: reason.optional(),
    accountToken,
  },
  example: {
    ...examplePersonAct,
    orderId: 'ZF-2024-05-0118',
    bankRef: 'B240520-1204',
    replacesBankRef: 'B240510-7731',
    amount: 123_450,
    reissuedOn: '2024-05-20',
    accountToken: 'acct-7Q2M9K',
  },
})

/** An order that was stopped before it was paid. */
export const PaymentStopped = defineEvent({
  department: 'finance',
  name: 'PaymentStopped',
  titleZh: '止付',
  titleEn: 'Payment stopped',
  descriptionZh: '支付指令在付款前被止付，载明原因。',
  descriptionEn: 'An order was stopped before the money left, with the reason.',
  time: { from: 'stoppedOn', until: 'stands', ends: { firstWithout: 'stoppedOn' } },
  thing: { kind: 'order', key: [['orderId']] },
  rules: [separateDuties],
  data: { ...order, stoppedOn: day, bankRef: bankRef.optional(), reason },
  example: { ...examplePersonAct, orderId: 'ZF-2024-06-0121', stoppedOn: '2024-06-08', reason: '领取人死亡' },
})
