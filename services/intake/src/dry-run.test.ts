import { streamIdOf, streamName } from '@hub/schemas/format/stream-name.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSampleIntake, readSampleReceipt, sampleEvent, sampleHubKeys } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeEach(async () => {
  intake = await openSampleIntake()
})
afterEach(() => intake.close())

const send = (payload: string, query = '?dry-run', type = 'application/cloudevents+json', headers = {}) =>
  intake.http.inject({
    method: 'POST',
    url: `/civil-affairs/events${query}`,
    headers: { 'content-type': type, ...headers },
    payload,
  })
const batch = 'application/cloudevents-batch+json'
const wrong = sampleEvent({ id: 'M-2' }, { diedOn: 'x' })

describe('a dry run', () => {
  afterEach(async () => {
    expect((await intake.queue.lag()).messages).toBe(0)
  })

  it.each(['?dry-run', '?dry-run=', '?dry-run=true'])('says what %s would do, and gives no receipt', async (query) => {
    const answer = await send(JSON.stringify(sampleEvent({ tracestate: 'a' })), query)
    expect([answer.statusCode, answer.headers.location]).toEqual([200, undefined])
    expect(answer.json()).toEqual({
      id: 'M-1',
      status: 'acceptable',
      notices: [expect.objectContaining({ code: 'ATTRIBUTE_LEFT_OUT' })],
    })
  })

  it('makes no key', async () => {
    const event = JSON.stringify(sampleEvent())
    await send(event)
    const { receipt } = (await send(event, '?dry-run=false')).json()
    const person = readSampleReceipt(receipt).stream.slice('person-'.length)
    const other = await openSampleIntake()
    await other.http.inject({
      method: 'POST',
      url: '/civil-affairs/events?dry-run',
      headers: { 'content-type': 'application/cloudevents+json' },
      payload: event,
    })
    expect(await other.keys.unseen([person])).toEqual([person])
    await other.close()
    // What was sent in earnest is taken from the queue, so that nothing is left in it.
    const stop = new AbortController()
    await intake.queue.consume({
      topics: ['civil-affairs'],
      signal: stop.signal,
      handle: async () => stop.abort(),
    })
  })

  it('finds the faults that a submission has, of each mode', async () => {
    const { data, ...attributes } = wrong
    const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]))
    for (const answer of [
      await send(JSON.stringify(wrong)),
      await send(JSON.stringify(data), '?dry-run', 'application/json', headers),
    ])
      expect([answer.statusCode, answer.json().errors[0].code]).toEqual([422, 'DAY'])
    const mixed = await send(JSON.stringify([sampleEvent(), wrong]), '?dry-run', batch)
    expect(mixed.statusCode).toBe(207)
    expect(mixed.json()).toMatchObject({ acceptable: 1, refused: 1, retry: 0, items: [{ status: 'acceptable' }, {}] })
    expect((await send(JSON.stringify([wrong]), '?dry-run', batch)).statusCode).toBe(422)
    expect((await send(JSON.stringify([sampleEvent()]), '?dry-run', batch)).statusCode).toBe(200)
    const lines = await send(
      `${JSON.stringify(sampleEvent())}\n${JSON.stringify(wrong)}\n`,
      '?dry-run',
      'application/jsonl',
    )
    expect(lines.statusCode).toBe(200)
    expect(
      lines.body
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { line: 1, status: 'acceptable' },
      { line: 2, status: 'refused' },
      { summary: { events: 2, acceptable: 1, refused: 1, retry: 0 } },
    ])
  })

  it('refuses a person whose records were erased, and an event that is too large when it is sealed', async () => {
    const { person } = sampleEvent().data
    const other = await openSampleIntake()
    const { receipt } = (
      await other.http.inject({
        method: 'POST',
        url: '/civil-affairs/events',
        headers: { 'content-type': 'application/cloudevents+json' },
        payload: JSON.stringify(sampleEvent()),
      })
    ).json()
    await other.close()
    await intake.keys.destroy(readSampleReceipt(receipt).stream.slice('person-'.length))
    const erased = await send(JSON.stringify(sampleEvent({}, { person })))
    expect(erased.json()).toMatchObject({ errors: [{ code: 'PERSON_ERASED' }] })
  })

  it('names the streams that are no person’s', async () => {
    const office = await openSampleIntake({ department: 'hr' })
    const { region, handledBy } = sampleEvent().data
    const source = '/departments/hr/fairs'
    const answer = await office.http.inject({
      method: 'POST',
      url: '/hr/events?dry-run',
      headers: { 'content-type': 'application/cloudevents+json' },
      payload: JSON.stringify({
        ...sampleEvent({ type: 'hr.JobFairHeld.v1', source, id: 'F-1' }),
        data: { region, handledBy, fairId: 'F-1', heldOn: '2025-03-01', venue: '体育馆' },
      }),
    })
    const body = answer.json()
    expect(body).toMatchObject({ stream: streamName('fair', streamIdOf(sampleHubKeys.localIds, source, 'F-1')) })
    await office.close()
  })
})
