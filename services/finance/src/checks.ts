import { allChecks } from '@hub/intake/all-checks.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { paymentOrders } from './payment-orders.ts'
import { payments } from './payments.ts'
import { reconciliation } from './reconciliation.ts'
import { recoveries } from './recoveries.ts'

/** The cross-field checks of the Finance Bureau, by event name. */
export const checks: Checks = allChecks(paymentOrders, payments, recoveries, reconciliation)
