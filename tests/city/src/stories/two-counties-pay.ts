import type { City } from '../city.ts'
import { inPart } from './cast.ts'
import { payTo, tellOf } from './telling.ts'

/**
 * A veteran moves to another county in June 2024. The old one pays to December, as it must; the new one, which pays from
 * January, already paid November.
 */
export const tellTwoCountiesPay = (city: City): void => {
  const one = inPart(city, 'movedCounty')
  const tell = tellOf(city, one)
  const [from, to] = ['430302', '430381']
  tell(
    'civil-affairs',
    'MovedAway',
    '2024-06-11',
    { hukouRegion: from, movedOn: '2024-06-11', toRegion: to, assertedFrom: '公安' },
    { region: from },
  )
  tell(
    'civil-affairs',
    'ResidenceRecorded',
    '2024-06-12',
    { hukouRegion: to, addressLine: '迎宾路2栋3号', movedOn: '2024-06-11', assertedFrom: '公安' },
    { region: to },
  )
  const transfer = { item: '生活补助', transferNo: '转字2024-025', paidThrough: '2024-12', payableFrom: '2025-01' }
  tell(
    'veteran-affairs',
    'SupportRelationTransferredOut',
    '2024-06-25',
    { ...transfer, otherRegion: to },
    { region: from },
  )
  tell(
    'veteran-affairs',
    'SupportRelationTransferredIn',
    '2024-07-01',
    { ...transfer, otherRegion: from },
    { region: to },
  )
  const november = { item: '生活补助', amount: 83_800, account: 'acct-9025', month: '2024-11' }
  payTo(city, one, { ...november, orderId: 'GS-2C-A', region: from, orderedOn: '2024-11-08', paidOn: '2024-11-15' })
  payTo(city, one, { ...november, orderId: 'GS-2C-B', region: to, orderedOn: '2024-11-09', paidOn: '2024-11-16' })
}
