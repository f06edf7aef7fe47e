import type { Fault } from '@hub/runtime/problem.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { sentenceConsequences } from '@hub/schemas/law/sentence.ts'
import { BenefitResumed, BenefitTerminated } from '@hub/schemas/veteran-affairs/payments.ts'
import { faultByLaw } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>

type Declared = Parameters<typeof lawOfFact>[0]

const lawFor = (declared: Declared, data: Data, envelopeTime: string) =>
  lawOfFact(declared, sentenceConsequences, data, envelopeTime)

/** For a sentence or a wanted notice the level that the law names decides, where the event says which did. */
export const decidedByItsLevel = (declared: Declared, data: Data, envelopeTime: string): readonly Fault[] => {
  const law = lawFor(declared, data, envelopeTime)
  const { suspend, cancel, decidedBy } = law?.value ?? { suspend: [], cancel: [], decidedBy: undefined }
  const ofLaw = [...suspend, ...cancel].includes(String(data.reasonCode))
  return law && ofLaw && decidedBy !== undefined && (data.decidedByLevel ?? decidedBy) !== decidedBy
    ? [faultByLaw('NOT_OF_LEVEL', '/decidedByLevel', law)]
    : []
}

/** What a sentence only suspends does not end. */
export const notEndedBySuspension = (data: Data, envelopeTime: string): readonly Fault[] => {
  const law = lawFor(BenefitTerminated, data, envelopeTime)
  return law?.value.suspend.includes(String(data.reasonCode)) ? [faultByLaw('SUSPENDS_ONLY', '/reasonCode', law)] : []
}

/** For the time of a sentence or a wanted notice nothing is paid afterwards. */
export const notPaidBack = (data: Data, envelopeTime: string): readonly Fault[] => {
  const law = lawFor(BenefitResumed, data, envelopeTime)
  return law?.value.suspend.includes(String(data.reasonCode)) && data.backPayFrom !== undefined
    ? [faultByLaw('NO_BACK_PAY', '/backPayFrom', law)]
    : []
}
