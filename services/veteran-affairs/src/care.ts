import { inOrder, notMoreThan } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { restoredAcuity } from '@hub/schemas/care-codes.ts'
import { fault } from './refusals.ts'

/** Stays and journeys end after they begin; nobody pays more of an operation than it cost; a restored eye sees so. */
export const care: Checks = {
  HomeServiceProvided: (data) => inOrder(data, 'startedAt', 'endedAt'),
  RecuperationCompleted: (data) => inOrder(data, 'from', 'to'),
  SurgeryPerformed: (data) => notMoreThan(data, 'selfPaid', 'cost'),
  TreatmentFollowedUp: ({ acuityAfter, outcome }) =>
    outcome === undefined || (outcome === '恢复至0.8及以上') === Number(acuityAfter) >= restoredAcuity
      ? []
      : [fault('OUTCOME_NOT_OF_ACUITY', '/outcome')],
  CondolenceTourHeld: (data) => inOrder(data, 'from', 'to'),
}
