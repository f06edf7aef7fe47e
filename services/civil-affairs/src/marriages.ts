import { anotherPerson, handedOverBy, inOrder } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { DivorceRegistered, MarriageAnnulled } from '@hub/schemas/civil-affairs/marriage.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { annulment, divorceByJudgment } from '@hub/schemas/law/marriage-law.ts'
import { faultByLaw } from './refusals.ts'

type Check = Checks[string]

const divorce: Check = (data, envelopeTime) => {
  if (data.form === '登记') return []
  const law = lawOfFact(DivorceRegistered, divorceByJudgment, data, envelopeTime)
  return [
    ...handedOverBy(data, '法院', law),
    ...(law && data.certificateNo !== undefined
      ? [faultByLaw('CERTIFICATE_OF_A_COURT_DIVORCE', '/certificateNo', law)]
      : []),
  ]
}

const annulled: Check = (data, envelopeTime) => {
  const law = lawOfFact(MarriageAnnulled, annulment, data, envelopeTime)
  return law?.value === 'court' ? handedOverBy(data, '法院', law) : []
}

/** A marriage is of two persons; a court dissolves it without a certificate, and only a court annuls it since the Civil Code. */
export const marriages: Checks = {
  MarriageRegistered: (data) => anotherPerson(data, 'spouse'),
  DivorceRegistered: (data, time) => [
    ...anotherPerson(data, 'spouse'),
    ...inOrder(data, 'marriedOn', 'dissolvedOn'),
    ...divorce(data, time),
  ],
  MarriageAnnulled: (data, time) => [
    ...anotherPerson(data, 'spouse'),
    ...inOrder(data, 'marriedOn', 'annulledOn'),
    ...annulled(data, time),
  ],
}
