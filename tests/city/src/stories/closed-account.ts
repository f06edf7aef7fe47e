import type { City } from '../city.ts'
import { inPart } from './cast.ts'
import { payTo, tellOf, verifyAccount } from './telling.ts'

/**
 * A payment comes back because the account was closed. Finance orders it again to the same account, and it comes back
 * again; then a new account is verified and the payment reaches its payee.
 */
export const tellClosedAccount = (city: City): void => {
  const one = inPart(city, 'closedAccount')
  const tell = tellOf(city, one)
  const monthly = { item: '生活补助', amount: 76_000, month: '2024-10' }
  verifyAccount(city, one, { account: 'acct-9023', day: '2024-01-12' })
  const returned = (orderId: string, returnedOn: string) =>
    tell('finance', 'PaymentReturned', returnedOn, {
      orderId,
      bankRef: `B-${orderId}`,
      returnedOn,
      reason: '账户已销户',
    })
  payTo(city, one, {
    ...monthly,
    account: 'acct-9023',
    orderId: 'GS-C-1',
    orderedOn: '2024-10-08',
    paidOn: '2024-10-15',
  })
  returned('GS-C-1', '2024-10-17')
  payTo(city, one, {
    ...monthly,
    account: 'acct-9023',
    orderId: 'GS-C-2',
    orderedOn: '2024-10-21',
    paidOn: '2024-10-23',
  })
  returned('GS-C-2', '2024-10-25')
  verifyAccount(city, one, { account: 'acct-9123', day: '2024-11-04' })
  tell('finance', 'PaymentReissued', '2024-11-06', {
    orderId: 'GS-C-2',
    bankRef: 'B2-GS-C-2',
    replacesBankRef: 'B-GS-C-2',
    reissuedOn: '2024-11-06',
    accountToken: 'acct-9123',
  })
}
