import { anotherPerson, inOrder } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** A member of the household is somebody else; a check of means is valid beyond its month. */
export const households: Checks = {
  HouseholdMemberAdded: (data) => anotherPerson(data, 'member'),
  HouseholdMemberRemoved: (data) => anotherPerson(data, 'member'),
  HouseholdMeansVerified: (data) => inOrder(data, 'asOf', 'validUntil'),
}
