import { legalAidDecision } from '@hub/schemas/law/legal-aid.ts'
import { type LegalRule, lastEntryOf } from '@hub/schemas/law/legal-rule.ts'
import { petitionAcceptance, petitionAnswer, petitionRecheck, petitionReview } from '@hub/schemas/law/petitions.ts'
import type { TimeLimit } from '../figure.ts'

type Words = readonly [name: string, titleZh: string, titleEn: string]

/** A term that the law sets: the one in force, unless another is asked for. */
const lawful = (
  [name, titleZh, titleEn]: Words,
  law: LegalRule<{ days: number }>,
  unit: 'days' | 'workingDays' = 'days',
): TimeLimit => ({ name, titleZh, titleEn, unit, default: lastEntryOf(law).value.days, min: 1, max: 365, law })

/** What each fact has a term of its own for: so much past it still counts as in time. */
const past = ([name, titleZh, titleEn]: Words, unit: 'days' | 'workingDays'): TimeLimit => ({
  name,
  titleZh,
  titleEn,
  unit,
  default: 0,
  min: 0,
  max: 365,
})

export const petitionTold = lawful(
  ['petition-told-within', '信访受理告知期限', 'Petition: receipt to the word that it is dealt with'],
  petitionAcceptance,
)
export const petitionAnswered = lawful(
  ['petition-answered-within', '信访办结期限（经批准延长的另加）', 'Petition: acceptance to answer, extensions apart'],
  petitionAnswer,
)
export const petitionReviewed = lawful(
  ['petition-reviewed-within', '信访复查期限', 'Petition: request to review'],
  petitionReview,
)
export const petitionRechecked = lawful(
  ['petition-rechecked-within', '信访复核期限', 'Petition: request to recheck'],
  petitionRecheck,
)
export const legalAidGranted = lawful(
  ['legal-aid-within', '法律援助审查期限', 'Legal aid: application to decision'],
  legalAidDecision,
)

export const decidedPastPromise = past(
  ['decided-past-promise', '审批超出承诺仍计按期', 'Approval: past the promise of its case'],
  'workingDays',
)
export const sharingPastDue = past(
  ['sharing-past-due', '数据共享超出期限仍计按期', 'Data sharing: past the day that was set'],
  'days',
)
export const rectifiedPastDue = past(
  ['rectified-past-due', '整改超出期限仍计按期', 'Rectification: past the day that was set'],
  'days',
)

export const employedWithin: TimeLimit = {
  name: 'employed-within',
  titleZh: '培训后就业期限',
  titleEn: 'Skills training: completion to employment',
  unit: 'days',
  default: 183,
  min: 1,
  max: 1_095,
}

export const oilSpillWithin: TimeLimit = {
  name: 'oil-spill-within',
  titleZh: '水源油污处置时限',
  titleEn: 'Oil spill near a waterworks: start to end of the deployment',
  unit: 'hours',
  default: 12,
  min: 1,
  max: 720,
}
