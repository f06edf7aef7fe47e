import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { separateDuties } from '../rules/rule.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { accountToken, bankRef, orderId } from './payment-numbers.ts'

/** Why the bank refused an order before anything was paid. */
export const paymentFailure = codeList('paymentFailure', {
  账号不存在: 'no such account',
  户名不符: "the holder's name does not match",
  账户已销户: 'account closed',
  账户冻结: 'account frozen',
  银行信息有误: 'wrong bank',
  其他: 'other',
})

/** The bank has refused an order: no money has left. */
export const PaymentFailed = defineEvent({
  department: 'finance',
  name: 'PaymentFailed',
  titleZh: '支付失败',
  titleEn: 'Payment failed',
  descriptionZh:
    '代发银行未受理支付指令，款项未付出：银行流水号、日期、原因。款项已付出后被退回的是支付退票。改正后同一指令再次支付。',
  descriptionEn:
    'The bank refused an order, and nothing was paid: the reference of the attempt, the day, the reason. Money that had left and came back is a payment returned. Put right, the same order is paid again.',
  time: { from: 'failedOn', until: 'stands' },
  thing: {
    kind: 'order',
    key: [['orderId']],
    also: [{ kind: 'paymentAttempt', key: [['orderId', 'bankRef']] }],
  },
  rules: [separateDuties],
  countedBy: ['payments-failed'],
  data: {
    orderId,
    /** The bank's reference of the attempt. */
    bankRef,
    amount: fen.optional(),
    accountToken: accountToken.optional(),
    failedOn: day,
    failure: paymentFailure,
  },
  example: {
    ...examplePersonAct,
    orderId: 'ZF-2024-05-0118',
    bankRef: 'B240510-7702',
    amount: 123_450,
    accountToken: 'acct-4H8T2C',
    failedOn: '2024-05-10',
    failure: '户名不符',
  },
})
