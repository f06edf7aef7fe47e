import { factRetracted } from '../fact-retracted.ts'
import { EmploymentEnded, EmploymentStarted } from './employment.ts'
import {
  EmploymentAndInsuranceConfirmed,
  SocialInsuranceEnrolled,
  SocialInsuranceSuspended,
} from './social-insurance.ts'

/** Every event type of the Human Resources and Social Security Bureau. */
export const hrEvents = [
  factRetracted('hr'),
  EmploymentStarted,
  EmploymentEnded,
  SocialInsuranceEnrolled,
  SocialInsuranceSuspended,
  EmploymentAndInsuranceConfirmed,
] as const
