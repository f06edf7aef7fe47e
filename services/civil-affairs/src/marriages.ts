import { anotherPerson } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** A marriage is of two persons. */
export const marriages: Checks = {
  MarriageRegistered: (data) => anotherPerson(data, 'spouse'),
  DivorceRegistered: (data) => anotherPerson(data, 'spouse'),
  MarriageAnnulled: (data) => anotherPerson(data, 'spouse'),
}
