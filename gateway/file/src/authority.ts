import type { Section } from './file.ts'

/**
 * Departments whose value rules, the highest first. Those not named come after them; among these the latest value
 * rules.
 */
type Authority = readonly string[]

const bySection: Record<Section, Authority> = {
  identity: ['civil-affairs', 'veteran-affairs', 'hr', 'finance'],
  contact: ['veteran-affairs', 'civil-affairs', 'hr', 'finance'],
  residence: ['civil-affairs', 'veteran-affairs', 'hr', 'finance'],
  service: ['veteran-affairs', 'civil-affairs', 'hr', 'finance'],
  identities: ['veteran-affairs', 'civil-affairs', 'hr', 'finance'],
  family: ['civil-affairs', 'veteran-affairs', 'hr', 'finance'],
  employment: ['hr', 'veteran-affairs', 'civil-affairs', 'finance'],
  health: ['veteran-affairs', 'civil-affairs', 'hr', 'finance'],
  benefits: ['finance', 'veteran-affairs', 'civil-affairs', 'hr'],
  status: ['civil-affairs', 'veteran-affairs', 'hr', 'finance'],
}

/** Rank of a department in a section, 0 for the one that rules. */
export const rankOf = (section: Section, department: string): number => {
  const rank = bySection[section].indexOf(department)
  return rank < 0 ? bySection[section].length : rank
}
