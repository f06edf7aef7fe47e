import type { City } from '../city.ts'
import { inventedUscc } from '../invented.ts'
import { inPart } from './cast.ts'
import { payTo, tellOf } from './telling.ts'

/** A payment is handed over before its order, and the end of a job before its beginning. */
export const tellOutOfOrder = (city: City): void => {
  const one = inPart(city, 'outOfOrder')
  const tell = tellOf(city, one)
  payTo(city, one, {
    orderId: 'GS-U-1',
    item: '医疗补助',
    amount: 120_000,
    account: 'acct-9042',
    kind: '一次性',
    month: '2024-07',
    orderedOn: '2024-07-03',
    orderSentOn: '2024-08-02',
    paidOn: '2024-07-09',
  })
  const job = { employerUscc: inventedUscc(78), postKind: '保安' }
  tell('hr', 'EmploymentEnded', '2025-05-30', { ...job, endedOn: '2025-05-30' })
  tell(
    'hr',
    'EmploymentStarted',
    '2025-01-06',
    { ...job, via: '其他', startedOn: '2025-01-06' },
    { sentOn: '2025-07-01' },
  )
}
