import type { Fault } from '@hub/runtime/problem.ts'
import { parseReplaces, type SubmittedEnvelope } from '@hub/schemas/envelope.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import { parseReceiptToken } from '@hub/schemas/format/receipt.ts'
import { parseStreamName } from '@hub/schemas/format/stream-name.ts'
import { fault } from './fault.ts'

type Data = Readonly<Record<string, unknown>>

/** Stands for whoever a receipt is of, where there is no key to read it. */
const somebody = { personId: 'a'.repeat(26) }

const wrong = { fault: fault('RECEIPT_OF_ANOTHER_FACT', '/replacesreceipt') }

/**
 * The data of a retraction that says by the fact's receipt what it takes back: with the person or the stream that the
 * receipt is of, which its sender may not know and is not told. Data that needs no receipt comes back as it is.
 */
export const namedByReceipt = (
  data: Data,
  { replaces, replacesreceipt }: Pick<SubmittedEnvelope, 'replaces' | 'replacesreceipt'>,
  { isRetraction, receiptsKey }: { isRetraction: boolean; receiptsKey: Uint8Array | undefined },
): { data: Data } | { fault: Fault } => {
  if (replacesreceipt === undefined) return { data }
  if (!isRetraction || replaces === undefined) return { fault: fault('RECEIPT_WITHOUT_RETRACTION', '/replacesreceipt') }
  if (data.person !== undefined || data.stream !== undefined) return { fault: fault('PERSON_OR_STREAM', '/data') }
  if (!receiptsKey) return { data: { ...data, person: somebody } }
  const receipt = parseReceiptToken(receiptsKey, replacesreceipt)
  const target = parseReplaces(replaces)
  if (!receipt || receipt.eventId !== eventIdOf(target.source, target.id, receipt.stream)) return wrong
  const { category, id } = parseStreamName(receipt.stream)
  return { data: category === 'person' ? { ...data, person: { personId: id } } : { ...data, stream: receipt.stream } }
}
