import { latest, list, type Rule } from './section-rules.ts'

/** Health, treatments, and what is done for the person at home. */
export const healthRules: readonly Rule<'health'>[] = [
  ...latest('health', 'status', { begins: ['HealthStatusRecorded'] }),
  ...list('health', 'plans', { begins: ['ServicePlanAdopted'], says: ['ServicePlanReviewed'] }),
  ...list('health', 'screenings', { begins: ['EyeScreeningDone'] }),
  ...list('health', 'treatments', {
    begins: ['TreatmentReferred', 'TreatmentDeclined'],
    says: ['SurgeryPerformed'],
    ends: ['TreatmentFollowedUp'],
  }),
  ...list('health', 'recuperations', { begins: ['RecuperationCompleted'] }),
  ...list('health', 'homeServices', {
    begins: ['HomeServiceProvided', 'PolicyConsultationGiven', 'RegularContactMade'],
  }),
]
