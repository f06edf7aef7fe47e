import type { City } from '../city.ts'
import { approvedVeteran } from '../programmes/benefit-approval.ts'
import { payTo, tellOf } from './telling.ts'

/** November 2025 is paid twice to a veteran whose approval is for once a month; the second is stopped too late. */
export const tellPaidTwice = (city: City): void => {
  const one = approvedVeteran(city, 11)
  const monthly = { item: '生活补助', amount: 76_000, account: 'acct-11', month: '2025-11' }
  payTo(city, one, { ...monthly, orderId: 'GS-T-1', orderedOn: '2025-11-08', paidOn: '2025-11-15' })
  payTo(city, one, { ...monthly, orderId: 'GS-T-2', orderedOn: '2025-11-10', paidOn: '2025-11-18' })
  tellOf(city, one)('finance', 'PaymentStopped', '2025-11-19', {
    orderId: 'GS-T-2',
    stoppedOn: '2025-11-19',
    bankRef: 'B-GS-T-2',
    reason: '同月重复发放，已入账',
  })
}
