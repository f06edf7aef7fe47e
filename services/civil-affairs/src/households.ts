import { anotherPerson, inOrder } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** A member of the household is somebody else; a check of means, or of low income, is valid beyond its own day. */
export const households: Checks = {
  HouseholdMemberAdded: (data) => anotherPerson(data, 'member'),
  HouseholdMemberRemoved: (data) => anotherPerson(data, 'member'),
  LowIncomeHouseholdIdentified: (data) => inOrder(data, 'identifiedOn', 'validUntil'),
  LowIncomeHouseholdEnded: (data) => inOrder(data, 'identifiedOn', 'endedOn'),
  HouseholdMeansVerified: (data) => inOrder(data, 'asOf', 'validUntil'),
}
