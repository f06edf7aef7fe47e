import type { City } from '../city.ts'
import { inventedUscc } from '../invented.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/** Somebody draws unemployment benefit from March 2025 on and has worked since April: a breach. */
export const tellWorkingUnemployed = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'workingUnemployed'))
  tell('hr', 'UnemploymentRegistered', '2025-02-10', { registeredOn: '2025-02-10', reason: '合同期满' })
  tell('hr', 'UnemploymentBenefitGranted', '2025-02-20', { monthly: 162_000, from: '2025-03', to: '2025-08' })
  const startedOn = '2025-04-07'
  tell('hr', 'EmploymentStarted', startedOn, {
    employerUscc: inventedUscc(77),
    postKind: '普工',
    via: '自主',
    startedOn,
  })
}

/** One person has two cards at once, a veteran's and a survivor's; one was to be enough, with both identities on its chip. */
export const tellTwoCards = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'twoCards'))
  const chip = { bank: '湘潭农商银行', identitiesOnChip: [] }
  tell('veteran-affairs', 'PreferentialCardIssued', '2024-03-11', {
    kind: '退役军人',
    cardNo: '湘退 000040 1',
    ...chip,
  })
  tell('veteran-affairs', 'PreferentialCardIssued', '2024-09-16', { kind: '三属', cardNo: '湘属 000040 1', ...chip })
}

/** A sentence suspends a benefit, and nothing is made up for afterwards. */
export const tellSentenced = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'sentenced'))
  const benefit = { item: '生活补助', reasonCode: '判刑' }
  tell('veteran-affairs', 'BenefitSuspended', '2024-02-26', { ...benefit, from: '2024-03', assertedFrom: '法院' })
  tell('veteran-affairs', 'BenefitResumed', '2025-02-24', { ...benefit, from: '2025-03' })
}
