import { factRetracted } from '../fact-retracted.ts'
import { PaymentDisbursed, PaymentReissued, PaymentReturned, PaymentStopped } from './disbursement.ts'

/** Every event type of the Finance Bureau. */
export const financeEvents = [
  factRetracted('finance'),
  PaymentDisbursed,
  PaymentReturned,
  PaymentReissued,
  PaymentStopped,
] as const
