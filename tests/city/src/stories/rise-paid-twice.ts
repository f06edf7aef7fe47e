import type { City } from '../city.ts'
import { inPart } from './cast.ts'
import { payTo, tellOf } from './telling.ts'

/** The rise of 1 August 2024 is paid back with October, and once more in November by an order of its own. */
export const tellRisePaidTwice = (city: City): void => {
  const one = inPart(city, 'raisedTwice')
  const tell = tellOf(city, one)
  tell('veteran-affairs', 'BenefitAdjusted', '2024-09-28', {
    item: '生活补助',
    standardRef: '2024-参战生活补助',
    monthly: 83_800,
    from: '2024-08',
    backPay: 8_000,
  })
  const backPay = { item: '生活补助', amount: 8_000, account: 'acct-9024', kind: '补发', month: '2024-08' } as const
  const order = { periodFrom: '2024-08', periodTo: '2024-09' }
  payTo(city, one, { ...backPay, order, orderId: 'GS-R-1', orderedOn: '2024-10-08', paidOn: '2024-10-15' })
  payTo(city, one, { ...backPay, order, orderId: 'GS-R-2', orderedOn: '2024-11-08', paidOn: '2024-11-15' })
  tell('finance', 'RecoveryDemanded', '2024-12-03', {
    demandNo: 'ZJ-R-2',
    orderIds: ['GS-R-2'],
    amount: 8_000,
    reason: '提标补发重复',
  })
}
