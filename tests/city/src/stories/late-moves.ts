import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { replacing } from '../submission.ts'
import { inParts } from './cast.ts'
import { tellOf } from './telling.ts'

/** The days of ten moves: when they were, when they were handed in, when the day was corrected. */
export const moveDays = (n: number) => {
  const moved = dayAfter('2023-12-01', n * 17)
  return {
    moved,
    told: dayAfter(moved, 60 + n * 10),
    corrected: dayAfter(moved, -3),
    correctedOn: dayAfter(moved, 240),
  }
}

/** Ten moves are handed in months late, and half a year later each is dated three days earlier. */
export const tellLateMoves = (city: City): void => {
  inParts(city, 'corrected').forEach((one, n) => {
    const tell = tellOf(city, one)
    const residence = { hukouRegion: one.township, addressLine: '湘江路1号', assertedFrom: '公安' }
    const { moved, told, corrected, correctedOn } = moveDays(n)
    const late = tell('civil-affairs', 'ResidenceRecorded', moved, { ...residence, movedOn: moved }, { sentOn: told })
    tell(
      'civil-affairs',
      'ResidenceRecorded',
      corrected,
      { ...residence, movedOn: corrected },
      { sentOn: correctedOn, extra: replacing(late, 'clerical-error') },
    )
  })
}
