import type { Department } from '@hub/schemas/department.ts'

/** What a caller may do; sign-in brings the officials' duties. */
export type Role = 'read-everything'

/** Who asks. Nothing is read for nobody: a reader is opened for a caller, and what it shows is theirs to see. */
export type Caller = {
  /** The official's id, or the name of the program; never a person's name. */
  who: string
  department: Department
  roles: readonly Role[]
  /** The region that they serve; everywhere where missing. */
  region?: string
  /** Why they read. */
  purpose: string
  /** The case for which they read. */
  case?: string
}

/**
 * Whoever reaches the hub before officials sign in: its network is closed, and everybody on it sees everything. `who` is
 * the way by which they came.
 */
export const anybody = (who: string): Caller => ({
  who,
  department: 'hub',
  roles: ['read-everything'],
  purpose: 'before sign-in',
})
