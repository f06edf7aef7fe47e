import type { City, Submission } from '../city.ts'
import { dayAfter } from '../invented.ts'

/** How many submissions of the city are not events of the vocabulary: each must be refused, and nothing else. */
export const malformedCount = 12

/**
 * What senders get wrong in real life: messages sent twice, a date corrected months later, facts handed in late, and a
 * few messages that no system should send.
 */
export const goWrong = (city: City): void => {
  const { random } = city
  const first = city.submissions.slice()
  for (let n = 0; n < 200; n++) {
    const twice: Submission = random.pick(first)
    city.submissions.push({ ...twice, sentAt: twice.sentAt + 60_000 * random.whole(1, 600), again: true })
  }
  for (const one of city.veterans.slice(10, 20)) {
    const person = { citizenNumber: one.citizenNumber }
    const about = { department: 'civil-affairs', region: one.county, name: 'ResidenceRecorded' } as const
    const residence = { person, hukouRegion: one.township, addressLine: '湘江路1号', assertedFrom: '公安' }
    const moved = city.day('2023-12-01', '2024-06-30')
    const late = city.add({
      ...about,
      day: moved,
      sentOn: dayAfter(moved, random.whole(60, 180)),
      data: { ...residence, movedOn: moved },
    })
    const corrected = dayAfter(moved, -3)
    city.add({
      ...about,
      day: corrected,
      sentOn: dayAfter(moved, 240),
      data: { ...residence, movedOn: corrected },
      extra: { replaces: `${late.source}#${late.id}`, replacesreason: 'clerical-error' },
    })
  }
  for (let n = 0; n < malformedCount; n++) {
    const { department, sentAt, event } = first[n * 100]!
    const { region, ...withoutRegion } = event.data
    const data = n % 2 === 0 ? withoutRegion : { ...event.data, region, note: '多余字段' }
    city.submissions.push({ department, sentAt, event: { ...event, id: `MALFORMED-${n}`, data }, malformed: true })
  }
}
