import { anotherPerson } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** Nobody is their own guardian. */
export const guardianship: Checks = {
  GuardianAppointed: (data) => anotherPerson(data, 'guardian'),
  GuardianshipEnded: (data) => anotherPerson(data, 'guardian'),
}
