import { separateDuties } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { fault } from './refusals.ts'

/** What becomes of a payment is in other hands at each step. */
export const payments: Checks = {
  PaymentFailed: separateDuties,
  PaymentDisbursed: separateDuties,
  PaymentReturned: separateDuties,
  PaymentReissued: (data) => [
    ...(data.bankRef === data.replacesBankRef ? [fault('SAME_REFERENCE', '/bankRef')] : []),
    ...separateDuties(data),
  ],
  PaymentStopped: separateDuties,
  ReliefFundingPaid: separateDuties,
}
