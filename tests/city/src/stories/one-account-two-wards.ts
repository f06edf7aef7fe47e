import type { City } from '../city.ts'
import { inventedName } from '../invented.ts'
import { inPart } from './cast.ts'
import { payTo, tellOf, verifyAccount } from './telling.ts'

/** One guardian's account serves two beneficiaries: lawful for each, and worth a look for both together. */
export const tellOneAccountForTwo = (city: City): void => {
  const guardian = { guardian: { name: inventedName(city.random) }, kind: '协议', scope: '财产' }
  ;(['ward', 'otherWard'] as const).forEach((part, index) => {
    const one = inPart(city, part)
    tellOf(city, one)('civil-affairs', 'GuardianAppointed', `2024-02-0${index + 5}`, guardian)
    verifyAccount(city, one, { account: 'acct-9026', day: `2024-02-1${index + 5}`, relation: '监护人' })
    payTo(city, one, {
      orderId: `GS-W-${index + 1}`,
      item: '生活补助',
      amount: 79_800,
      account: 'acct-9026',
      month: '2024-03',
      orderedOn: '2024-03-08',
      paidOn: '2024-03-15',
    })
  })
}
