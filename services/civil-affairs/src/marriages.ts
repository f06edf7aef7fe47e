import type { Check, Checks } from '@hub/intake/fault.ts'
import { DivorceRegistered } from '@hub/schemas/civil-affairs/marriage.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { divorceByJudgment } from '@hub/schemas/law/marriage-law.ts'
import { faultByLaw } from './refusals.ts'

const withoutCertificate: Check = (data, envelopeTime) => {
  const law = lawOfFact(DivorceRegistered, divorceByJudgment, data, envelopeTime)
  return law && data.form !== '登记' && data.certificateNo !== undefined
    ? [faultByLaw('CERTIFICATE_OF_A_COURT_DIVORCE', '/certificateNo', law)]
    : []
}

/** A court dissolves a marriage without a certificate. */
export const marriages: Checks = { DivorceRegistered: { CERTIFICATE_OF_A_COURT_DIVORCE: withoutCertificate } }
