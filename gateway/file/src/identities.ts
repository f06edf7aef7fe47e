import { latest, list, type Rule } from './section-rules.ts'

/** What the person is recognised as: categories, disability, preferential cards, yearly confirmations. */
export const identitiesRules: readonly Rule<'identities'>[] = [
  ...list('identities', 'categories', {
    begins: ['BeneficiaryCategoryRecognised'],
    says: ['SurvivorEligibilityAssessed'],
    ends: ['BeneficiaryCategoryEnded'],
  }),
  ...latest('identities', 'disability', {
    begins: ['DisabilityRated'],
    says: ['DisabilityCertificateReplaced'],
    ends: ['DisabilityCertificateCancelled', 'DisabilityRatingCancelled'],
  }),
  ...list('identities', 'cards', {
    begins: ['PreferentialCardApplied'],
    says: [
      'PreferentialCardReviewed',
      'PreferentialCardIssued',
      'PreferentialCardReceived',
      'PreferentialCardHandedOut',
      'PreferentialCardUncollected',
      'PreferentialCardReplaced',
    ],
    suspends: ['PreferentialCardSuspended'],
    resumes: ['PreferentialCardReinstated'],
    ends: ['PreferentialCardRefused', 'PreferentialCardCancelled'],
  }),
  ...list('identities', 'confirmations', {
    begins: ['AnnualConfirmationLapsed', 'AnnualConfirmationCompleted'],
    once: true,
  }),
  ...list('identities', 'schooling', { begins: ['EducationConfirmed'] }),
]
