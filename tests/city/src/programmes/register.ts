import type { City, Inhabitant } from '../city.ts'
import { dayAfter, inventedUscc } from '../invented.ts'

const personOf = (one: Inhabitant) => ({ citizenNumber: one.citizenNumber })

/** Row 3: every veteran gets a file with identity, service, family, employment and health; families are registered. */
export const registerInhabitants = (city: City): void => {
  const { random } = city
  for (const one of city.veterans) {
    const registered = city.day('2023-01-01', '2023-11-30')
    const about = { person: personOf(one) }
    const enlisted = Number(one.birthDay.slice(0, 4)) + 18
    const served = random.whole(2, 12)
    city.add({
      department: 'veteran-affairs',
      name: 'VeteranRegistered',
      day: registered,
      region: one.township,
      data: {
        ...about,
        name: one.name,
        sex: one.sex,
        birthDate: one.birthDay,
        idDocument: { kind: '居民身份证', number: one.citizenNumber },
        hukouRegion: one.township,
        addressLine: `${random.whole(1, 60)}栋${random.whole(1, 30)}号`,
        phone: `1390732${String(random.whole(0, 9999)).padStart(4, '0')}`,
        station: `${one.township}-S`,
      },
    })
    city.add({
      department: 'veteran-affairs',
      name: 'ServicePeriodRecorded',
      day: registered,
      region: one.township,
      data: {
        ...about,
        enlistedOn: String(enlisted),
        enlistedFromRegion: one.county,
        dischargedOn: `${enlisted + served}-12`,
        branch: random.pick(['陆军', '海军', '空军']),
        class: '义务兵',
        rankScheme: '义务兵',
        rank: '上等兵',
        campaigns: [],
      },
    })
    city.add({
      department: 'veteran-affairs',
      name: 'HealthStatusRecorded',
      day: dayAfter(registered, random.whole(1, 20)),
      region: one.township,
      data: { ...about, conditions: random.chance(0.3) ? ['高血压'] : [], mobility: '自理', careNeed: '无' },
    })
    city.add({
      department: 'civil-affairs',
      name: 'MarriageRegistered',
      day: dayAfter(registered, random.whole(1, 20)),
      region: one.county,
      data: {
        ...about,
        spouse: { name: `${one.name.slice(0, 1)}某` },
        certificateNo: `J430300-${registered.slice(0, 4)}-${random.whole(100000, 999999)}`,
        registeredOn: `${enlisted + 8}-05-01`,
      },
    })
    const startedOn = dayAfter(registered, random.whole(1, 20))
    city.add({
      department: 'hr',
      name: 'EmploymentStarted',
      day: startedOn,
      region: one.county,
      data: { ...about, employerUscc: inventedUscc(random.whole(1, 400)), postKind: '普工', via: '自主', startedOn },
    })
  }
  for (const one of city.families)
    city.add({
      department: 'veteran-affairs',
      name: 'FamilyMemberRegistered',
      day: city.day('2023-01-01', '2023-11-30'),
      region: one.township,
      data: {
        person: personOf(one),
        name: one.name,
        idDocument: { kind: '居民身份证', number: one.citizenNumber },
        relation: random.pick(['父亲', '母亲', '配偶', '子女']),
        relatedPerson: personOf(random.pick(city.veterans)),
        basis: random.pick(['现役', '烈士']),
      },
    })
}
