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
