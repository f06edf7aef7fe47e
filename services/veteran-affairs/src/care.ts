import type { Check, Checks } from '@hub/intake/fault.ts'
import { restoredAcuity } from '@hub/schemas/care-codes.ts'
import { fault } from './refusals.ts'

const outcomeOfAcuity: Check = ({ acuityAfter, outcome }) =>
  outcome === undefined || (outcome === '恢复至0.8及以上') === Number(acuityAfter) >= restoredAcuity
    ? []
    : [fault('OUTCOME_NOT_OF_ACUITY', '/outcome')]

/** A restored eye sees so. */
export const care: Checks = { TreatmentFollowedUp: { OUTCOME_NOT_OF_ACUITY: outcomeOfAcuity } }
