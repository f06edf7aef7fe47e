import type { Checks } from '@hub/intake/fault.ts'

/** The cross-field checks of this department, by event name. */
export const checks: Checks = {}
