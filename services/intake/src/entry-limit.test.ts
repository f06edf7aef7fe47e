import { entryBytes, mostEntryBytes } from '@hub/schemas/format/entry.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSampleIntake, sampleEvent } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeAll(async () => {
  intake = await openSampleIntake({ department: 'finance' })
})
afterAll(() => intake.close())

/** An event whose size is tuned by its id, which stands in the open, to a byte. */
const send = async (idLength: number, characters: number) => {
  const { person, region, handledBy } = sampleEvent().data as Record<string, unknown>
  // Such a character is three bytes, and four in the box.
  const text = '令'.repeat(characters)
  const orderIds = Array.from({ length: 200 }, (_, index) => `${index}${text.slice(index * 76, (index + 1) * 76)}`)
  const event = {
    ...sampleEvent({ type: 'finance.RecoveryDemanded.v1', source: '/departments/finance/treasury' }),
    id: 'i'.repeat(idLength),
    data: { person, region, handledBy, demandNo: 'Z', orderIds, amount: 100, method: '退回' },
  }
  const answer = await intake.http.inject({
    method: 'POST',
    url: '/finance/events',
    headers: { 'content-type': 'application/cloudevents+json' },
    payload: JSON.stringify(event),
  })
  const [fault] = answer.json().errors ?? []
  return { status: answer.statusCode, fault, bytes: Number(/entry of (\d+) bytes/.exec(fault?.message)?.[1]) }
}

it('takes an event that is an entry of 65,535 bytes with all that a recorder adds, and refuses one of 65,536', async () => {
  const idLength = 100
  let characters = 15_200
  let bytes = Number.POSITIVE_INFINITY
  // Down to a little over the limit.
  while (bytes > mostEntryBytes + 80) {
    ;({ bytes } = await send(idLength, characters))
    characters -= Math.max(1, Math.floor((bytes - mostEntryBytes - 80) / 8))
  }
  const tooMany = bytes - mostEntryBytes
  expect(tooMany).toBeGreaterThan(1)
  characters += 1
  const refused = await send(idLength - tooMany + 1, characters)
  expect(refused).toMatchObject({ status: 422, bytes: 65_536, fault: { code: 'EVENT_TOO_LARGE', pointer: '/data' } })
  expect(refused.fault.messageZh).toMatch(/65536 字节/)
  expect((await send(idLength - tooMany, characters)).status).toBe(202)
})

it('counts an entry as its leaf is written', () => {
  const entry = { id: 'e', stream: 's', revision: 7, type: 't', data: '{"a":1}', metadata: '{"b":2}' }
  expect(entryBytes(entry)).toBe(
    '{"data":{"a":1},"id":"e","metadata":{"b":2},"revision":7,"stream":"s","type":"t"}'.length,
  )
})
