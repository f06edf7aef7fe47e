import { list, type Rule } from './section-rules.ts'

/** What the person is entitled to, and what is paid. */
export const benefitsRules: readonly Rule<'benefits'>[] = [
  ...list('benefits', 'applications', {
    begins: ['BenefitApplied'],
    says: [
      'BenefitApplicationAccepted',
      'MaterialsRequested',
      'MaterialsSupplied',
      'CaseClockSuspended',
      'CaseClockResumed',
      'BenefitReviewed',
      'PublicNoticeHeld',
      'DecisionServed',
    ],
    ends: ['BenefitApplicationNotAccepted', 'BenefitApproved', 'BenefitDeclined', 'BenefitApplicationWithdrawn'],
  }),
  ...list('benefits', 'appeals', { begins: ['AppealLodged'], ends: ['AppealDecided'] }),
  ...list('benefits', 'reservations', {
    begins: ['BudgetReserved'],
    ends: ['BudgetReservationReleased'],
  }),
  ...list('benefits', 'approvals', {
    begins: ['BenefitApproved', 'SupportRelationTransferredIn'],
    says: ['BenefitAdjusted'],
    suspends: ['BenefitSuspended'],
    resumes: ['BenefitResumed'],
    ends: ['BenefitTerminated', 'SupportRelationTransferredOut'],
  }),
  ...list('benefits', 'suspensions', {
    begins: ['BenefitSuspended'],
    ends: ['BenefitResumed', 'BenefitTerminated'],
  }),
  ...list('benefits', 'accounts', { begins: ['AccountVerified'] }),
  ...list('benefits', 'payments', {
    begins: ['PaymentOrdered'],
    suspends: ['PaymentFailed', 'PaymentReturned'],
    resumes: ['PaymentDisbursed', 'PaymentReissued'],
    ends: ['PaymentStopped'],
    forPeriod: true,
  }),
  ...list('benefits', 'recoveries', {
    begins: ['RecoveryDemanded'],
    says: ['RecoveryReceived', 'RecoveryOffset', 'RecoveryWaived'],
    endsWhen: { field: 'outstanding', is: 0 },
  }),
  ...list('benefits', 'allowances', {
    begins: [
      'SubsistenceAllowanceGranted',
      'LowIncomeHouseholdIdentified',
      'SpecialHardshipGranted',
      'DisabledPersonSubsidyGranted',
    ],
    says: ['SubsistenceAllowanceAdjusted'],
    ends: [
      'SubsistenceAllowanceStopped',
      'LowIncomeHouseholdEnded',
      'SpecialHardshipEnded',
      'DisabledPersonSubsidyStopped',
    ],
  }),
  ...list('benefits', 'aidApplications', {
    begins: ['HardshipAidApplied'],
    says: ['HardshipInvestigated', 'HardshipAidPublicised'],
    ends: ['HardshipAidApproved', 'HardshipAidDeclined'],
  }),
  ...list('benefits', 'hardship', {
    begins: [
      'HardshipFound',
      'TemporaryAssistanceGranted',
      'HouseholdMeansVerified',
      'CondolenceVisitMade',
      'MartyrJourneyJoined',
    ],
    says: ['HardshipAidGranted'],
    ends: ['HardshipClosed'],
  }),
]
