import { admissionVerifier, admitterOf } from '@hub/schemas/format/admission.ts'
import { entryBytes, mostEntryBytes } from '@hub/schemas/format/entry.ts'
import { storedFaultOf } from '@hub/schemas/format/stored-admission.ts'
import { SubmissionRejected } from '@hub/schemas/hub/events.ts'
import { describe, expect, it } from 'vitest'
import { type Admitted, verifyMessage } from './admitted.ts'
import { admittedMessage, delivered, exampleRecorderKeys, exampleStream } from './admitted-message.fixture.ts'
import { openKeptMessage } from './kept-message.ts'
import { rejectionWrite } from './rejection.ts'

const verifier = admissionVerifier(exampleRecorderKeys.admission)
const refusal = { reason: 'REPLACES_UNKNOWN', detail: 'the fact that is to be replaced is not in this stream' } as const
const options = {
  admitter: admitterOf('recorder', exampleRecorderKeys.admission['hub/recorder']),
  rejectionsKey: exampleRecorderKeys.rejections,
  recordedtime: '2025-03-05T00:00:00.000Z',
}

const rejectionOf = (text: string) => {
  const [message] = delivered([admittedMessage({ id: '1', data: { text } })])
  const { admitted } = verifyMessage(message!, verifier) as { admitted: Admitted }
  const { stream, events } = rejectionWrite(admitted, refusal, options)
  const [event] = events
  const row = { ...event!, stream, revision: 0 }
  return { row, data: SubmissionRejected.data.parse(JSON.parse(event!.data)), message: message! }
}

describe('a rejection', () => {
  it("shows what the message is, is admitted by the recorder, and stands in its department's stream", () => {
    const { row, data, message } = rejectionOf('x')
    expect(data).toMatchObject({ key: exampleStream, source: '/departments/finance/treasury', ...refusal })
    expect(row.stream).toBe(`rejection-finance-${message.headers.ce_submission}`)
    expect(storedFaultOf(verifier, row)).toBeUndefined()
  })

  it('keeps the message in its box alone, whole', () => {
    const { row, data, message } = rejectionOf('only here')
    expect(row.data).not.toContain('only here')
    const kept = openKeptMessage(exampleRecorderKeys.rejections, row.id, data.boxedMessage)
    expect(JSON.parse(kept)).toMatchObject({ topic: 'finance', key: exampleStream, value: message.value })
    expect(data.messageBytes).toBe(Buffer.byteLength(kept))
  })

  it('keeps the head of a message that would not fit into an entry, with its length and hash', () => {
    const { row, data } = rejectionOf('重'.repeat(21_000))
    expect(entryBytes(row)).toBeLessThanOrEqual(mostEntryBytes)
    const kept = openKeptMessage(exampleRecorderKeys.rejections, row.id, data.boxedMessage)
    expect(Buffer.byteLength(kept)).toBeGreaterThan(44_000)
    expect(data.messageBytes).toBeGreaterThan(63_000)
  })
})
