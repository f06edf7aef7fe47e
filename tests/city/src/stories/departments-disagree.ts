import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/**
 * Civil Affairs changes a veteran's name, as the police have it; a year later Veteran Affairs registers the old name
 * again, with a day of birth three days from that of the citizen number. And Civil Affairs has a divorce where Veteran
 * Affairs still counts a wife in the household.
 */
export const tellDepartmentsDisagree = (city: City): void => {
  const one = inPart(city, 'disagreed')
  const tell = tellOf(city, one)
  tell('civil-affairs', 'NameChanged', '2024-02-19', {
    from: one.name,
    to: `${one.name.slice(0, 1)}守正`,
    effectiveFrom: '2024-02-19',
    assertedFrom: '公安',
  })
  tell('civil-affairs', 'DivorceRegistered', '2024-08-12', {
    spouse: { name: '何秋荷' },
    form: '登记',
    certificateNo: 'L430302-STORY',
    dissolvedOn: '2024-08-12',
  })
  tell('veteran-affairs', 'VeteranRegistered', '2025-02-18', {
    name: one.name,
    sex: one.sex,
    birthDate: dayAfter(one.birthDay, 3),
    idDocument: { kind: '居民身份证', number: one.citizenNumber },
    hukouRegion: one.township,
    addressLine: '和平路5栋6号',
  })
  tell('civil-affairs', 'HouseholdMemberAdded', '2025-02-20', {
    member: { name: '何秋荷' },
    relation: '配偶',
    reason: '退役军人事务部门登记表所载',
  })
}
