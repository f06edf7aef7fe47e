import type { Checks } from '@hub/intake/fault.ts'

/** The Human Resources and Social Security Bureau's events have the rules that their types declare, and no check beside. */
export const checks: Checks = {}
