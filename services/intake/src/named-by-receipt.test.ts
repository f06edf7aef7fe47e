import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleIntake, readSampleReceipt, sampleEvent, sendOne } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeAll(async () => {
  intake = await openSampleIntake()
})
afterAll(() => intake.close())

const send = (event: unknown) => sendOne(intake, event)
const source = '/departments/civil-affairs/deaths'
const retraction = (changes: Record<string, unknown>, data: Record<string, unknown> = {}) => {
  const { region, handledBy } = sampleEvent().data
  return {
    ...sampleEvent({
      id: 'M-1~retracted',
      type: 'civil-affairs.FactRetracted.v1',
      replaces: `${source}#M-1`,
      ...changes,
    }),
    data: { region, handledBy, reason: '误报', ...data },
  }
}

describe('a retraction that names its fact by the receipt', () => {
  it("goes into the stream of the fact, for a sender that doesn't know whose it was", async () => {
    const { receipt: ofFact } = await send(sampleEvent())
    const { receipt, errors } = await send(retraction({ replacesreceipt: ofFact }))
    expect(errors).toEqual([])
    expect(readSampleReceipt(receipt).stream).toBe(readSampleReceipt(ofFact).stream)
    const { person } = sampleEvent().data
    const byPerson = await send(retraction({}, { person }))
    expect(readSampleReceipt(byPerson.receipt).digest).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is refused with a receipt that is none, or of another fact', async () => {
    const { receipt: ofOther } = await send(sampleEvent({ id: 'M-2' }))
    for (const replacesreceipt of [ofOther, ofOther.slice(0, -1), 'x'])
      expect((await send(retraction({ replacesreceipt }))).errors).toEqual(['RECEIPT_OF_ANOTHER_FACT /replacesreceipt'])
  })

  it('names it once, and is the only event that has a receipt', async () => {
    const { receipt: replacesreceipt } = await send(sampleEvent())
    const { person } = sampleEvent().data
    expect((await send(retraction({ replacesreceipt }, { person }))).errors).toEqual(['PERSON_OR_STREAM /data'])
    expect((await send(sampleEvent({ id: 'M-3', replaces: `${source}#M-1`, replacesreceipt }))).errors).toEqual([
      'RECEIPT_WITHOUT_RETRACTION /replacesreceipt',
    ])
  })
})
