import { receiptToken } from '@hub/schemas/format/receipt.ts'
import { expect, it } from 'vitest'
import { mostReceipts } from './receipts.ts'
import { openSampleIntake, sampleEvent, sampleHubKeys, sampleStore } from './sample-intake.fixture.ts'

type Intake = Awaited<ReturnType<typeof openSampleIntake>>

const ask = async ({ http }: Intake, body: unknown, path = '/receipts') => {
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const answer = await http.inject({
    method: 'POST',
    url: path,
    headers: { 'content-type': 'application/json' },
    payload,
  })
  return { status: answer.statusCode, text: answer.body, body: answer.json() }
}
const send = async ({ http }: Intake): Promise<string> => {
  const answer = await http.inject({
    method: 'POST',
    url: '/civil-affairs/events',
    headers: { 'content-type': 'application/cloudevents+json' },
    payload: JSON.stringify(sampleEvent()),
  })
  return answer.json().receipt
}
const foreign = (store: string, key = sampleHubKeys.receipts['civil-affairs']) =>
  receiptToken(key, { store, stream: 'fair-a', eventId: sampleStore, digest: 'a'.repeat(64), submission: sampleStore })

it('answers many receipts in their order, the counts first, also below the department', async () => {
  const intake = await openSampleIntake()
  const token = await send(intake)
  const otherStore = foreign('0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11')
  const otherDepartment = foreign(sampleStore, sampleHubKeys.receipts.finance)
  for (const path of ['/receipts', '/civil-affairs/receipts']) {
    const { status, text, body } = await ask(intake, { tokens: ['nonsense', token, otherStore, otherDepartment] }, path)
    expect(status).toBe(200)
    expect(text).toMatch(/^\{"pending":1,"recorded":0,"duplicate":0,"rejected":0,"refused":3,"items":/)
    expect(
      body.items.map((item: { problem?: { code: string }; state?: string }) => item.problem?.code ?? item.state),
    ).toEqual(['RECEIPT_UNKNOWN', 'PENDING', 'RECEIPT_OF_ANOTHER_STORE', 'RECEIPT_UNKNOWN'])
    // Nothing of a person's stream.
    expect(body.items[1]).toEqual({ state: 'PENDING' })
  }
  await intake.close()
})

it('refuses what is no list of one to a thousand texts', async () => {
  const intake = await openSampleIntake()
  const many = Array.from({ length: mostReceipts + 1 }, () => 'a')
  for (const body of [{}, [], { tokens: [] }, { tokens: 'a' }, { tokens: [1] }, { tokens: many }, null])
    expect((await ask(intake, body)).body).toMatchObject({ status: 400, code: 'RECEIPTS_FORM' })
  expect((await ask(intake, '{')).status).toBe(400)
  expect((await ask(intake, { tokens: many.slice(1) })).body).toMatchObject({ refused: mostReceipts })
  await intake.close()
})
