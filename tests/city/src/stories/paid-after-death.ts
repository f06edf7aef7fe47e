import type { City } from '../city.ts'
import { inPart } from './cast.ts'
import { payTo, tellOf } from './telling.ts'

/**
 * A veteran dies on 10 May 2024. May is paid on the 25th, rightly: payment stops from the month after. June is paid too,
 * wrongly, and is claimed back from the family, who pay it back in two parts. A funeral grant is paid in July, lawfully.
 */
export const tellPaidAfterDeath = (city: City): void => {
  const one = inPart(city, 'paidAfterDeath')
  const tell = tellOf(city, one)
  const monthly = { item: '定期定量补助', amount: 20_000, account: 'acct-9021' }
  payTo(city, one, { ...monthly, orderId: 'GS-D-05', month: '2024-05', orderedOn: '2024-05-08', paidOn: '2024-05-25' })
  tell('civil-affairs', 'DeathRegistered', '2024-05-14', { diedOn: '2024-05-10', evidence: '火化' })
  tell('civil-affairs', 'CremationRegistered', '2024-05-14', { crematedOn: '2024-05-12', funeralHome: '湘潭市殡仪馆' })
  payTo(city, one, { ...monthly, orderId: 'GS-D-06', month: '2024-06', orderedOn: '2024-06-08', paidOn: '2024-06-25' })
  payTo(city, one, {
    orderId: 'GS-D-F',
    item: '丧葬补助',
    amount: 600_000,
    account: 'acct-9021',
    month: '2024-05',
    kind: '丧葬',
    orderedOn: '2024-07-03',
    paidOn: '2024-07-10',
  })
  tell('veteran-affairs', 'BenefitTerminated', '2024-07-02', {
    item: '定期定量补助',
    from: '2024-06',
    reasonCode: '死亡',
  })
  const recovery = { demandNo: 'ZJ-D-06', orderIds: ['GS-D-06'] }
  tell('finance', 'RecoveryDemanded', '2024-07-15', { ...recovery, amount: 20_000, reason: '死亡次月发放' })
  for (const [receivedOn, part, outstanding] of [
    ['2024-08-20', 12_000, 8_000],
    ['2024-09-18', 8_000, 0],
  ] as const)
    tell('finance', 'RecoveryReceived', receivedOn, { ...recovery, part, outstanding, method: '退回', receivedOn })
}
