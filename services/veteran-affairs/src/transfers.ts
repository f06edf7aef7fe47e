import type { Checks } from '@hub/intake/fault.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { disabledCategories } from '@hub/schemas/benefit-codes.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import type { LegalRule } from '@hub/schemas/law/legal-rule.ts'
import { disabledMove, martyrsSurvivorMoves, transferFromArmy } from '@hub/schemas/law/transfers.ts'
import { SupportRelationTransferredIn, SupportRelationTransferredOut } from '@hub/schemas/veteran-affairs/transfers.ts'
import { faultByLaw } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>

/** The law of a move, where one was read for this identity. */
const moveOf = ({ category, item }: Data): LegalRule | undefined => {
  if (disabledCategories.has(String(category)) || (category === undefined && item === '残疾抚恤金')) return disabledMove
  return category === '烈士遗属' ? martyrsSurvivorMoves : undefined
}

type Declared = Parameters<typeof lawOfFact>[0]

/** The old place pays a calendar year to its end. */
const paysTheYear = (declared: Declared, data: Data, envelopeTime: string): readonly Fault[] => {
  const rule = moveOf(data)
  const law = rule && lawOfFact(declared, rule, data, envelopeTime)
  return law && !String(data.payableFrom).endsWith('-01') ? [faultByLaw('TRANSFER_TOO_EARLY', '/payableFrom', law)] : []
}

/** The unit pays the year of the discharge. Who applies after the 60 days is late, and is taken over all the same. */
const comesFromTheArmy = (data: Data, envelopeTime: string): readonly Fault[] => {
  const { dischargedOn, payableFrom } = data
  const law = lawOfFact(SupportRelationTransferredIn, transferFromArmy, data, envelopeTime)
  return law && String(payableFrom) < `${Number(String(dischargedOn).slice(0, 4)) + 1}-01`
    ? [faultByLaw('TRANSFER_TOO_EARLY', '/payableFrom', law)]
    : []
}

/** Who pays which year when somebody moves, or comes over from the army. */
export const transfers: Checks = {
  SupportRelationTransferredOut: {
    TRANSFER_TOO_EARLY: (data, envelopeTime) => paysTheYear(SupportRelationTransferredOut, data, envelopeTime),
  },
  SupportRelationTransferredIn: {
    TRANSFER_TOO_EARLY: (data, envelopeTime) =>
      data.dischargedOn === undefined
        ? paysTheYear(SupportRelationTransferredIn, data, envelopeTime)
        : comesFromTheArmy(data, envelopeTime),
  },
}
