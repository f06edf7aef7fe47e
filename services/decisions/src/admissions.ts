import { type AdmissionVerifier, type Admitter, admissionVerifier, admitterOf } from '@hub/schemas/format/admission.ts'
import type { DecidingService, DecisionsKeys } from '@hub/schemas/format/service-keys.ts'

/** Who admits what is decided here, and verifies what was decided before. */
export type Admissions = { admitters: Readonly<Record<DecidingService, Admitter>>; verifier: AdmissionVerifier }

export const admissionsOf = ({ admission }: Pick<DecisionsKeys, 'admission'>): Admissions => ({
  admitters: {
    identity: admitterOf('identity', admission['hub/identity']),
    reports: admitterOf('reports', admission['hub/reports']),
  },
  verifier: admissionVerifier(admission),
})
