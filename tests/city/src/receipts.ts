import type { IdentityDecision } from './city.ts'
import { keyOf, type StreamFromReceipt, type Submission } from './submission.ts'

const namedBy = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'fromReceipt' in value
    ? (value as StreamFromReceipt).fromReceipt
    : undefined

/** The receipts that a submission names streams by. */
const namesIn = ({ event }: Submission): string[] => Object.values(event.data).flatMap((value) => namedBy(value) ?? [])

/**
 * What the departments remember of their receipts: the streams that others will name. Persons are named by their numbers:
 * no receipt tells whose stream it is for. Of those about whom something will be decided the number is remembered.
 */
export const createReceipts = (decisions: readonly IdentityDecision[]) => {
  const decided = new Set(decisions.flatMap(({ persons }) => persons.map(({ fromReceipt }) => fromReceipt)))
  const streams = new Map<string, string>()
  const numbers = new Map<string, string>()
  const streamOf = (receipt: string): string => {
    const stream = streams.get(receipt)
    if (stream === undefined) throw new Error(`nobody has a receipt of ${receipt}`)
    return stream
  }
  return {
    /** Whether a submission names a receipt that is not there yet. */
    isMissing: (submission: Submission) => namesIn(submission).some((name) => !streams.has(name)),
    keep: ({ event }: Submission, stream: string | undefined) => {
      const key = keyOf(event)
      if (stream !== undefined) streams.set(key, stream)
      const { citizenNumber } = (event.data.person ?? {}) as { citizenNumber?: string }
      if (citizenNumber !== undefined && decided.has(key)) numbers.set(key, citizenNumber)
    },
    /** The submission with streams in the place of receipts. */
    resolved: (submission: Submission): Submission => {
      if (namesIn(submission).length === 0) return submission
      const data = Object.fromEntries(
        Object.entries(submission.event.data).map(([field, value]) => {
          const receipt = namedBy(value)
          return [field, receipt === undefined ? value : streamOf(receipt)]
        }),
      )
      return { ...submission, event: { ...submission.event, data } }
    },
    /** The citizen numbers of those about whom a decision is. */
    numbersOf: ({ persons }: IdentityDecision) => persons.map(({ fromReceipt }) => numbers.get(fromReceipt)!),
  }
}
