import { declaredDeathDay, declaredDeathRevoked } from './declared-death.ts'
import { pensionStart } from './disability-pension.ts'
import { guardianKinds } from './guardianship-law.ts'
import { legalAidDecision } from './legal-aid.ts'
import type { LegalRule } from './legal-rule.ts'
import { annulment, divorceByJudgment } from './marriage-law.ts'
import { petitionAcceptance, petitionAnswer, petitionRecheck, petitionReview } from './petitions.ts'
import { allowanceWithJob, preferentialIncome, specialHardshipWithAllowance } from './social-assistance.ts'
import { medicalInsuranceOffice, oneFuneralGrant, unemploymentBenefitWithJob } from './social-insurance-law.ts'

/** Every question of law on which the hub decides or refuses something, in the order of the reference. */
export const laws: readonly LegalRule[] = [
  pensionStart,
  petitionAcceptance,
  petitionAnswer,
  petitionReview,
  petitionRecheck,
  legalAidDecision,
  annulment,
  divorceByJudgment,
  declaredDeathDay,
  declaredDeathRevoked,
  guardianKinds,
  allowanceWithJob,
  preferentialIncome,
  specialHardshipWithAllowance,
  unemploymentBenefitWithJob,
  oneFuneralGrant,
  medicalInsuranceOffice,
]
