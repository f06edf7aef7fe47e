import { pensionStart } from './disability-pension.ts'
import { legalAidDecision } from './legal-aid.ts'
import type { LegalRule } from './legal-rule.ts'
import { petitionAcceptance, petitionAnswer, petitionRecheck, petitionReview } from './petitions.ts'

/** Every question of law on which the hub decides or refuses something, in the order of the reference. */
export const laws: readonly LegalRule[] = [
  pensionStart,
  petitionAcceptance,
  petitionAnswer,
  petitionReview,
  petitionRecheck,
  legalAidDecision,
]
