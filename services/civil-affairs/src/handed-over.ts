import { handedOverBy } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** Household registration and names are the police's to say; this department hands them on. */
export const handedOver: Checks = {
  ResidenceRecorded: (data) => handedOverBy(data, '公安'),
  MovedAway: (data) => handedOverBy(data, '公安'),
  NameChanged: (data) => handedOverBy(data, '公安'),
}
