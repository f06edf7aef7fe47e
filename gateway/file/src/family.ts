import { list, type Rule } from './section-rules.ts'

/** Marriages, the household, guardians, and the relatives through whom the person is entitled. */
export const familyRules: readonly Rule<'family'>[] = [
  ...list('family', 'marriages', {
    begins: ['MarriageRegistered'],
    ends: ['DivorceRegistered', 'MarriageAnnulled'],
  }),
  ...list('family', 'members', {
    begins: ['HouseholdMemberAdded'],
    ends: ['HouseholdMemberRemoved'],
  }),
  ...list('family', 'guardians', {
    begins: ['GuardianAppointed'],
    ends: ['GuardianshipEnded'],
  }),
  ...list('family', 'relatives', { begins: ['FamilyMemberRegistered', 'MartyrCertificateAwarded'] }),
  ...list('family', 'difficulties', {
    begins: ['FamilyDifficultyReported'],
    ends: ['FamilyDifficultyResolved', 'FamilyDifficultyDeclined'],
  }),
]
