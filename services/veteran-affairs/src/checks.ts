import { allChecks } from '@hub/intake/all-checks.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { benefitDecisions } from './benefit-decisions.ts'
import { cards } from './cards.ts'
import { care } from './care.ts'
import { confirmations } from './confirmations.ts'
import { conscription } from './conscription.ts'
import { disability } from './disability.ts'
import { emergency } from './emergency.ts'
import { memory } from './memory.ts'
import { petitions } from './petitions.ts'
import { placements } from './placements.ts'
import { servicePeriods } from './service-periods.ts'
import { supervision } from './supervision.ts'
import { survivors } from './survivors.ts'
import { transfers } from './transfers.ts'

/** What the Veteran Affairs Bureau checks beside the rules that its types declare. */
export const checks: Checks = allChecks(
  servicePeriods,
  placements,
  cards,
  disability,
  benefitDecisions,
  confirmations,
  survivors,
  transfers,
  care,
  conscription,
  petitions,
  supervision,
  emergency,
  memory,
)
