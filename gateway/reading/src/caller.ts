import type { Department } from '@hub/schemas/department.ts'

/**
 * What a caller may do; sign-in brings the officials' duties. `match-numbers` is oversight's: to tell that two events name
 * one order, account, card, certificate or marriage, without reading it.
 */
export type Role = 'read-everything' | 'match-numbers'

/** Who asks. Every reader is opened for a caller, and shows only what this caller may see. */
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
 * The caller until officials sign in: the network of the hub is closed, and everybody on it may see everything. `who`
 * names the way in, such as GraphQL or the command.
 */
export const anybody = (who: string): Caller => ({
  who,
  department: 'hub',
  roles: ['read-everything'],
  purpose: 'before sign-in',
})
