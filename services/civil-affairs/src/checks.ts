import { allChecks } from '@hub/intake/all-checks.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { deaths } from './deaths.ts'
import { guardianship } from './guardianship.ts'
import { handedOver } from './handed-over.ts'
import { households } from './households.ts'
import { marriages } from './marriages.ts'

/** The cross-field checks of the Civil Affairs Bureau, by event name. */
export const checks: Checks = allChecks(marriages, households, deaths, guardianship, handedOver)
