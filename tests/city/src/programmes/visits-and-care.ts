import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import type { Inhabitant } from '../inhabitant.ts'
import { inventedUscc } from '../invented.ts'

/** Five difficulties that nobody could solve, with the reason. */
const declineDifficulties = (city: City): void => {
  city.families.slice(205, 210).forEach((one, index) => {
    const day = city.day('2024-03-01', '2025-10-30')
    const about = { department: 'veteran-affairs', region: one.county } as const
    const difficulty = {
      caseId: `DIFFICULTY-D${index + 1}`,
      person: { citizenNumber: one.citizenNumber },
      kind: '入学',
      handlingOrg: '教育局',
    }
    city.add({ ...about, name: 'FamilyDifficultyReported', day, data: difficulty })
    city.add({
      ...about,
      name: 'FamilyDifficultyDeclined',
      day: dayAfter(day, 12),
      data: { ...difficulty, reason: '学位已满，次年优先' },
    })
  })
}

/** Every second family's soldier stands at a land border, every other at the coast. */
const postOf = (family: number): string => (family % 2 === 0 ? '边防' : '海防')

/** Of six families another relative was visited too, on another day and with empty hands: they stay 210 families. */
const visitOtherRelatives = (city: City): void => {
  const isAtHomeIn = (county: string) => (family: number) => city.families[family]!.county === county
  const families = [...Array(210).keys()]
  city.families.slice(210, 216).forEach((one, index) => {
    // A relative who lives in the same county: the office that keeps the family's number visits all of it.
    const [family] = families.splice(families.findIndex(isAtHomeIn(one.county)), 1)
    city.add({
      department: 'veteran-affairs',
      name: 'CondolenceVisitMade',
      day: city.day('2024-01-05', '2025-12-20'),
      region: one.county,
      data: {
        visitId: `VISIT-R${index + 1}`,
        familyPerson: { citizenNumber: one.citizenNumber },
        familyNo: `JS-${family! + 1}`,
        relation: '兄弟姐妹',
        postKind: postOf(family!),
        cash: 0,
        goodsValue: 0,
        goods: [],
        programme: '边海防官兵家庭慰问',
      },
    })
  })
}

/** Row 6: 210 families of soldiers in border and coastal posts, 1,200,000 yuan, 840,000 of it money; 45 family difficulties solved. */
export const visitFamilies = (city: City): void => {
  const { random } = city
  const [families, totalFen, difficulties] = [210, 120_000_000, 45]
  for (let n = 0; n < families; n++) {
    const one = city.families[n % city.families.length]!
    const day = city.day('2024-01-05', '2025-12-20')
    const fen = Math.floor(totalFen / families) + (n < totalFen % families ? 1 : 0)
    const cash = 400_000
    const person = { citizenNumber: one.citizenNumber }
    const visitId = `VISIT-${n + 1}`
    city.add({
      department: 'veteran-affairs',
      name: 'CondolenceVisitMade',
      day,
      region: one.county,
      data: {
        visitId,
        familyPerson: person,
        familyNo: `JS-${n + 1}`,
        relation: '父母',
        postKind: postOf(n),
        // Of some postings not even the province is told.
        ...(n % 5 === 0 ? {} : { dutyProvince: random.pick(['540000', '650000', '460000']) }),
        cash,
        goodsValue: fen - cash,
        goods: ['大米', '食用油'],
        programme: '边海防官兵家庭慰问',
      },
    })
    if (n >= difficulties) continue
    const caseId = `DIFFICULTY-${n + 1}`
    const difficulty = { caseId, person, kind: random.pick(['就业', '入学', '医疗']) }
    city.add({
      department: 'veteran-affairs',
      name: 'FamilyDifficultyReported',
      day,
      region: one.county,
      data: { ...difficulty, visitId, handlingOrg: '相关部门' },
    })
    city.add({
      department: 'veteran-affairs',
      name: 'FamilyDifficultyResolved',
      day: dayAfter(day, random.whole(3, 10)),
      region: one.county,
      data: { ...difficulty, handlingOrg: '相关部门' },
    })
  }
  visitOtherRelatives(city)
  declineDifficulties(city)
  city.add({
    department: 'veteran-affairs',
    name: 'CondolenceTourHeld',
    day: '2024-08-10',
    region: '430300',
    data: {
      tourId: 'TOUR-1',
      destinations: ['540000'],
      members: 12,
      soldiersMet: 60,
      from: '2024-08-01',
      to: '2024-08-10',
    },
  })
}

/** Row 8: 50 disabled veterans on a short recuperation. */
export const recuperate = (city: City): void => {
  city.lasting.slice(500, 550).forEach((one, index) => {
    const person = { citizenNumber: one.citizenNumber }
    const from = city.day('2024-04-01', '2024-10-01')
    city.add({
      department: 'veteran-affairs',
      name: 'DisabilityRated',
      day: dayAfter(from, -90),
      region: one.county,
      data: {
        person,
        kind: '补办',
        category: '残疾军人',
        grade: 5 + (index % 6),
        nature: '因公',
        approvedOn: dayAfter(from, -91),
        payableFrom: dayAfter(from, -60).slice(0, 7),
        certificateNo: `CJ-${index + 1}`,
      },
    })
    city.add({
      department: 'veteran-affairs',
      name: 'RecuperationCompleted',
      day: dayAfter(from, 7),
      region: one.county,
      data: {
        person,
        batchId: `R-${(index % 5) + 1}`,
        from,
        to: dayAfter(from, 7),
        sanatoriumUscc: inventedUscc(9001),
        services: ['医疗', '康复训练'],
      },
    })
  })
}

type Operation = { referredOn: string; performedOn: string; eye: '左' | '右'; restored: boolean }

/** Referred, operated on without cost, followed up. */
const operate = (city: City, one: Inhabitant, { referredOn, performedOn, eye, restored }: Operation): void => {
  const about = { department: 'veteran-affairs', region: one.county } as const
  const patient = {
    person: { citizenNumber: one.citizenNumber },
    hospitalUscc: inventedUscc(9100),
    diagnosis: '白内障',
    eye,
  }
  city.add({ ...about, name: 'TreatmentReferred', day: referredOn, data: patient })
  city.add({
    ...about,
    name: 'SurgeryPerformed',
    day: performedOn,
    data: { ...patient, performedOn, cost: 380_000, selfPaid: 0 },
  })
  city.add({
    ...about,
    name: 'TreatmentFollowedUp',
    day: dayAfter(performedOn, 14),
    data: {
      ...patient,
      performedOn,
      acuityAfter: restored ? '0.8' : '0.6',
      outcome: restored ? '恢复至0.8及以上' : '好转',
    },
  })
}

/** Row 9: 1,200 screened, 421 of them operated on, free for them; one eye back to 0.8. */
export const screenEyes = (city: City): void => {
  const { random, scale } = city
  for (let n = 0; n < scale.eyes.screened; n++) {
    const one = city.lasting[(n * 3 + 7) % city.lasting.length]!
    const person = { citizenNumber: one.citizenNumber }
    const day = city.day('2024-03-01', '2025-09-30')
    const region = one.county
    const about = { department: 'veteran-affairs', region } as const
    // One in fifty of those who were not operated on should have been, and did not want it.
    const declined = n >= scale.eyes.operated && n % 50 === 0
    const referralNeeded = n < scale.eyes.operated || declined
    city.add({
      ...about,
      name: 'EyeScreeningDone',
      day,
      data: {
        person,
        campaign: '光明行',
        findings: referralNeeded ? '白内障' : '正常',
        acuityLeft: '0.3',
        acuityRight: '0.6',
        referralNeeded,
      },
    })
    if (declined)
      city.add({
        ...about,
        name: 'TreatmentDeclined',
        day: dayAfter(day, 2),
        data: { person, eye: '左', declinedOn: dayAfter(day, 2) },
      })
    if (n >= scale.eyes.operated) continue
    operate(city, one, {
      referredOn: dayAfter(day, 3),
      performedOn: dayAfter(day, random.whole(10, 30)),
      eye: '左',
      restored: n === 0,
    })
    // In every fortieth the other eye followed, and was screened again before.
    if (n % 40 !== 5) continue
    city.add({
      ...about,
      name: 'EyeScreeningDone',
      day: dayAfter(day, 50),
      data: { person, campaign: '光明行', findings: '右眼白内障', acuityRight: '0.3', referralNeeded: true },
    })
    operate(city, one, { referredOn: dayAfter(day, 53), performedOn: dayAfter(day, 70), eye: '右', restored: false })
  }
}
