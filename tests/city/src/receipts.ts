import type { IdentityDecision } from './city.ts'
import { keyOf, type StreamFromReceipt, type Submission } from './submission.ts'

const namedBy = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'fromReceipt' in value
    ? (value as StreamFromReceipt).fromReceipt
    : undefined

/** The receipts that a submission names streams by. */
const namesIn = ({ event }: Submission): string[] => Object.values(event.data).flatMap((value) => namedBy(value) ?? [])

/** What the departments remember of their receipts: the streams that others will name. */
export const createReceipts = () => {
  const streams = new Map<string, string>()
  const streamOf = (receipt: string): string => {
    const stream = streams.get(receipt)
    if (stream === undefined) throw new Error(`nobody has a receipt of ${receipt}`)
    return stream
  }
  return {
    /** Whether a submission names a receipt that is not there yet. */
    isMissing: (submission: Submission) => namesIn(submission).some((name) => !streams.has(name)),
    keep: ({ event }: Submission, stream: string | undefined) => {
      // Persons are named by their numbers; of persons only those that are linked are named by a receipt.
      if (
        stream !== undefined &&
        (!stream.startsWith('person-') || event.type.includes('HealthStatus') || event.type.includes('Merit'))
      )
        streams.set(keyOf(event), stream)
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
    personsOf: ({ persons }: IdentityDecision) =>
      persons.map(({ fromReceipt }) => streamOf(fromReceipt).replace('person-', '')),
  }
}
