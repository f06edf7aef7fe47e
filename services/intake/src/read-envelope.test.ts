import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleIntake, readSampleReceipt, sampleEvent, sendOne } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeAll(async () => {
  intake = await openSampleIntake()
})
afterAll(() => intake.close())

const send = async (event: unknown) => {
  const { receipt, ...sent } = await sendOne(intake, event)
  const { eventId, digest } = receipt ? readSampleReceipt(receipt) : {}
  return { ...sent, eventId, digest }
}

describe('an attribute of others', () => {
  const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
  it.each([
    // Documented with CloudEvents.
    ...['tracestate', 'partitionkey', 'sampledrate', 'sequencetype', 'dataref', 'expirytime', 'recordedtime'],
    ...['severitytext', 'severitynumber', 'authtype', 'authid', 'authclaims', 'dataclassification', 'deprecated'],
    // Put on by brokers and gateways: Knative, Dapr, Azure, Google, Debezium.
    ...['knativearrivaltime', 'knativebrokerttl', 'knativehistory', 'knativeerrordest', 'pubsubname', 'topic'],
    ...['traceid', 'aegsubscriptionname', 'dataversion', 'metadataversion', 'iodebeziumop', 'iodebeziumtxid'],
    // Of nobody who is known.
    ...['colour', 'x', 'operationid', 'a1b2'],
  ])('%s is left out, and told', async (name) => {
    const plain = await send(sampleEvent({ traceparent: trace }))
    const answer = await send(sampleEvent({ traceparent: trace, [name]: 'k' }))
    expect(answer).toMatchObject({ status: 202, notices: [`ATTRIBUTE_LEFT_OUT /${name}`] })
    expect([answer.eventId, answer.digest]).toEqual([plain.eventId, plain.digest])
  })

  it('may be a number or a truth value, as CloudEvents has them, and nothing else', async () => {
    expect(await send(sampleEvent({ sampledrate: 30, flag: true, nothing: null }))).toMatchObject({
      status: 202,
      notices: ['ATTRIBUTE_LEFT_OUT /sampledrate', 'ATTRIBUTE_LEFT_OUT /flag'],
    })
    for (const value of [{ a: 1 }, ['k'], 1.5])
      expect((await send(sampleEvent({ extra: value }))).errors).toEqual(['UNKNOWN_FIELD /extra'])
  })

  it('is not repeated, not even a citizen number in it', async () => {
    const answer = await send(sampleEvent({ partitionkey: '430302196803142018' }))
    expect(answer.status).toBe(202)
    expect(answer.body).not.toContain('430302196803142018')
  })

  it.each([
    ...['replace', 'replacs', 'repalces', 'replaced', 'Replaces', 'replaces_', 'replacesid', 'corrects', 'retracts'],
    ...['correction', 'supersedes', 'replacesReason', 'replaces_reason', 'replacereason', 'correlationId'],
    ...['correlation_id', 'causation_id', 'subjet', 'dataContentType', 'datacontentype', 'traceParent', 'sequense'],
  ])('%s is refused as one of the hub that is misspelt', async (name) => {
    expect((await send(sampleEvent({ [name]: 'k' }))).errors).toEqual([`ATTRIBUTE_MISSPELT /${name}`])
  })

  it.each(['diedOn', 'diedon', 'died_on', 'region'])('%s is refused as a field of data', async (name) => {
    expect((await send(sampleEvent({ [name]: 'k' }))).errors).toEqual([`ATTRIBUTE_OF_DATA /${name}`])
  })

  it.each(['Colour', 'a_b', 'a-b', '军', 'x'.repeat(41), ''])('%j is no name of an attribute', async (name) => {
    const answer = await send(sampleEvent({ [name]: 'k' }))
    expect(answer.errors).toEqual([`UNKNOWN_FIELD /${name}`])
  })

  it('stands beside no more than a hundred others', async () => {
    const others = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`x${at}`, 'k']))
    expect((await send(sampleEvent(others(100)))).notices).toHaveLength(100)
    expect((await send(sampleEvent(others(102)))).errors).toEqual(['UNKNOWN_FIELD /x100', 'UNKNOWN_FIELD /x101'])
  })
})

describe('an attribute of the hub', () => {
  it('is the same as a number and as a text', async () => {
    const extensions = { correlationid: 7, causationid: true, sequence: 12 }
    const answers = [
      await send(sampleEvent(extensions)),
      await send(sampleEvent({ correlationid: '7', causationid: 'true', sequence: '12' })),
    ]
    expect(answers.map(({ status }) => status)).toEqual([202, 202])
    expect(answers[0]!.digest).toBe(answers[1]!.digest)
    expect((await send(sampleEvent({ id: 7 }))).errors).toEqual(['TYPE /id'])
  })

  it('is left out where it is a traceparent that nobody can use', async () => {
    for (const traceparent of ['00-x', 'ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', ''])
      expect(await send(sampleEvent({ traceparent }))).toMatchObject({
        status: 202,
        notices: ['ATTRIBUTE_LEFT_OUT /traceparent'],
      })
  })
})

describe('data in base64', () => {
  const { data, ...attributes } = sampleEvent()
  const inBase64 = (text: string | Buffer, more = {}) =>
    send({ ...attributes, ...more, data_base64: Buffer.from(text).toString('base64') })

  it('is the data that its JSON says', async () => {
    const plain = await send(sampleEvent())
    for (const more of [{}, { data: null }, { datacontenttype: 'application/json' }]) {
      const answer = await inBase64(JSON.stringify(data), more)
      expect([answer.status, answer.eventId, answer.digest]).toEqual([202, plain.eventId, plain.digest])
    }
    expect((await send({ ...sampleEvent(), data_base64: null })).digest).toBe(plain.digest)
  })

  it('is checked as data is', async () => {
    expect((await inBase64(JSON.stringify({ ...data, diedOn: 'x' }))).errors).toEqual(['DAY /data/diedOn'])
    expect((await inBase64('{"__proto__":1}')).errors).toEqual(['PROTO_KEY /data/__proto__'])
    expect((await inBase64('"a text"')).errors).toEqual(['TYPE /data'])
  })

  it.each(['', 'no json', '{"a":1,"a":2}', '{"a":12345678901234567890}', Buffer.from([0x22, 0xc4, 0xe3, 0x22])])(
    'is refused by name where it is no JSON: %j',
    async (text) => {
      expect((await inBase64(text)).errors).toEqual(['DATA_BASE64 /data_base64'])
    },
  )

  it.each(['a', '####', 7, {}, 'e30', 'e30=\n'])('is refused by name where it is no base64: %j', async (text) => {
    expect((await send({ ...attributes, data_base64: text })).errors).toEqual(['DATA_BASE64 /data_base64'])
  })

  it('does not stand beside data', async () => {
    expect((await inBase64(JSON.stringify(data), { data })).errors).toEqual(['DATA_TWICE /data_base64'])
  })
})

describe('an attribute that is there', () => {
  // The recorder knows no empty ones: what is taken here must be recorded.
  it.each(['dataschema', 'sequence', 'correlationid', 'causationid', 'subject', 'traceparent'])(
    'says something: an empty %s is refused, or left out and told',
    async (name) => {
      const { status, errors, notices } = await send(sampleEvent({ [name]: '' }))
      if (name === 'traceparent') expect([status, notices]).toEqual([202, ['ATTRIBUTE_LEFT_OUT /traceparent']])
      else expect([status, errors.some((told) => told.endsWith(`/${name}`))]).toEqual([422, true])
    },
  )
})
