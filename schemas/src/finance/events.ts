import { factRetracted } from '../fact-retracted.ts'
import { BudgetAdjusted, BudgetAllotted, BudgetReservationReleased, BudgetReserved } from './budget.ts'
import { PaymentDisbursed, PaymentReissued, PaymentReturned, PaymentStopped } from './disbursement.ts'
import { PaymentFailed } from './payment-failed.ts'
import { AccountVerified, PaymentOrdered } from './payment-order.ts'
import { PaymentBatchReconciled } from './reconciliation.ts'
import { RecoveryDemanded, RecoveryOffset, RecoveryReceived, RecoveryWaived } from './recovery.ts'
import { ReliefFundingPaid } from './relief-funding.ts'

/** Every event type of the Finance Bureau. */
export const financeEvents = [
  factRetracted('finance'),
  BudgetAllotted,
  BudgetAdjusted,
  BudgetReserved,
  BudgetReservationReleased,
  AccountVerified,
  PaymentOrdered,
  PaymentFailed,
  PaymentDisbursed,
  PaymentReturned,
  PaymentReissued,
  PaymentStopped,
  RecoveryDemanded,
  RecoveryReceived,
  RecoveryOffset,
  RecoveryWaived,
  PaymentBatchReconciled,
  ReliefFundingPaid,
] as const
