import { z } from 'zod'
import { beneficiaryCategory, benefitItem, injuryNature, supportMode } from '../benefit-codes.ts'
import type { Thing } from '../thing.ts'
import { fallenPerson } from '../values/fallen-person.ts'

import { disabilityGrade } from './disability-grade.ts'

/** The fields that say which benefit is meant, beside the county of the office that pays it. */
export const benefitFields = {
  item: benefitItem,
  /** The identity for which it is paid. */
  category: beneficiaryCategory.optional(),
  /** On whose account a survivor or a soldier's family draws it. */
  relatedPerson: fallenPerson.optional(),
}

/** A benefit: what is paid, for which identity, on whose account, by which county. */
export const ofBenefit: Thing = { kind: 'benefit', key: [['item', 'category?', 'relatedPerson?', 'county?']] }

/** A benefit as it is approved, in a case that is decided by it. */
export const ofApprovedBenefit: Thing = { ...ofBenefit, also: [{ kind: 'application', key: [['caseId']] }] }

/** The rating by which nursing money is paid. */
export const ratingPaidBy = z.strictObject({
  grade: disabilityGrade,
  nature: injuryNature,
  /** By a mental disorder that broke out in service. */
  mentalDisorder: z.boolean().optional(),
  support: supportMode.optional(),
})
