import { handedOverBy } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** The figures of an enlistment season are the military department's; this department hands them on. */
export const conscription: Checks = {
  EnlistmentSeasonClosed: (data) => handedOverBy(data, '人武部'),
}
