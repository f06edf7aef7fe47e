import { createIntakeApp, type IntakeAppOptions } from '@hub/intake/department-app.ts'
import { checks } from './checks.ts'

/** The intake of the Civil Affairs Bureau; it does not listen yet. */
export const createCivilAffairsApp = (options: IntakeAppOptions) => createIntakeApp('civil-affairs', checks, options)
