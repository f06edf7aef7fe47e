import type { Check, Checks } from '@hub/intake/fault.ts'
import { GuardianAppointed } from '@hub/schemas/civil-affairs/guardianship.ts'
import { guardianKinds } from '@hub/schemas/law/guardianship-law.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { faultByLaw } from './refusals.ts'

/** A guardian for a time is an organisation; the article is that of the kind. */
const organisationWhereNeeded: Check = (data, envelopeTime) => {
  const law = lawOfFact(GuardianAppointed, guardianKinds, data, envelopeTime)
  const kind = law?.value[String(data.kind)]
  return kind?.organisationOnly && data.guardian !== undefined
    ? [faultByLaw('GUARDIAN_IS_AN_ORGANISATION', '/guardian', kind)]
    : []
}

/** Some kinds of guardian are organisations only. */
export const guardianship: Checks = { GuardianAppointed: { GUARDIAN_IS_AN_ORGANISATION: organisationWhereNeeded } }
