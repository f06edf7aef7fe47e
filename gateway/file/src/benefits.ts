import { byField } from './entry.ts'
import { list, type Rule } from './section-rules.ts'

/** What the person is entitled to, and what is paid. */
export const benefitsRules: readonly Rule<'benefits'>[] = [
  ...list('benefits', 'applications', {
    begins: ['BenefitApplied'],
    says: ['BenefitApplicationAccepted'],
    ends: ['BenefitApproved', 'BenefitDeclined', 'BenefitApplicationWithdrawn'],
    key: byField('caseId'),
  }),
  ...list('benefits', 'reservations', {
    begins: ['BudgetReserved'],
    ends: ['BudgetReservationReleased'],
    key: byField('caseId'),
  }),
  ...list('benefits', 'approvals', {
    begins: ['BenefitApproved', 'SupportRelationTransferredIn'],
    says: ['BenefitAdjusted'],
    suspends: ['BenefitSuspended'],
    resumes: ['BenefitResumed'],
    ends: ['BenefitTerminated', 'SupportRelationTransferredOut'],
    key: byField('item'),
  }),
  ...list('benefits', 'suspensions', {
    begins: ['BenefitSuspended'],
    ends: ['BenefitResumed', 'BenefitTerminated'],
    key: byField('item'),
  }),
  ...list('benefits', 'accounts', { begins: ['AccountVerified'] }),
  ...list('benefits', 'payments', {
    begins: ['PaymentOrdered'],
    says: ['PaymentDisbursed'],
    suspends: ['PaymentReturned'],
    resumes: ['PaymentReissued'],
    ends: ['PaymentStopped'],
    key: byField('orderId'),
  }),
  ...list('benefits', 'recoveries', {
    begins: ['RecoveryDemanded'],
    says: ['RecoveryReceived', 'RecoveryOffset'],
    ends: ['RecoveryWaived'],
    key: byField('orderIds'),
  }),
  ...list('benefits', 'allowances', {
    begins: ['SubsistenceAllowanceGranted', 'SpecialHardshipGranted', 'DisabledPersonSubsidyGranted'],
    says: ['SubsistenceAllowanceAdjusted'],
    ends: ['SubsistenceAllowanceStopped', 'SpecialHardshipEnded', 'DisabledPersonSubsidyStopped'],
    key: (data, name) => `${/^(Subsistence|Special|Disabled)/.exec(name)?.[0]} ${data.kind ?? ''}`,
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
    key: (data, name) => (name.startsWith('Hardship') ? String(data.kind) : name),
  }),
]
