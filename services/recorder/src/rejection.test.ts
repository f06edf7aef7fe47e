import { SubmissionRejected } from '@hub/schemas/hub/events.ts'
import { describe, expect, it } from 'vitest'
import { admittedMessage, delivered, exampleKeys, exampleStream } from './admitted-message.fixture.ts'
import { openRejectedMessage, rejectionWrite } from './rejection.ts'

const number = '430302196803142018'
const refusal = { reason: 'NOT_A_CLOUD_EVENT', detail: 'the subject is not the key of the message' } as const
const options = { rejectionKey: exampleKeys.rejections, recordedtime: '2025-03-05T00:00:00.000Z' }

const rejectionOf = (changes: { key?: string; headers?: Record<string, string> }) => {
  const message = admittedMessage({ id: '1' })
  const headers = { ...message.headers, ...changes.headers }
  const write = rejectionWrite(delivered([{ ...message, ...changes, headers }])[0]!, refusal, options)
  const [event] = write.events
  return { write, event: event!, data: SubmissionRejected.data.parse(JSON.parse(event!.data)) }
}

describe('a rejection', () => {
  it('shows what has the form of the hub', () => {
    expect(rejectionOf({}).data).toMatchObject({ key: exampleStream, source: '/departments/finance/treasury' })
    expect(rejectionOf({ key: 'anything at all' }).data.key).toBe('')
  })

  it.each([
    ['the key', { key: `person-${number}` }],
    ['the key, with a wrong check character', { key: `person-${number.slice(0, 17)}1` }],
    ['the source', { headers: { ce_source: `/departments/finance/${number}` } }],
    ['the type', { headers: { ce_type: `finance.PaymentDisbursed.v${number}` } }],
    ['the submission', { headers: { ce_submission: number } }],
  ])('keeps a citizen number in its box alone, wherever it stood: %s', (_where, changes) => {
    const { write, event, data } = rejectionOf(changes)
    expect(/\d{17}/.test(JSON.stringify({ write, data }))).toBe(false)
    const kept = openRejectedMessage(exampleKeys.rejections, event.id, data.boxedMessage)
    expect(kept.includes(number.slice(0, 17))).toBe(true)
  })
})
