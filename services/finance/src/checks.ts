import type { Checks } from '@hub/intake/fault.ts'

/** The Finance Bureau's events have the rules that their types declare, and no check beside. */
export const checks: Checks = {}
