import { byField } from './entry.ts'
import { list, type Rule } from './section-rules.ts'

/** Work and everything around it. */
export const employmentRules: readonly Rule<'employment'>[] = [
  ...list('employment', 'jobs', {
    begins: ['EmploymentStarted', 'PublicWelfarePostAssigned', 'ReservedPostFilled'],
    ends: ['EmploymentEnded'],
    key: byField('employerUscc'),
  }),
  ...list('employment', 'unemployment', {
    begins: ['UnemploymentRegistered', 'UnemploymentBenefitGranted'],
    ends: ['UnemploymentEnded', 'UnemploymentBenefitStopped'],
    key: (_data, name) => (name.startsWith('UnemploymentBenefit') ? 'benefit' : 'unemployment'),
  }),
  ...list('employment', 'insurance', {
    begins: ['SocialInsuranceEnrolled', 'EmploymentAndInsuranceConfirmed'],
    suspends: ['SocialInsuranceSuspended'],
    key: (_data, name) => (name.startsWith('SocialInsurance') ? 'insurance' : 'confirmation'),
  }),
  ...list('employment', 'pensions', {
    begins: ['PensionGranted'],
    says: ['PensionAdjusted'],
    ends: ['PensionStopped'],
  }),
  ...list('employment', 'training', {
    begins: ['SkillsTrainingEnrolled', 'EntrepreneurshipTrainingCompleted'],
    ends: ['SkillsTrainingCompleted', 'SkillsTrainingDropped'],
    key: byField('courseId'),
  }),
  ...list('employment', 'businesses', {
    begins: ['BusinessStarted'],
    says: ['BusinessJobsReported'],
    ends: ['BusinessClosed'],
    key: byField('businessUscc'),
  }),
  ...list('employment', 'support', {
    begins: ['EmploymentDifficultyCertified', 'StartupFundingGranted', 'JobIntentReached'],
  }),
]
