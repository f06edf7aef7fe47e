import type { Checks } from '@hub/intake/fault.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { forfeitedByConduct, forfeitureDelay, reportingTerm } from '@hub/schemas/law/placement-law.ts'
import { termKept } from '@hub/schemas/law/term.ts'
import { allowsDischarge, dischargeMode, serviceClass } from '@hub/schemas/service-codes.ts'
import { PlacementForfeited } from '@hub/schemas/veteran-affairs/placement.ts'
import { fault, faultByLaw } from './refusals.ts'

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
  return termKept(reportingTerm, discharged, discharged, String(data.region))?.lastDay ?? undefined
}

const isLate = ({ reason }: Data) => reason === '逾期未报到'

const dueDayWhereLate = (data: Data) =>
  isLate(data) && dueDay(data) === undefined ? [fault('DUE_DAY_NEEDED', '/dueOn')] : []

/** More than the delay that the law allows has passed since the last day for reporting. */
const reportedTooLate = (data: Data) => {
  const due = isLate(data) ? dueDay(data) : undefined
  const delay =
    due === undefined ? undefined : termKept(forfeitureDelay, due, String(data.forfeitedOn), String(data.region))
  return delay?.kept ? [faultByLaw('FORFEITED_TOO_EARLY', '/forfeitedOn', delay.entry)] : []
}

const conductOfMode = (data: Data, envelopeTime: string) => {
  const law = lawOfFact(PlacementForfeited, forfeitedByConduct, data, envelopeTime)
  return law && !isLate(data) && !law.value.includes(String(data.dischargeMode))
    ? [faultByLaw('REASON_NOT_OF_MODE', '/reason', law)]
    : []
}

/**
 * The class of the soldier allows the discharge mode, and a placement is forfeited only when and for whom the law says so.
 * Terms that offices have to keep refuse nothing: what came late has happened.
 */
export const placements: Checks = {
  PlacementDecided: { MODE_NOT_OF_CLASS: modeOfClass },
  VeteranHandedOver: { MODE_NOT_OF_CLASS: modeOfClass },
  PlacementForfeited: {
    DUE_DAY_NEEDED: dueDayWhereLate,
    FORFEITED_TOO_EARLY: reportedTooLate,
    REASON_NOT_OF_MODE: conductOfMode,
  },
}
