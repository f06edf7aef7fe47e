import { allChecks } from '@hub/intake/all-checks.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { deaths } from './deaths.ts'
import { guardianship } from './guardianship.ts'
import { marriages } from './marriages.ts'

/** What the Civil Affairs Bureau checks beside the rules that its types declare. */
export const checks: Checks = allChecks(marriages, deaths, guardianship)
