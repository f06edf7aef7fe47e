import { allChecks } from '@hub/intake/all-checks.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { jobFairs } from './job-fairs.ts'
import { socialInsurance } from './social-insurance.ts'
import { unemployment } from './unemployment.ts'

/** The cross-field checks of the Human Resources and Social Security Bureau, by event name. */
export const checks: Checks = allChecks(jobFairs, socialInsurance, unemployment)
