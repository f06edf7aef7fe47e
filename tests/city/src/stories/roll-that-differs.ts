import type { City } from '../city.ts'
import { fromReceipt } from '../submission.ts'
import { inParts } from './cast.ts'
import { payTo } from './telling.ts'

/** A roll of three says 240,000 fen; its orders come to 237,000. The reconciliation finds 3,000 too few. */
export const tellRollThatDiffers = (city: City): void => {
  const people = inParts(city, 'onShortRoll')
  const about = { region: '430304', sentOn: '2025-04-05' }
  const roll = city.add({
    ...about,
    department: 'veteran-affairs',
    name: 'PaymentRollSubmitted',
    day: '2025-04-05',
    data: { rollId: 'MC-STORY', item: '生活补助', month: '2025-04', count: 3, total: 240_000, digest: '5a'.repeat(32) },
  })
  people.forEach((one, index) => {
    payTo(city, one, {
      orderId: `GS-L-${index + 1}`,
      item: '生活补助',
      amount: index === 2 ? 77_000 : 80_000,
      account: `acct-90${29 + index}`,
      month: '2025-04',
      orderedOn: '2025-04-08',
      paidOn: '2025-04-15',
      order: { rollId: fromReceipt(roll) },
    })
  })
  city.add({
    department: 'finance',
    name: 'PaymentBatchReconciled',
    day: '2025-04-20',
    sentOn: '2025-04-20',
    region: '430300',
    data: { rollId: fromReceipt(roll), count: 3, total: 237_000, returned: 0, difference: -3_000 },
  })
}
