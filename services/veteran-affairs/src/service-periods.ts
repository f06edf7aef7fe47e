import type { Check, Checks } from '@hub/intake/fault.ts'
import { allowsRank, rank, rankScheme, serviceClass } from '@hub/schemas/service-codes.ts'
import { fault } from './refusals.ts'

const rankOfScheme: Check = (data) =>
  allowsRank(serviceClass.parse(data.class), rankScheme.parse(data.rankScheme), rank.parse(data.rank))
    ? []
    : [fault('RANK_NOT_OF_SCHEME', '/rank')]

/** The rank of a service period is one that the class has in that table. */
export const servicePeriods: Checks = { ServicePeriodRecorded: { RANK_NOT_OF_SCHEME: rankOfScheme } }
