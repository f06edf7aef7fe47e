import { factRetracted } from '../fact-retracted.ts'
import { BusinessClosed, BusinessJobsReported, BusinessStarted, StartupFundingGranted } from './business.ts'
import { DeathGrantPaid } from './death-grant.ts'
import { EmploymentEnded, EmploymentStarted } from './employment.ts'
import { JobFairClosed, JobFairCompanyAttended, JobFairHeld, JobIntentReached } from './job-fair.ts'
import { PensionAdjusted, PensionGranted, PensionStopped } from './pension.ts'
import { ReservedPostFilled, ReservedPostOpened } from './reserved-post.ts'
import {
  EntrepreneurshipTrainingCompleted,
  SkillsCourseOpened,
  SkillsTrainingCompleted,
  SkillsTrainingDropped,
  SkillsTrainingEnrolled,
} from './skills-training.ts'
import {
  EmploymentAndInsuranceConfirmed,
  MilitaryInsuranceTransferred,
  SocialCardIssued,
  SocialInsuranceEnrolled,
  SocialInsuranceSuspended,
} from './social-insurance.ts'
import { TrainingBaseClosed, TrainingBaseOpened } from './training-base.ts'
import {
  EmploymentDifficultyCertified,
  PublicWelfarePostAssigned,
  UnemploymentBenefitGranted,
  UnemploymentBenefitStopped,
  UnemploymentEnded,
  UnemploymentRegistered,
} from './unemployment.ts'

/** Every event type of the Human Resources and Social Security Bureau. */
export const hrEvents = [
  factRetracted('hr'),
  EmploymentStarted,
  EmploymentEnded,
  UnemploymentRegistered,
  UnemploymentEnded,
  UnemploymentBenefitGranted,
  UnemploymentBenefitStopped,
  SocialInsuranceEnrolled,
  SocialInsuranceSuspended,
  MilitaryInsuranceTransferred,
  SocialCardIssued,
  EmploymentAndInsuranceConfirmed,
  PensionGranted,
  PensionAdjusted,
  PensionStopped,
  DeathGrantPaid,
  EmploymentDifficultyCertified,
  PublicWelfarePostAssigned,
  SkillsCourseOpened,
  SkillsTrainingEnrolled,
  SkillsTrainingCompleted,
  SkillsTrainingDropped,
  EntrepreneurshipTrainingCompleted,
  StartupFundingGranted,
  BusinessStarted,
  BusinessClosed,
  BusinessJobsReported,
  JobFairHeld,
  JobFairClosed,
  JobFairCompanyAttended,
  JobIntentReached,
  ReservedPostOpened,
  ReservedPostFilled,
  TrainingBaseOpened,
  TrainingBaseClosed,
] as const
