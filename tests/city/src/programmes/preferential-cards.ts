import { workingDayAfter } from '@hub/schemas/values/working-days.ts'
import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { type Inhabitant, type Population, personOf } from '../inhabitant.ts'
import { cardDays, carriesCard } from '../lives/cards.ts'

/** Veterans without a card of their own life, and in no other programme: they apply in the spring of 2025. */
const applicants = ({ lasting }: Pick<Population, 'lasting'>): readonly Inhabitant[] =>
  lasting.filter((one) => one.index >= 800 && one.index < 1_000 && !carriesCard(one)).slice(0, 12)

const levels = ['县中心', '县局', '市局', '省厅'] as const

/**
 * Row 26: twelve applications on their way from the county's centre to the province. Ten cards are handed out, one of
 * them twelve working days after it came; one is refused, for its applicant is in prison; one cannot be handed out.
 */
export const issueCards = (city: City): void => {
  applicants(city).forEach((one, index) => {
    const about = { department: 'veteran-affairs', region: one.county } as const
    const person = personOf(one)
    const kind = '退役军人'
    const appliedOn = dayAfter('2025-03-03', index)
    const application = { person, kind, applicationNo: `YDZ-2025-${index + 1}` }
    const bank = '湘潭农商银行'
    city.add({ ...about, name: 'PreferentialCardApplied', day: appliedOn, data: { ...application, bank } })
    const review = (level: (typeof levels)[number], days: number) => {
      const reviewedOn = workingDayAfter(appliedOn, days)!
      city.add({
        ...about,
        name: 'PreferentialCardReviewed',
        day: reviewedOn,
        data: { ...application, level, outcome: '通过', reviewedOn },
      })
    }
    review('县中心', 1)
    if (index === 10) {
      const refusedOn = workingDayAfter(appliedOn, 2)!
      city.add({
        ...about,
        name: 'PreferentialCardRefused',
        day: refusedOn,
        data: { ...application, level: '县局', ground: '服刑羁押通缉期间', refusedOn },
      })
      return
    }
    levels.slice(1).forEach((level, at) => {
      review(level, at + 2)
    })
    const card = { person, kind, cardNo: `湘退 2025 ${index + 1}` }
    const late = index === 0
    const receivedOn = workingDayAfter(appliedOn, late ? cardDays.handedOut - 12 : cardDays.received)!
    city.add({
      ...about,
      name: 'PreferentialCardIssued',
      day: workingDayAfter(appliedOn, 7)!,
      data: { ...card, applicationNo: application.applicationNo, bank, identitiesOnChip: [] },
    })
    const station = `${one.township}-S`
    city.add({ ...about, name: 'PreferentialCardReceived', day: receivedOn, data: { ...card, receivedOn, station } })
    if (index === 11) {
      const sentBackOn = '2025-07-15'
      city.add({
        ...about,
        name: 'PreferentialCardUncollected',
        day: sentBackOn,
        data: { ...card, receivedOn, sentBackOn },
      })
      return
    }
    const handedOutOn = workingDayAfter(appliedOn, cardDays.handedOut)!
    city.add({
      ...about,
      name: 'PreferentialCardHandedOut',
      day: handedOutOn,
      data: { ...card, appliedOn, receivedOn, handedOutOn, manner: index % 2 === 0 ? '主动送达' : '集体颁发' },
    })
  })
}
