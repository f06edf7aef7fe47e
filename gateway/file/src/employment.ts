import { list, type Rule } from './section-rules.ts'

/** Work and everything around it. */
export const employmentRules: readonly Rule<'employment'>[] = [
  ...list('employment', 'jobs', {
    begins: ['EmploymentStarted', 'PublicWelfarePostAssigned', 'ReservedPostFilled'],
    ends: ['EmploymentEnded'],
  }),
  ...list('employment', 'unemployment', {
    begins: ['UnemploymentRegistered', 'UnemploymentBenefitGranted'],
    ends: ['UnemploymentEnded', 'UnemploymentBenefitStopped'],
  }),
  ...list('employment', 'insurance', {
    begins: ['SocialInsuranceEnrolled', 'MilitaryInsuranceTransferred', 'EmploymentAndInsuranceConfirmed'],
    suspends: ['SocialInsuranceSuspended'],
  }),
  ...list('employment', 'socialCards', { begins: ['SocialCardIssued'] }),
  ...list('employment', 'deathGrants', { begins: ['DeathGrantPaid'] }),
  ...list('employment', 'pensions', {
    begins: ['PensionGranted'],
    says: ['PensionAdjusted'],
    ends: ['PensionStopped'],
  }),
  ...list('employment', 'training', {
    begins: ['SkillsTrainingEnrolled', 'EntrepreneurshipTrainingCompleted'],
    ends: ['SkillsTrainingCompleted', 'SkillsTrainingDropped'],
  }),
  ...list('employment', 'businesses', {
    begins: ['BusinessStarted'],
    says: ['BusinessJobsReported'],
    ends: ['BusinessClosed'],
  }),
  ...list('employment', 'support', {
    begins: ['EmploymentDifficultyCertified', 'StartupFundingGranted', 'JobIntentReached'],
  }),
]
