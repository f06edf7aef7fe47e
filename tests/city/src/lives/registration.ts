import { dayAfter } from '../calendar.ts'
import { neverMarried } from '../inhabitant.ts'
import { inventedCitizenNumber, inventedName, inventedPhone } from '../invented.ts'
import type { Life } from './life.ts'

/** The stations' older system, which speaks the first versions, was turned off on this day. */
const oldSystemOff = '2023-03-01'

const registerVeteran = ({ one, random, registeredOn, day, say }: Life): void => {
  const old = registeredOn < oldSystemOff
  const lines = `${random.whole(1, 60)}栋${random.whole(1, 30)}号`
  const office = { region: one.township }
  const identity = {
    name: one.name,
    sex: one.sex,
    birthDate: one.birthDay,
    idDocument: { kind: '居民身份证', number: one.citizenNumber },
    phone: inventedPhone(random),
    station: `${one.township}-S`,
  }
  const asked = {
    objectCategory: '退伍义务兵',
    ethnicGroup: '汉族',
    hukouRegion: one.township,
    addressLine: lines,
    ...(neverMarried(one) ? { maritalStatus: '未婚' } : {}),
  }
  const registered = { ...identity, ...(old ? { address: lines } : asked) }
  say('veteran-affairs', 'VeteranRegistered', registeredOn, registered, { ...office, version: old ? 1 : 2 })
  // The older system did not ask: who never married was asked when it was off.
  if (old && neverMarried(one))
    say('veteran-affairs', 'VeteranRegistered', oldSystemOff, { ...identity, ...asked }, office)
  const enlisted = Number(one.birthDay.slice(0, 4)) + 18
  say(
    'veteran-affairs',
    'ServicePeriodRecorded',
    registeredOn,
    {
      enlistedOn: String(enlisted),
      enlistedFromRegion: one.county,
      dischargedOn: `${enlisted + random.whole(2, 5)}-12`,
      branch: random.pick(['陆军', '海军', '空军']),
      class: '义务兵',
      ...(old ? {} : { rankScheme: '义务兵' }),
      rank: '上等兵',
      campaigns: [],
    },
    { ...office, version: old ? 1 : 2 },
  )
  say(
    'veteran-affairs',
    'HealthStatusRecorded',
    dayAfter(registeredOn, random.whole(1, 20)),
    { conditions: random.chance(0.3) ? ['高血压'] : [], mobility: '自理', careNeed: '无' },
    office,
  )
  if (random.chance(0.1))
    say('veteran-affairs', 'MeritRecorded', registeredOn, {
      ...random.pick([{ level: '三等功' }, { level: '嘉奖', honour: '优秀士兵' }]),
      awardedOn: String(enlisted + 2),
      certificateNo: `立字第${one.index}号`,
    })
  if (random.chance(0.3)) {
    const deliveredOn = day(registeredOn)
    say('veteran-affairs', 'HonourPlaqueDelivered', deliveredOn, { kind: '光荣牌', deliveredOn })
  }
}

const registerFamily = ({ one, random, registeredOn, say }: Life): void => {
  const basis = random.pick(['现役', '烈士'])
  say(
    'veteran-affairs',
    'FamilyMemberRegistered',
    registeredOn,
    {
      name: one.name,
      idDocument: { kind: '居民身份证', number: one.citizenNumber },
      relation: random.pick(['父亲', '母亲', '配偶', '子女']),
      // Those who fell long ago never had a citizen number: the name is all that is known.
      relatedPerson: basis === '烈士' ? { name: inventedName(random) } : { person: { citizenNumber: soldierOf(one) } },
      basis,
    },
    { region: one.township },
  )
}

/** Serving soldiers are no inhabitants: they have no file, and are spoken of only as somebody's. */
const soldierOf = ({ index, county }: Life['one']) =>
  inventedCitizenNumber(county, dayAfter('2001-01-01', index % 1_500), 100 + Math.floor(index / 1_500), true)

/** Row 3: every inhabitant gets a file; a veteran's says who it is, how they served and how they are. */
export const register = (life: Life): void => {
  const { one, random, registeredOn, day, say } = life
  if (one.kind === 'veteran') registerVeteran(life)
  else registerFamily(life)
  if (random.chance(0.06))
    say('veteran-affairs', 'ContactDetailsChanged', day(dayAfter(registeredOn, 30)), {
      phone: inventedPhone(random),
      residenceRegion: one.county,
    })
}
