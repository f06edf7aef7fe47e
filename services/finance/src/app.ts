import { createIntakeApp, type IntakeAppOptions } from '@hub/intake/department-app.ts'
import { checks } from './checks.ts'

/** The intake of the Finance Bureau; it does not listen yet. */
export const createFinanceApp = (options: IntakeAppOptions) => createIntakeApp('finance', checks, options)
