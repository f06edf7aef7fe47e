import type { Caller } from './caller.ts'

/** What a caller gets of a value: all of it, a part, or only that it is withheld. */
export type Allowance = 'VISIBLE' | 'MASKED' | 'WITHHELD'

/** What one caller may see. */
export type Policy = {
  /** What of a section of a person's file. */
  mayRead(personId: string, section: string): Allowance
  /** Whether numbers that tell things apart may be matched by their keyed hashes. */
  mayMatchNumbers: boolean
}

/** The one place that decides who sees what. */
export const policyFor = ({ roles }: Caller): Policy => {
  const allowance: Allowance = roles.includes('read-everything') ? 'VISIBLE' : 'WITHHELD'
  return {
    mayRead: () => allowance,
    mayMatchNumbers: roles.includes('read-everything') || roles.includes('match-numbers'),
  }
}
