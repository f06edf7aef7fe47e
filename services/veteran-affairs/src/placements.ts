import { inOrder } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { citing, lawOn } from '@hub/schemas/law/legal-rule.ts'
import { forfeitedByConduct, forfeitureDelay, reportingTerm } from '@hub/schemas/law/placement-law.ts'
import { lastDayOf } from '@hub/schemas/law/term.ts'
import { allowsDischarge, dischargeMode, serviceClass } from '@hub/schemas/service-codes.ts'
import { fault, refusals } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>

const modeOfClass = (data: Data) =>
  allowsDischarge(serviceClass.parse(data.class), dischargeMode.parse(data.dischargeMode))
    ? []
    : [fault('MODE_NOT_OF_CLASS', '/dischargeMode')]

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** The last day for reporting: the one that was set, else that of the law for who finds their own work. */
const dueDay = (data: Data): string | undefined => {
  const discharged = textOf(data.dischargedOn)
  const said = textOf(data.dueOn)
  if (said !== undefined || discharged === undefined || data.dischargeMode !== '自主就业') return said
  const term = lawOn(reportingTerm, discharged)
  return term && (lastDayOf(term.value, discharged) ?? undefined)
}

/** More than the delay that the law allows has passed since the last day for reporting. */
const reportedTooLate = (data: Data) => {
  const due = dueDay(data)
  if (due === undefined) return [fault('DUE_DAY_NEEDED', '/dueOn')]
  const delay = lawOn(forfeitureDelay, due)
  const last = delay && lastDayOf(delay.value, due)
  return delay && last && String(data.forfeitedOn) <= last
    ? [fault('FORFEITED_TOO_EARLY', '/forfeitedOn', citing(refusals.FORFEITED_TOO_EARLY, delay))]
    : []
}

const conductOfMode = (data: Data) => {
  const rule = lawOn(forfeitedByConduct, String(data.forfeitedOn))
  return rule && !rule.value.includes(String(data.dischargeMode))
    ? [fault('REASON_NOT_OF_MODE', '/reason', citing(refusals.REASON_NOT_OF_MODE, rule))]
    : []
}

/**
 * The class of the soldier allows the discharge mode, days follow one another, and a placement is forfeited only when and
 * for whom the law says so. Terms that offices have to keep refuse nothing: what came late has happened.
 */
export const placements: Checks = {
  PlacementDecided: modeOfClass,
  VeteranHandedOver: modeOfClass,
  VeteranReportedForPlacement: (data) => inOrder(data, 'dischargedOn', 'reportedOn'),
  HouseholdLetterIssued: (data) => inOrder(data, 'dischargedOn', 'issuedOn'),
  WorkAssigned: (data) => inOrder(data, 'receivedOn', 'assignedOn'),
  AssignedPostTakenUp: (data) => inOrder(data, 'letterIssuedOn', 'startedOn'),
  AdaptabilityTrainingCompleted: (data) => inOrder(data, 'dischargedOn', 'completedOn'),
  PlacementForfeited: (data) => (data.reason === '逾期未报到' ? reportedTooLate(data) : conductOfMode(data)),
}
