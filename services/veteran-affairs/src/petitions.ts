import type { Checks } from '@hub/intake/fault.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { petitionAnswer } from '@hub/schemas/law/petitions.ts'
import { PetitionAnswered } from '@hub/schemas/veteran-affairs/petitions.ts'
import { faultByLaw } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>

/** No more days are added to the term of an answer than the law of the day of acceptance allows. */
const extension = (data: Data, envelopeTime: string) => {
  const entry = lawOfFact(PetitionAnswered, petitionAnswer, data, envelopeTime)
  const most = entry?.value.extension
  return typeof data.extendedDays === 'number' && most !== undefined && data.extendedDays > most
    ? [faultByLaw('EXTENSION_TOO_LONG', '/extendedDays', entry!)]
    : []
}

/** The term of an answer is extended as the law allows. */
export const petitions: Checks = { PetitionAnswered: { EXTENSION_TOO_LONG: extension } }
