import { exactlyOne, inOrder, separateDuties } from '@hub/intake/cross-field.ts'
import { type Checks, fault } from '@hub/intake/fault.ts'

/** A payment order comes of one case or one roll, covers a period that ends after it begins, and is prepared and checked by two officials. */
export const paymentOrders: Checks = {
  PaymentOrdered: (data) => [
    ...exactlyOne(data, 'caseId', 'rollId'),
    ...inOrder(data, 'periodFrom', 'periodTo'),
    ...(data.preparedBy === data.checkedBy ? [fault('TWO_DUTIES', '/checkedBy')] : []),
    ...separateDuties(data),
  ],
}
