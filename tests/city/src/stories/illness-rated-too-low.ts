import type { City } from '../city.ts'
import { personOf } from '../inhabitant.ts'
import { submissionOf } from '../submission.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/** An illness is rated grade 8, which the law does not know: refused at the door. Rated anew it is grade 6, until it is healed. */
export const tellIllnessRatedTooLow = (city: City): void => {
  const one = inPart(city, 'illness')
  const rating = {
    person: personOf(one),
    kind: '补办',
    category: '残疾军人',
    nature: '因病',
    approvedOn: '2024-04-10',
    payableFrom: '2024-05',
    certificateNo: '湘军残第900032号',
  }
  const said = {
    department: 'veteran-affairs',
    name: 'DisabilityRated',
    day: '2024-04-12',
    region: one.county,
  } as const
  const refused = submissionOf(
    { ...said, id: 'RATING-TOO-LOW', sentOn: said.day, data: { ...rating, grade: 8 } },
    city.random,
    false,
  )
  city.put({ ...refused, refusal: 'GRADE_NOT_OF_NATURE' })
  const tell = tellOf(city, one)
  tell('veteran-affairs', 'DisabilityRated', '2024-04-19', { ...rating, grade: 6 })
  const { certificateNo } = rating
  tell('veteran-affairs', 'DisabilityRatingCancelled', '2025-05-30', {
    reason: '残情好转不符合等级',
    cancelledOn: '2025-05-29',
    lastMonth: '2025-05',
  })
  tell('veteran-affairs', 'DisabilityCertificateCancelled', '2025-06-03', {
    kind: '残疾军人证',
    certificateNo,
    reason: '情形消除',
  })
}
