import { inOrder } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { allowsRank, rank, rankScheme, serviceClass } from '@hub/schemas/service-codes.ts'
import { fault } from './refusals.ts'

/** A service period ends after it begins, and its rank is one that the class has in that table. */
export const servicePeriods: Checks = {
  ServicePeriodRecorded: (data) => [
    ...inOrder(data, 'enlistedOn', 'dischargedOn'),
    ...(allowsRank(serviceClass.parse(data.class), rankScheme.parse(data.rankScheme), rank.parse(data.rank))
      ? []
      : [fault('RANK_NOT_OF_SCHEME', '/rank')]),
  ],
}
