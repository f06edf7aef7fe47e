import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { decisionsKeys } from '@hub/schemas/format/service-keys.ts'
import { admissionsOf } from './admissions.ts'

/** What tests decide with. */
export const exampleAdmissions = admissionsOf(decisionsKeys(deriveHubKeys(new Uint8Array(32).fill(1))))
