import { cardHandOutTerm } from './card-law.ts'
import type { LegalRule } from './legal-rule.ts'
import { assignmentTerm, onPostTerm, reportingTerm } from './placement-law.ts'
import type { Term } from './term.ts'

/** The terms of which a figure counts how often they were kept, by the law's key. */
export const legalTerms = {
  'card-hand-out-term': cardHandOutTerm,
  'reporting-term': reportingTerm,
  'assignment-term': assignmentTerm,
  'on-post-term': onPostTerm,
} as const satisfies Readonly<Record<string, LegalRule<Term>>>

export type LegalTerm = keyof typeof legalTerms
