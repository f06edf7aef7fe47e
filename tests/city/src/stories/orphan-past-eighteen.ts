import type { City } from '../city.ts'
import type { Inhabitant } from '../inhabitant.ts'
import { inventedCitizenNumber } from '../invented.ts'
import { payTo, tellOf } from './telling.ts'

/** A martyr's orphan who came of age on 1 March 2024. */
export const orphan: Inhabitant = {
  index: -1,
  citizenNumber: inventedCitizenNumber('430302', '2006-03-01', 499, true),
  name: '沈一鸣',
  sex: '男',
  birthDay: '2006-03-01',
  township: '430302001',
  county: '430302',
  kind: 'family',
}

/** An orphan's pension ends with the month in which they come of age; this one was paid for April and May as well. */
export const tellOrphanPastEighteen = (city: City): void => {
  const tell = tellOf(city, orphan)
  tell('veteran-affairs', 'FamilyMemberRegistered', '2023-02-14', {
    name: orphan.name,
    sex: orphan.sex,
    idDocument: { kind: '居民身份证', number: orphan.citizenNumber },
    relation: '子女',
    relatedPerson: { name: '沈卫国' },
    basis: '烈士',
  })
  tell('veteran-affairs', 'BeneficiaryCategoryRecognised', '2023-02-20', {
    category: '烈士遗属',
    payableFrom: '2023-03',
    relatedPerson: { name: '沈卫国' },
  })
  for (const month of ['2024-03', '2024-04', '2024-05'])
    payTo(city, orphan, {
      orderId: `GS-O-${month}`,
      item: '定期抚恤金',
      amount: 313_950,
      account: 'acct-9099',
      month,
      orderedOn: `${month}-08`,
      paidOn: `${month}-15`,
    })
  tell('veteran-affairs', 'BeneficiaryCategoryEnded', '2024-06-03', {
    category: '烈士遗属',
    reason: '成年',
    lastMonth: '2024-03',
  })
  tell('finance', 'RecoveryDemanded', '2024-06-12', {
    demandNo: 'ZJ-O',
    orderIds: ['GS-O-2024-04', 'GS-O-2024-05'],
    amount: 627_900,
  })
}
