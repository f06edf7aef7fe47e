import type { Fault } from '@hub/runtime/problem.ts'

/** One thing that was looked at: an event of a file, or a case of the published set. */
export type Finding = {
  /** Where it stands, or what it is called. */
  name: string
  type: string
  /** Whether all is as it should be. */
  passed: boolean
  /** What is not, or what is only told. */
  faults: readonly Fault[]
  /** What was expected and what came, where a set was sent. */
  expected?: string
  got?: string
}

/** A part of the score: so many of so many, and what all of them would be worth. */
export type ScorePart = { title: string; titleZh: string; good: number; of: number; weight: number }

export type ConformReport = {
  /** The file's name, or the origin of the URL. */
  target: string
  /** 0 to 100; 100 only where everything passed. */
  score: number
  parts: readonly ScorePart[]
  types: readonly { type: string; good: number; bad: number }[]
  findings: readonly Finding[]
  /** What could not be looked at. */
  remarks: readonly string[]
}

const shareOf = ({ good, of }: ScorePart) => (of === 0 ? 1 : good / of)

/** The report of findings; the score is the weighted shares of its parts, rounded down. */
export const reportOf = (
  target: string,
  parts: readonly ScorePart[],
  findings: readonly Finding[],
  remarks: readonly string[] = [],
): ConformReport => {
  const types = new Map<string, { good: number; bad: number }>()
  for (const { type, passed } of findings) {
    const counts = types.get(type) ?? { good: 0, bad: 0 }
    counts[passed ? 'good' : 'bad']++
    types.set(type, counts)
  }
  // Whole in whole numbers: a hundred thirds of three would be 99.
  const isWhole = parts.every(({ good, of }) => good === of)
  const weighted = parts.reduce((sum, part) => sum + part.weight * shareOf(part), 0)
  return {
    target,
    score: isWhole ? 100 : Math.min(99, Math.floor(weighted)),
    parts,
    types: [...types].map(([type, counts]) => ({ type, ...counts })).toSorted((a, b) => (a.type < b.type ? -1 : 1)),
    findings,
    remarks,
  }
}
