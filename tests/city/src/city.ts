import { dayAfter, daysBetween, firstDay, lastDay } from './calendar.ts'
import type { Population } from './inhabitant.ts'
import { type Random, seededRandom } from './random.ts'
import type { Scale } from './scale.ts'
import {
  type Said,
  type StreamFromReceipt,
  type Submission,
  type SubmissionId,
  sourceOf,
  submissionOf,
} from './submission.ts'

/** Two officials of the hub decide that two files are one person's, or are not after all. */
export type IdentityDecision = {
  kind: 'link' | 'unlink'
  day: string
  persons: readonly [StreamFromReceipt, StreamFromReceipt]
  evidence: readonly string[]
  decidedBy: string
  secondDecider: string
}

/** What a programme or a story writes its events with. */
export type City = Population & {
  random: Random
  scale: Scale
  /** Says that something happened; its system hands it over in its rhythm. */
  add(said: Said): SubmissionId
  /** Puts a submission there as it is: a message sent twice, a malformed one. */
  put(submission: Submission): void
  /** A day of the scenario, or of a part of it. */
  day(from?: string, to?: string): string
  /** Takes a decision about two files; each person is named by the receipt of a fact of theirs. */
  decide(decision: IdentityDecision): void
  decisions: readonly IdentityDecision[]
  /** What the programmes and stories have said so far. */
  said: readonly Submission[]
}

/** A city in which nothing has happened yet. */
export const emptyCity = (people: Population, options: { seed: number; scale: Scale }): City => {
  const random = seededRandom(options.seed)
  const said: Submission[] = []
  const decisions: IdentityDecision[] = []
  const numbers = new Map<string, number>()
  const nextId = (name: string, source: string) => {
    const number = (numbers.get(source) ?? 0) + 1
    numbers.set(source, number)
    return `${name}-${number}`
  }
  return {
    ...people,
    random,
    scale: options.scale,
    said,
    decisions,
    decide: (decision) => void decisions.push(decision),
    add: (one) => {
      const id = one.id ?? nextId(one.name, sourceOf(one))
      const submission = submissionOf({ ...one, id }, random, options.scale.weekly)
      said.push(submission)
      return { source: submission.event.source, id }
    },
    put: (submission) => void said.push(submission),
    day: (from = firstDay, to = lastDay) => dayAfter(from, random.whole(0, daysBetween(from, to))),
  }
}
