import { inOrder, notMoreThan } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** Stays and journeys end after they begin; nobody pays more of an operation than it cost. */
export const care: Checks = {
  RecuperationCompleted: (data) => inOrder(data, 'from', 'to'),
  SurgeryPerformed: (data) => notMoreThan(data, 'selfPaid', 'cost'),
  CondolenceTourHeld: (data) => inOrder(data, 'from', 'to'),
  MartyrJourneyHeld: (data) => inOrder(data, 'from', 'to'),
}
