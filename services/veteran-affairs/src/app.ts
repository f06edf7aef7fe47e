import { createIntakeApp, type IntakeAppOptions } from '@hub/intake/department-app.ts'
import { checks } from './checks.ts'

/** The intake of the Veteran Affairs Bureau; it does not listen yet. */
export const createVeteranAffairsApp = (options: IntakeAppOptions) =>
  createIntakeApp('veteran-affairs', checks, options)
