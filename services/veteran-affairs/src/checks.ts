import { allChecks } from '@hub/intake/all-checks.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { benefitDecisions } from './benefit-decisions.ts'
import { cards } from './cards.ts'
import { care } from './care.ts'
import { confirmations } from './confirmations.ts'
import { conscription } from './conscription.ts'
import { disability } from './disability.ts'
import { emergency } from './emergency.ts'
import { hardship } from './hardship.ts'
import { memory } from './memory.ts'
import { petitions } from './petitions.ts'
import { placements } from './placements.ts'
import { sentences } from './sentences.ts'
import { servicePeriods } from './service-periods.ts'
import { supervision } from './supervision.ts'
import { survivors } from './survivors.ts'
import { transfers } from './transfers.ts'

/** The cross-field checks of the Veteran Affairs Bureau, by event name. */
export const checks: Checks = allChecks(
  servicePeriods,
  placements,
  cards,
  disability,
  benefitDecisions,
  confirmations,
  survivors,
  sentences,
  transfers,
  care,
  conscription,
  petitions,
  supervision,
  emergency,
  memory,
  hardship,
)
