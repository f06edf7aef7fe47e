import { cardHandOutTerm, cardRefusal, cardReviewTerm, cardUncollectedTerm, cardWeighed } from './card-law.ts'
import { missedConfirmation, missedConfirmationOfOthers } from './confirmation.ts'
import { declaredDeathDay, declaredDeathRevoked } from './declared-death.ts'
import { illnessGrades, nursing, pensionStart, ratingNotice } from './disability-pension.ts'
import { guardianKinds } from './guardianship-law.ts'
import { legalAidDecision } from './legal-aid.ts'
import type { LegalRule } from './legal-rule.ts'
import { annulment, divorceByJudgment } from './marriage-law.ts'
import { severanceIncrement } from './merit-law.ts'
import { petitionAcceptance, petitionAnswer, petitionRecheck, petitionReview } from './petitions.ts'
import {
  adaptabilityTraining,
  assignmentTerm,
  forfeitedByConduct,
  forfeitureDelay,
  householdLetter,
  insuranceTransfer,
  onPostTerm,
  reportingTerm,
} from './placement-law.ts'
import { sentenceConsequences } from './sentence.ts'
import { allowanceWithJob, preferentialIncome, specialHardshipWithAllowance } from './social-assistance.ts'
import { medicalInsuranceOffice, oneFuneralGrant, unemploymentBenefitWithJob } from './social-insurance-law.ts'
import {
  childComesOfAge,
  deathOfTheDisabled,
  funeralMonths,
  meritIncrease,
  remarriage,
  survivorsPensionStart,
} from './survivors.ts'
import { disabledMove, martyrsSurvivorMoves, transferFromArmy } from './transfers.ts'

/** Every question of law on which the hub decides or refuses something, in the order of the reference. */
export const laws: readonly LegalRule[] = [
  pensionStart,
  illnessGrades,
  nursing,
  ratingNotice,
  missedConfirmation,
  missedConfirmationOfOthers,
  sentenceConsequences,
  survivorsPensionStart,
  childComesOfAge,
  remarriage,
  funeralMonths,
  deathOfTheDisabled,
  meritIncrease,
  transferFromArmy,
  disabledMove,
  martyrsSurvivorMoves,
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
  cardReviewTerm,
  cardRefusal,
  cardWeighed,
  cardHandOutTerm,
  cardUncollectedTerm,
  reportingTerm,
  forfeitureDelay,
  forfeitedByConduct,
  assignmentTerm,
  onPostTerm,
  householdLetter,
  insuranceTransfer,
  adaptabilityTraining,
  severanceIncrement,
]
