import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { type Inhabitant, type Population, personOf } from '../inhabitant.ts'
import { inventedUscc } from '../invented.ts'

/** The soldiers discharged on this day, who had served a second time. */
const dischargedOn = '2024-09-01'

type Mode = '安排工作' | '转业' | '自主就业' | '逐月领取退役金' | '复员' | '退休' | '供养'

/** How many of the cohort are discharged in which way. */
export const cohortModes: Readonly<Record<Mode, number>> = {
  安排工作: 6,
  转业: 2,
  自主就业: 10,
  逐月领取退役金: 3,
  复员: 1,
  退休: 1,
  供养: 1,
}

const modes = (Object.entries(cohortModes) as [Mode, number][]).flatMap(([mode, count]) =>
  Array.from({ length: count }, () => mode),
)

/** Young enough to have served a second time, and in no other programme. */
const cohort = ({ lasting }: Pick<Population, 'lasting'>): readonly Inhabitant[] =>
  lasting.filter(({ index, birthDay }) => index >= 740 && index < 1_000 && birthDay >= '1980').slice(0, modes.length)

const classOf = (mode: Mode) => (mode === '转业' || mode === '复员' ? '军官' : '军士')

/** Work is assigned with a letter, and the post taken up: within 30 days of it, but for the second, five days late. */
const giveWork = (city: City, one: Inhabitant, nth: number): void => {
  const about = { department: 'veteran-affairs', region: one.county } as const
  const employerUscc = inventedUscc(7_300 + nth)
  const assignedOn = dayAfter('2025-01-10', nth)
  // The place received them in mid-September: the last letter comes after its 6 months.
  const letterIssuedOn = nth === 6 ? '2025-03-25' : dayAfter(assignedOn, 4)
  const placed = { person: personOf(one), dischargedOn, employerUscc, letterIssuedOn }
  city.add({
    ...about,
    name: 'WorkAssigned',
    day: letterIssuedOn,
    data: { ...placed, receivedOn: '2024-09-16', assignedOn: letterIssuedOn },
  })
  // The last one has not begun by the end of the scenario.
  if (nth === 7) return
  const startedOn = dayAfter(letterIssuedOn, nth === 1 ? 35 : 20)
  city.add({ ...about, name: 'AssignedPostTakenUp', day: startedOn, data: { ...placed, startedOn } })
}

const takeUpInsurance = (city: City, one: Inhabitant): void => {
  const about = { department: 'hr', region: one.county, source: '/departments/hr/social-insurance' } as const
  const person = personOf(one)
  const pension = { kind: '养老', scheme: '职工' }
  city.add({
    ...about,
    name: 'MilitaryInsuranceTransferred',
    day: '2024-11-05',
    data: { person, ...pension, transferredOn: '2024-11-05', months: 96 },
  })
  city.add({
    ...about,
    name: 'SocialInsuranceEnrolled',
    day: '2024-11-12',
    data: { person, kind: '医疗', scheme: '居民', from: '2024-12', assertedFrom: '医保' },
  })
  city.add({ ...about, name: 'SocialCardIssued', day: '2024-11-20', data: { person, issuedOn: '2024-11-20' } })
}

/**
 * Row 25: 24 soldiers are handed over and report, two of them on the 31st day; one does not and forfeits the placement.
 * Seven of the eight to be given work are at their posts at the end.
 */
export const placeDischarged = (city: City): void => {
  const people = cohort(city)
  people.forEach((one, index) => {
    const dischargeMode = modes[index]!
    const about = { department: 'veteran-affairs', region: one.county } as const
    const placed = { person: personOf(one), dischargedOn }
    const handedOverOn = dayAfter('2024-09-10', index % 5)
    const served = { class: classOf(dischargeMode), dischargeMode }
    city.add({
      ...about,
      name: 'VeteranHandedOver',
      day: handedOverOn,
      data: { ...placed, ...served, items: ['名单', '人事档案'], handedOverOn },
    })
    // The first who finds their own work.
    if (index === 8) {
      const forfeitedOn = '2024-11-18'
      city.add({
        ...about,
        name: 'PlacementForfeited',
        day: forfeitedOn,
        data: { ...placed, dischargeMode, reason: '逾期未报到', forfeitedOn },
      })
      return
    }
    const reportedOn = index === 9 || index === 10 ? '2024-10-02' : dayAfter('2024-09-16', index % 9)
    city.add({
      ...about,
      name: 'VeteranReportedForPlacement',
      day: reportedOn,
      data: { ...placed, dischargeMode, reportedOn },
    })
    city.add({
      ...about,
      name: 'HouseholdLetterIssued',
      day: reportedOn,
      data: { ...placed, issuedOn: reportedOn, letterNo: `退户介字${index + 1}号`, toRegion: one.township },
    })
    city.add({
      ...about,
      name: 'PlacementDecided',
      day: '2024-10-15',
      data: { ...placed, ...served, receivingRegion: one.county, decidedOn: '2024-10-15' },
    })
    city.add({
      ...about,
      name: 'AdaptabilityTrainingCompleted',
      day: '2024-11-08',
      data: { ...placed, completedOn: '2024-11-08', hours: 80 },
    })
    takeUpInsurance(city, one)
    if (index < 8) giveWork(city, one, index)
  })
}
