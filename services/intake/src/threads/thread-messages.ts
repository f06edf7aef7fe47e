import type { PersonKeysPlace } from '@hub/keys/open-person-keys.ts'
import type { Clock } from '@hub/runtime/clock.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import type { AdmitContext } from '../admit.ts'
import type { Prepared, Work } from '../prepare.ts'

/** A department whose events a thread admits. */
export type ThreadDepartment = {
  department: SubmittingDepartment
  hubKeys: AdmitContext['hubKeys']
  /** The URL of the module that exports the department's `checks`. */
  checksModule: string
}

/** What a thread is started with. Plain data: it opens its own connection to the persons' keys. */
export type ThreadSettings = {
  keys: PersonKeysPlace
  storeId: string
  departments: readonly ThreadDepartment[]
}

/** Whose work it is, and at which moment of the hub's clock it has come (ms). */
export type WorkContext = {
  department: SubmittingDepartment
  trial: boolean
  clockKind: Clock['kind']
  now: number
}

export type ThreadRequest =
  | { kind: 'prepare'; call: number; work: Work; context: WorkContext }
  /** Closes what the thread has opened; it ends then. */
  | { kind: 'stop' }

export type ThreadAnswer =
  | { call: number; prepared: Prepared }
  | { call: number; failed: { name: string; message: string } }
