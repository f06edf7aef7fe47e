import { notMoreThan } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** Of a roll no more payments come back than were made. */
export const reconciliation: Checks = {
  PaymentBatchReconciled: (data) => notMoreThan(data, 'returned', 'count'),
}
