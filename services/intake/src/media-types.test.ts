import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleIntake, readSampleReceipt, sampleEvent } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeAll(async () => {
  intake = await openSampleIntake()
})
afterAll(() => intake.close())

const send = (payload: string, contentType: string | undefined, headers: Record<string, string> = {}) =>
  intake.http.inject({
    method: 'POST',
    url: '/civil-affairs/events',
    headers: { ...(contentType === undefined ? {} : { 'content-type': contentType }), ...headers },
    payload,
  })

const { data, ...attributes } = sampleEvent()
const ceHeaders = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]))
const structured = JSON.stringify(sampleEvent())
const eventOf = (answer: { json: () => { receipt: string } }) => readSampleReceipt(answer.json().receipt)?.eventId

describe('an event', () => {
  it.each([
    'application/cloudevents+json',
    'application/cloudevents+json; charset="utf-8"',
    'Application/CloudEvents+JSON; charset=UTF-8; profile="a;b"',
    'application/json',
    'text/json',
    'application/vnd.hn+json',
    undefined,
  ])('is taken in structured mode as %s', async (type) => {
    expect((await send(structured, type)).statusCode).toBe(202)
  })

  it.each([
    'application/json',
    'application/json; charset="utf-8"',
    'text/json',
    'application/vnd.hn+json; charset=utf-8',
    undefined,
  ])('is the same in binary mode, its data %s', async (type) => {
    const binary = await send(JSON.stringify(data), type, ceHeaders)
    expect(binary.statusCode).toBe(202)
    expect(eventOf(binary)).toBe(eventOf(await send(structured, 'application/cloudevents+json')))
  })

  it.each([
    'application/x-ndjson',
    'application/jsonl',
    'application/x-jsonlines',
    'application/ndjson; charset=utf-8',
  ])('is taken as a line of %s', async (type) => {
    expect((await send(`${structured}\n`, type)).body).toContain('"summary":{"events":1,"accepted":1')
  })

  it.each([
    'application/xml',
    'text/plain',
    'application/cloudevents+avro',
    'application/json; charset=gb18030',
    'application/x-www-form-urlencoded',
    ';;',
    'json',
  ])('is not taken as %s', async (type) => {
    const answer = await send(structured, type)
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'MEDIA_TYPE'])
  })

  it('is of binary mode where its headers say so, and is told what is missing', async () => {
    const { 'ce-specversion': _, ...headers } = ceHeaders
    const answer = await send(JSON.stringify(data), 'application/json', headers)
    expect(answer.json()).toMatchObject({
      code: 'EVENT_REFUSED',
      errors: [{ code: 'MISSING', pointer: '/specversion' }],
    })
  })

  it('may say the media type of its data', async () => {
    const said = async (datacontenttype: unknown) =>
      (await send(JSON.stringify(sampleEvent({ datacontenttype })), 'application/cloudevents+json')).statusCode
    for (const type of ['application/json; charset="utf-8"', 'text/json', 'application/vnd.hn+json', null])
      expect(await said(type)).toBe(202)
    for (const type of ['application/xml', 'application/json; charset=gbk', 7]) expect(await said(type)).toBe(422)
  })
})
