import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { personOf } from '../inhabitant.ts'
import { approvedVeteran } from './benefit-approval.ts'

const veteranAffairs = (region: string) => ({ department: 'veteran-affairs', region }) as const
const higherOffices = { reviewingOrg: '湘潭市退役军人事务局', recheckingOrg: '湖南省退役军人事务厅' }

const petitions = 24
/** Whose acceptance is told on the 15th and the 16th day. */
const told = new Map([
  [5, 16],
  [6, 15],
])
/** Who is answered on which day, with how many days added: the 60th, the 61st, the 90th and the 91st. */
const answered = new Map<number, { after: number; extendedDays?: number }>([
  [7, { after: 60 }],
  [8, { after: 61 }],
  [9, { after: 90, extendedDays: 30 }],
  [10, { after: 91, extendedDays: 30 }],
])
/** Whose answer is reviewed, after how many days. */
const reviewed = new Map([
  [11, 30],
  [12, 31],
])
const notAccepted = 21
/** The last ones say again what the first had said. */
const firstRepeated = 22

const answerPetition = (city: City, number: number, acceptedOn: string, about: ReturnType<typeof aboutOf>) => {
  const { after, ...extended } = answered.get(number) ?? { after: city.random.whole(20, 50) }
  const answeredOn = dayAfter(acceptedOn, after)
  const outcome = city.random.pick(['支持', '部分支持', '不予支持', '解释说明'])
  city.add({
    ...about.said,
    name: 'PetitionAnswered',
    day: answeredOn,
    data: { ...about.petition, acceptedOn, ...extended, answeredOn, outcome },
  })
  const days = reviewed.get(number)
  if (days === undefined) return
  const askedOn = dayAfter(answeredOn, 12)
  const reviewedOn = dayAfter(askedOn, days)
  const { reviewingOrg, recheckingOrg } = higherOffices
  city.add({
    ...about.said,
    region: '430300',
    name: 'PetitionReviewed',
    day: reviewedOn,
    data: { ...about.petition, answeredOn, requestedOn: askedOn, reviewedOn, reviewingOrg, finding: '维持' },
  })
  if (number !== 11) return
  const recheckAskedOn = dayAfter(reviewedOn, 9)
  const recheckedOn = dayAfter(recheckAskedOn, 25)
  city.add({
    ...about.said,
    region: '430300',
    name: 'PetitionRechecked',
    day: recheckedOn,
    data: { ...about.petition, reviewedOn, requestedOn: recheckAskedOn, recheckedOn, recheckingOrg, finding: '维持' },
  })
}

const aboutOf = (city: City, number: number) => {
  const one = approvedVeteran(city, number < firstRepeated ? number : number - firstRepeated + 1)
  return {
    said: veteranAffairs(one.county),
    petition: { petitionId: `XF-${number}`, person: personOf(one) },
  }
}

/** Row 22: 24 petitions, three of them said again; most are told and answered in time. */
export const hearPetitions = (city: City): void => {
  for (let number = 1; number <= petitions; number++) {
    const about = aboutOf(city, number)
    const { said, petition } = about
    const again = number >= firstRepeated
    const receivedOn = again ? city.day('2025-05-05', '2025-06-30') : city.day('2023-02-06', '2025-03-20')
    const repeated = again ? { turn: '重复', earlierPetitionId: `XF-${number - firstRepeated + 1}` } : { turn: '初次' }
    const came = {
      channel: city.random.pick(['来信', '来访', '网络', '电话']),
      matter: city.random.pick(['移交安置', '优抚待遇', '住房保障', '社会保险']),
    }
    city.add({
      ...said,
      name: 'PetitionReceived',
      day: receivedOn,
      data: { ...petition, receivedOn, ...came, ...repeated },
    })
    if (number === notAccepted) {
      const decidedOn = dayAfter(receivedOn, 8)
      const reason = '应通过诉讼仲裁复议解决'
      city.add({
        ...said,
        name: 'PetitionNotAccepted',
        day: decidedOn,
        data: { ...petition, receivedOn, decidedOn, reason, remedy: '可依法申请行政复议' },
      })
      continue
    }
    const acceptedOn = dayAfter(receivedOn, told.get(number) ?? city.random.whole(2, 14))
    city.add({
      ...said,
      name: 'PetitionAccepted',
      day: acceptedOn,
      data: { ...petition, receivedOn, acceptedOn, handlingOrg: '县级退役军人事务局' },
    })
    answerPetition(city, number, acceptedOn, about)
  }
}

/** Row 22: six referred to legal aid, four of them given it, one of these a day late. */
export const giveLegalAid = (city: City): void => {
  for (let number = 1; number <= 6; number++) {
    const one = approvedVeteran(city, 30 + number)
    const referredOn = city.day('2024-02-01', '2025-11-20')
    const said = veteranAffairs(one.county)
    const matter = city.random.pick(['优抚待遇', '劳动争议', '人身损害'])
    const aid = { caseId: `FY-${number}`, person: personOf(one), matter, agency: '湘潭市法律援助中心' }
    city.add({ ...said, name: 'LegalAidReferred', day: referredOn, data: { ...aid, referredOn } })
    if (number > 4) continue
    const appliedOn = dayAfter(referredOn, 2)
    const grantedOn = dayAfter(appliedOn, number === 4 ? 8 : 7)
    city.add({
      ...said,
      name: 'LegalAidGranted',
      day: grantedOn,
      data: { ...aid, appliedOn, grantedOn, assertedFrom: '司法行政' },
    })
  }
}
