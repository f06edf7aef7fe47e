import { checks as civilAffairsChecks } from '@hub/civil-affairs/checks.ts'
import { deathSheet } from '@hub/civil-affairs/death-sheet.ts'
import { checks as financeChecks } from '@hub/finance/checks.ts'
import { disbursementSheet } from '@hub/finance/disbursement-sheet.ts'
import { checks as hrChecks } from '@hub/hr/checks.ts'
import { employmentSheet } from '@hub/hr/employment-sheet.ts'
import type { Checks } from '@hub/intake/fault.ts'
import type { SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { checks as veteranAffairsChecks } from '@hub/veteran-affairs/checks.ts'
import { registrationSheet } from '@hub/veteran-affairs/registration-sheet.ts'

/** The sheet that each department's older system exports, with the department's checks. */
export const sheetFormats: Readonly<Record<SubmittingDepartment, { format: SheetFormat; checks: Checks }>> = {
  'veteran-affairs': { format: registrationSheet, checks: veteranAffairsChecks },
  'civil-affairs': { format: deathSheet, checks: civilAffairsChecks },
  finance: { format: disbursementSheet, checks: financeChecks },
  hr: { format: employmentSheet, checks: hrChecks },
}
