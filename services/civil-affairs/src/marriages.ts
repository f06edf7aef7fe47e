import { anotherPerson, inOrder } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { DivorceRegistered, MarriageAnnulled } from '@hub/schemas/civil-affairs/marriage.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { citing } from '@hub/schemas/law/legal-rule.ts'
import { annulment, divorceByJudgment } from '@hub/schemas/law/marriage-law.ts'
import { saidByACourt } from './asserted-from.ts'
import { fault, refusals } from './refusals.ts'

type Check = Checks[string]

const divorce: Check = (data, envelopeTime) => {
  if (data.form === '登记') return []
  const law = lawOfFact(DivorceRegistered, divorceByJudgment, data, envelopeTime)
  return [
    ...saidByACourt(data, law),
    ...(law && data.certificateNo !== undefined
      ? [
          fault(
            'CERTIFICATE_OF_A_COURT_DIVORCE',
            '/certificateNo',
            citing(refusals.CERTIFICATE_OF_A_COURT_DIVORCE, law),
          ),
        ]
      : []),
  ]
}

const annulled: Check = (data, envelopeTime) => {
  const law = lawOfFact(MarriageAnnulled, annulment, data, envelopeTime)
  return law?.value === 'court' ? saidByACourt(data, law) : []
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
