import { anotherPerson, exactlyOne } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { GuardianAppointed } from '@hub/schemas/civil-affairs/guardianship.ts'
import { guardianKinds } from '@hub/schemas/law/guardianship-law.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { faultByLaw } from './refusals.ts'

type Check = Checks[string]

const oneGuardian: Check = (data) => [
  ...exactlyOne(data, 'guardian', 'organisation'),
  ...anotherPerson(data, 'guardian'),
]

/** A guardian for a time is an organisation; the article is that of the kind. */
const organisationWhereNeeded: Check = (data, envelopeTime) => {
  const law = lawOfFact(GuardianAppointed, guardianKinds, data, envelopeTime)
  const kind = law?.value[String(data.kind)]
  return kind?.organisationOnly && data.guardian !== undefined
    ? [faultByLaw('GUARDIAN_IS_AN_ORGANISATION', '/guardian', kind)]
    : []
}

/** A guardian is one person or one organisation; nobody is their own. */
export const guardianship: Checks = {
  GuardianAppointed: (data, time) => [...oneGuardian(data, time), ...organisationWhereNeeded(data, time)],
  GuardianshipEnded: oneGuardian,
}
