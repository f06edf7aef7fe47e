import { handedOverBy } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { lawOn } from '@hub/schemas/law/legal-rule.ts'
import { medicalInsuranceOffice } from '@hub/schemas/law/social-insurance-law.ts'

/** Medical and maternity insurance come from the medical insurance office, since there is one. */
const keptByItsOffice: Checks[string] = (data) =>
  lawOn(medicalInsuranceOffice, String(data.from ?? data.transferredOn), String(data.region))?.value.includes(
    String(data.kind),
  )
    ? handedOverBy(data, '医保')
    : []

/** Each branch of insurance is told by the office that keeps it. */
export const socialInsurance: Checks = {
  SocialInsuranceEnrolled: keptByItsOffice,
  SocialInsuranceSuspended: keptByItsOffice,
  MilitaryInsuranceTransferred: keptByItsOffice,
}
