import { checks as civilAffairsChecks } from '@hub/civil-affairs/checks.ts'
import { checks as financeChecks } from '@hub/finance/checks.ts'
import { checks as hrChecks } from '@hub/hr/checks.ts'
import type { Checks } from '@hub/intake/fault.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { checks as veteranAffairsChecks } from '@hub/veteran-affairs/checks.ts'

/** What each department's intake checks beside the form of its events. */
export const departmentChecks: Readonly<Record<SubmittingDepartment, Checks>> = {
  'veteran-affairs': veteranAffairsChecks,
  'civil-affairs': civilAffairsChecks,
  finance: financeChecks,
  hr: hrChecks,
}

/** Where a thread finds them. */
export const checksModules: Readonly<Record<SubmittingDepartment, string>> = {
  'veteran-affairs': import.meta.resolve('@hub/veteran-affairs/checks.ts'),
  'civil-affairs': import.meta.resolve('@hub/civil-affairs/checks.ts'),
  finance: import.meta.resolve('@hub/finance/checks.ts'),
  hr: import.meta.resolve('@hub/hr/checks.ts'),
}
