import { handedOverBy, inOrder, separateDuties } from '@hub/intake/cross-field.ts'
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

/** Each step of a petition follows the one before; those that decide are in separate hands. A late step is taken. */
export const petitions: Checks = {
  PetitionAccepted: (data) => inOrder(data, 'receivedOn', 'acceptedOn'),
  PetitionNotAccepted: (data) => [...inOrder(data, 'receivedOn', 'decidedOn'), ...separateDuties(data)],
  PetitionAnswered: (data, envelopeTime) => [
    ...inOrder(data, 'acceptedOn', 'answeredOn'),
    ...extension(data, envelopeTime),
    ...separateDuties(data),
  ],
  PetitionReviewed: (data) => [
    ...inOrder(data, 'answeredOn', 'requestedOn'),
    ...inOrder(data, 'requestedOn', 'reviewedOn'),
    ...separateDuties(data),
  ],
  PetitionRechecked: (data) => [
    ...inOrder(data, 'reviewedOn', 'requestedOn'),
    ...inOrder(data, 'requestedOn', 'recheckedOn'),
    ...separateDuties(data),
  ],
  LegalAidGranted: (data) => [...handedOverBy(data, '司法行政'), ...inOrder(data, 'appliedOn', 'grantedOn')],
}
