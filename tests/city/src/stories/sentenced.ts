import type { City } from '../city.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/** A sentence suspends a benefit, and nothing is made up for afterwards. */
export const tellSentenced = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'sentenced'))
  const benefit = { item: '生活补助', reasonCode: '判刑' }
  tell('veteran-affairs', 'BenefitSuspended', '2024-02-26', { ...benefit, from: '2024-03', assertedFrom: '法院' })
  tell('veteran-affairs', 'BenefitResumed', '2025-02-24', { ...benefit, from: '2025-03' })
}
