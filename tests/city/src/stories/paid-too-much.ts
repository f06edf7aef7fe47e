import type { City } from '../city.ts'
import { approvedVeteran } from '../programmes/benefit-approval.ts'
import { payTo, tellOf } from './telling.ts'

/** 96,000 fen are paid where 76,000 were approved; the difference is taken off what comes next. */
export const tellPaidTooMuch = (city: City): void => {
  const one = approvedVeteran(city, 12)
  payTo(city, one, {
    orderId: 'GS-M-1',
    item: '生活补助',
    amount: 96_000,
    account: 'acct-12',
    month: '2025-11',
    orderedOn: '2025-11-08',
    paidOn: '2025-11-15',
  })
  const claim = { demandNo: 'ZJ-M-1', orderIds: ['GS-M-1'] }
  tellOf(city, one)('finance', 'RecoveryDemanded', '2025-11-24', { ...claim, amount: 20_000, reason: '超标准发放' })
  tellOf(city, one)('finance', 'RecoveryOffset', '2025-12-08', {
    ...claim,
    part: 20_000,
    outstanding: 0,
    method: '抵扣待遇',
    offsetIn: '2025-12',
  })
}
