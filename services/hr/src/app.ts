import { createIntakeApp, type IntakeAppOptions } from '@hub/intake/department-app.ts'
import { checks } from './checks.ts'

/** The intake of the Human Resources and Social Security Bureau; it does not listen yet. */
export const createHrApp = (options: IntakeAppOptions) => createIntakeApp('hr', checks, options)
