import { anotherPerson, exactlyOne } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { guardianKinds } from '@hub/schemas/law/guardianship-law.ts'
import { citing, lawOn } from '@hub/schemas/law/legal-rule.ts'
import { dayOf } from '@hub/schemas/values/day.ts'
import { fault, refusals } from './refusals.ts'

type Check = Checks[string]

const oneGuardian: Check = (data) => [
  ...exactlyOne(data, 'guardian', 'organisation'),
  ...anotherPerson(data, 'guardian'),
]

/** A guardian for a time is an organisation; the article is that of the kind. */
const organisationWhereNeeded: Check = (data, envelopeTime) => {
  const law = lawOn(guardianKinds, String(data.appointedOn ?? dayOf(envelopeTime)), String(data.region))
  const kind = law?.value[String(data.kind)]
  return kind?.organisationOnly && data.guardian !== undefined
    ? [fault('GUARDIAN_IS_AN_ORGANISATION', '/guardian', citing(refusals.GUARDIAN_IS_AN_ORGANISATION, kind))]
    : []
}

/** A guardian is one person or one organisation; nobody is their own. */
export const guardianship: Checks = {
  GuardianAppointed: (data, time) => [...oneGuardian(data, time), ...organisationWhereNeeded(data, time)],
  GuardianshipEnded: oneGuardian,
}
