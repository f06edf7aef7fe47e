import { createHash } from 'node:crypto'
import { type Benefit, type Due, dueIn } from './benefit.ts'
import { personOf } from './inhabitant.ts'
import { randomOf } from './random.ts'
import { fromReceipt, type Said, type SubmissionId } from './submission.ts'

const line = '2080805'
const by = { preparedBy: 'CZ-21', checkedBy: 'CZ-22' }

type Payment = { benefit: Benefit; due: Due; orderId: string }
type Say = (said: Said & { id: string }) => SubmissionId

const finance = (
  month: string,
  day: number,
  name: string,
  orderId: string,
  data: Record<string, unknown>,
): Said & { id: string } => ({
  department: 'finance',
  name,
  id: `${name}-${orderId}`,
  day: `${month}-${String(day).padStart(2, '0')}`,
  region: '430300',
  data,
})

const orderOf = (month: string, { benefit, due, orderId }: Payment, roll: SubmissionId) =>
  finance(month, 8, 'PaymentOrdered', orderId, {
    person: personOf(benefit.one),
    orderId,
    item: benefit.standard.item,
    rollId: fromReceipt(roll),
    periodFrom: due.periodFrom,
    periodTo: due.periodTo,
    kind: due.kind,
    amount: due.amount,
    line,
    accountToken: benefit.accountToken,
    ...by,
  })

const disbursementOf = (month: string, { benefit, due, orderId }: Payment) => {
  const bankRef = `B-${orderId}`
  const paid = { person: personOf(benefit.one), orderId, paidOn: `${month}-15`, bankRef }
  // Until 2024 the bank spoke the first version, in yuan.
  return month < '2024-01'
    ? {
        ...finance(month, 15, 'PaymentDisbursed', orderId, { ...paid, amountYuan: (due.amount / 100).toFixed(2) }),
        version: 1,
      }
    : finance(month, 15, 'PaymentDisbursed', orderId, { ...paid, amount: due.amount })
}

/** An account that was closed: the payment comes back, a new account is verified, the payment goes out again. */
const goesBack = (month: string, { benefit, due, orderId }: Payment, say: Say) => {
  const person = personOf(benefit.one)
  say(
    finance(month, 17, 'PaymentReturned', orderId, {
      person,
      orderId,
      bankRef: `B-${orderId}`,
      amount: due.amount,
      returnedOn: `${month}-17`,
      reason: '账户已销户',
    }),
  )
  const accountToken = `${benefit.accountToken}9`
  say(
    finance(month, 19, 'AccountVerified', orderId, {
      person,
      accountToken,
      last4: '0009',
      bank: '工商银行',
      holderMatches: true,
      payeeRelation: '本人',
    }),
  )
  say(
    finance(month, 20, 'PaymentReissued', orderId, {
      person,
      orderId,
      bankRef: `B2-${orderId}`,
      replacesBankRef: `B-${orderId}`,
      amount: due.amount,
      reissuedOn: `${month}-20`,
      accountToken,
    }),
  )
}

const paymentsIn = (month: string, benefits: readonly Benefit[]): Payment[] =>
  benefits.flatMap((benefit) =>
    dueIn(benefit, month).map((due, n) => ({
      benefit,
      due,
      orderId: `${month.replace('-', '')}-${benefit.one.kind === 'family' ? 'F' : 'V'}${benefit.one.index}-${n + 1}`,
    })),
  )

/**
 * A month's rolls: one a county and benefit, handed to Finance by Veteran Affairs, ordered person by person, paid out by
 * the bank, and reconciled. A roll's count and total are those of its orders.
 */
export const payRolls = (month: string, benefits: readonly Benefit[], seed: number, say: Say): void => {
  const random = randomOf(seed, 'rolls', Number(month.replace('-', '')))
  const rolls = Map.groupBy(
    paymentsIn(month, benefits),
    ({ benefit }) => `${benefit.one.county}-${benefit.standard.item}`,
  )
  for (const [key, payments] of rolls) {
    const [{ benefit: first }] = payments as [Payment]
    const rollId = `MC-${month}-${key}`
    const total = payments.reduce((sum, { due }) => sum + due.amount, 0)
    const digest = createHash('sha256')
      .update(payments.map(({ orderId, due }) => `${orderId} ${due.amount}\n`).join(''))
      .digest('hex')
    const roll = say({
      department: 'veteran-affairs',
      name: 'PaymentRollSubmitted',
      id: rollId,
      day: `${month}-05`,
      region: first.one.county,
      data: { rollId, item: first.standard.item, month, count: payments.length, total, digest },
    })
    let returned = 0
    for (const payment of payments) {
      say(orderOf(month, payment, roll))
      say(disbursementOf(month, payment))
      if (payment.due.kind === '正常' && random.chance(0.004)) {
        returned += 1
        goesBack(month, payment, say)
      }
    }
    say(
      finance(month, 22, 'PaymentBatchReconciled', rollId, {
        rollId: fromReceipt(roll),
        count: payments.length,
        total,
        returned,
        difference: 0,
        reconciledOn: `${month}-22`,
      }),
    )
  }
}
