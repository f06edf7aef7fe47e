import type { Check, Checks } from '@hub/intake/fault.ts'
import { fault } from './refusals.ts'

/** The parts of a score are the whole. */
const partsAreTheScore: Check = (data) => {
  const items = (data.items ?? []) as readonly { scored: number }[]
  const sum = items.reduce((scored, item) => scored + item.scored, 0)
  return items.length > 0 && Math.abs(sum - Number(data.score)) > 1e-6
    ? [fault('PARTS_ARE_NOT_THE_SCORE', '/score')]
    : []
}

/** What an assessment gives for its parts is its score. */
export const supervision: Checks = { AssessmentScored: { PARTS_ARE_NOT_THE_SCORE: partsAreTheScore } }
