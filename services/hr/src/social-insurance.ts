import { handedOverBy } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import {
  MilitaryInsuranceTransferred,
  SocialInsuranceEnrolled,
  SocialInsuranceSuspended,
} from '@hub/schemas/hr/social-insurance.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { medicalInsuranceOffice } from '@hub/schemas/law/social-insurance-law.ts'

/** Medical and maternity insurance come from the medical insurance office, since there is one. */
const keptByItsOffice =
  (declared: Parameters<typeof lawOfFact>[0]): Checks[string] =>
  (data, envelopeTime) => {
    const law = lawOfFact(declared, medicalInsuranceOffice, data, envelopeTime)
    return law?.value.includes(String(data.kind)) ? handedOverBy(data, '医保', law) : []
  }

/** Each branch of insurance is told by the office that keeps it. */
export const socialInsurance: Checks = {
  SocialInsuranceEnrolled: keptByItsOffice(SocialInsuranceEnrolled),
  SocialInsuranceSuspended: keptByItsOffice(SocialInsuranceSuspended),
  MilitaryInsuranceTransferred: keptByItsOffice(MilitaryInsuranceTransferred),
}
