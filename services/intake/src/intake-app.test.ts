import { type Broker, BrokerUnavailable, type Delivered } from '@hub/broker/broker.ts'
import { admissionVerifier } from '@hub/schemas/format/admission.ts'
import { receiptToken } from '@hub/schemas/format/receipt.ts'
import { openOwnBox } from '@hub/sealing/sealing.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  openSampleIntake,
  readSampleReceipt,
  sampleEvent,
  sampleHubKeys,
  sampleStore,
} from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeEach(async () => {
  intake = await openSampleIntake()
})
afterEach(() => intake.close())

const post = (payload: string | Buffer, contentType = 'application/cloudevents+json', headers = {}) =>
  intake.http.inject({
    method: 'POST',
    url: '/civil-affairs/events',
    headers: { 'content-type': contentType, ...headers },
    payload,
  })
const postEvent = (event: unknown) => post(JSON.stringify(event))

const take = async (queue: Broker, count: number): Promise<Delivered[]> => {
  const taken: Delivered[] = []
  const stop = new AbortController()
  await queue.consume({
    topics: ['civil-affairs'],
    signal: stop.signal,
    handle: async (batch) => {
      taken.push(...batch)
      if (taken.length >= count) stop.abort()
    },
  })
  return taken
}

describe('an intake', () => {
  it('answers 202 with a receipt when the event is in the queue, sealed and admitted', async () => {
    const answer = await postEvent(sampleEvent())
    expect(answer.statusCode).toBe(202)
    const item = answer.json()
    expect(item).toEqual({ id: 'M-1', status: 'accepted', receipt: expect.any(String) })
    expect(answer.headers.location).toBe(`/receipts/${item.receipt}`)
    const receipt = readSampleReceipt(item.receipt)
    expect(receipt).toMatchObject({ store: sampleStore, stream: expect.stringMatching(/^person-1[a-z2-7]{26}$/) })

    const [message] = await take(intake.queue, 1)
    expect(message).toMatchObject({ topic: 'civil-affairs', key: receipt.stream })
    expect(message!.headers).toMatchObject({
      ce_specversion: '1.0',
      ce_id: 'M-1',
      ce_time: '2025-03-04T01:30:00.000Z',
      ce_subject: receipt.stream,
      ce_eventid: receipt.eventId,
      ce_receivedtime: '2025-06-01T04:00:00.000Z',
      ce_contentdigest: receipt.digest,
      ce_submission: receipt.submission,
    })
    const said = {
      contentdigest: receipt.digest,
      receivedtime: '2025-06-01T04:00:00.000Z',
      submission: receipt.submission,
      topic: 'civil-affairs',
    }
    const { admissionFault } = admissionVerifier(sampleHubKeys.admission)
    expect(admissionFault('civil-affairs', said, message!.headers.ce_admission)).toBeUndefined()
    expect(JSON.stringify(message)).not.toMatch(/430302196803142018|SW-2025/)

    const person = receipt.stream.slice('person-'.length)
    const opened = openOwnBox(receipt.eventId, JSON.parse(message!.value), await intake.keys.find([person]))
    expect(opened.data).toMatchObject({ person: { personId: person }, certificateNo: 'SW-2025-0001' })
  })

  it('gives a repeat the same event id and digest, and another submission', async () => {
    const [one, two] = [await postEvent(sampleEvent()), await postEvent(sampleEvent())].map((answer) =>
      readSampleReceipt(answer.json().receipt),
    )
    expect(two).toMatchObject({ eventId: one!.eventId, digest: one!.digest, stream: one!.stream })
    expect(two!.submission).not.toBe(one!.submission)
  })

  it('takes binary mode and plain JSON with specversion', async () => {
    const { data, ...attributes } = sampleEvent()
    const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]))
    const binary = await post(JSON.stringify(data), 'application/json', headers)
    const plain = await post(JSON.stringify(sampleEvent()), 'application/json; charset=utf-8')
    expect([binary.statusCode, plain.statusCode]).toEqual([202, 202])
    const [one, two] = [plain, binary].map((answer) => readSampleReceipt(answer.json().receipt))
    expect(one!.eventId).toBe(two!.eventId)
  })

  it('takes an attribute that is null for one that is not set', async () => {
    const answers = [await postEvent(sampleEvent({ subject: null, sequence: null })), await postEvent(sampleEvent())]
    const [one, two] = answers.map((answer) => readSampleReceipt(answer.json().receipt)!)
    expect(one).toMatchObject({ eventId: two!.eventId, digest: two!.digest })
  })

  it('takes a batch of nothing, and says so', async () => {
    const answer = await post('[]', 'application/cloudevents-batch+json')
    expect([answer.statusCode, answer.json()]).toEqual([202, { accepted: 0, refused: 0, retry: 0, items: [] }])
  })

  it('points at data that is a text, not into it', async () => {
    const answer = await postEvent({ ...sampleEvent(), data: 'of 430302196803142018' })
    const pointers = answer.json().errors.map(({ pointer }: { pointer: string }) => pointer)
    expect(new Set(pointers)).toEqual(new Set(['/data']))
  })

  it('refuses a binary-mode header that cannot be read, by its attribute', async () => {
    const { data, ...attributes } = sampleEvent()
    const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]))
    const answer = await post(JSON.stringify(data), 'application/json', { ...headers, 'ce-id': '50%' })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ errors: [{ pointer: '/id', code: 'ATTRIBUTE_UNREADABLE' }] })
    expect(answer.body).not.toContain('50%')
  })

  it('reads one id however a binary-mode header writes it', async () => {
    const { data, ...attributes } = sampleEvent()
    const headers = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]))
    const ids = ['户-1', '%E6%88%B7-1', '"%E6%88%B7-1"'].map((id) => Buffer.from(id, 'utf8').toString('latin1'))
    const answers = await Promise.all(
      ids.map((id) => post(JSON.stringify(data), 'application/json', { ...headers, 'ce-id': id })),
    )
    expect(answers.map((answer) => answer.json().id)).toEqual(['户-1', '户-1', '户-1'])
    const events = answers.map((answer) => readSampleReceipt(answer.json().receipt)!.eventId)
    expect(new Set(events).size).toBe(1)
  })

  it('answers a batch item by item, in order', async () => {
    const events = [sampleEvent(), sampleEvent({ id: 'M-2' }, { diedOn: '2025-02-30' }), 7, sampleEvent({ id: 'M-3' })]
    const answer = await post(JSON.stringify(events), 'application/cloudevents-batch+json')
    expect(answer.statusCode).toBe(207)
    expect(answer.body).toMatch(/^\{"accepted":2,"refused":2,"retry":0,"items":/)
    expect(answer.json()).toMatchObject({
      accepted: 2,
      refused: 2,
      retry: 0,
      items: [
        { id: 'M-1', status: 'accepted' },
        { id: 'M-2', status: 'refused', problem: { errors: [{ pointer: '/data/diedOn', code: 'DAY' }] } },
        { status: 'refused', problem: { errors: [{ pointer: '', code: 'NOT_AN_OBJECT' }] } },
        { id: 'M-3', status: 'accepted' },
      ],
    })
  })

  it('asks to come back when the queue cannot take anything', async () => {
    const closed = await openSampleIntake({
      publish: async () => {
        throw new BrokerUnavailable('closed for the test')
      },
    })
    const send = (contentType: string, payload: string) =>
      closed.http.inject({
        method: 'POST',
        url: '/civil-affairs/events',
        headers: { 'content-type': contentType },
        payload,
      })
    const one = await send('application/cloudevents+json', JSON.stringify(sampleEvent()))
    expect([one.statusCode, one.headers['retry-after'], one.json().code]).toEqual([503, '5', 'UNAVAILABLE'])
    const batch = await send('application/cloudevents-batch+json', JSON.stringify([sampleEvent(), {}]))
    expect([batch.statusCode, batch.headers['retry-after']]).toEqual([207, '5'])
    expect(batch.json()).toMatchObject({ accepted: 0, refused: 1, retry: 1, items: [{ status: 'retry' }, {}] })
    const all = await send(
      'application/cloudevents-batch+json',
      JSON.stringify([sampleEvent(), sampleEvent({ id: 'M-2' })]),
    )
    expect([all.statusCode, all.headers['retry-after'], all.json().retry]).toEqual([503, '5', 2])
    await closed.close()
  })

  it('answers 422 to a batch of which it takes nothing', async () => {
    const answer = await post(JSON.stringify([{}, 7]), 'application/cloudevents-batch+json')
    expect([answer.statusCode, answer.json().refused]).toEqual([422, 2])
  })

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const)(
    'names its one method to %s',
    async (method) => {
      const answer = await intake.http.inject({
        method,
        url: '/civil-affairs/events?a=1',
        headers: { 'content-type': 'a/b' },
        ...(method === 'GET' || method === 'HEAD' ? {} : { payload: 'x' }),
      })
      expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST'])
      if (method !== 'HEAD') expect(answer.json().code).toBe('METHOD_NOT_ALLOWED')
    },
  )

  it('names the methods of a receipt', async () => {
    const answer = await intake.http.inject({ method: 'DELETE', url: '/receipts/abc' })
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it.each(['?dryrun', '?dry-run=yes', '?dry-run&dry-run=false', '?code=1', '?dry-run&a'])(
    'takes nothing with the query %s',
    async (query) => {
      const answer = await intake.http.inject({
        method: 'POST',
        url: `/civil-affairs/events${query}`,
        headers: { 'content-type': 'application/cloudevents+json' },
        payload: JSON.stringify(sampleEvent()),
      })
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'QUERY_UNKNOWN'])
      expect((await intake.queue.lag()).messages).toBe(0)
    },
  )
})

describe('a receipt', () => {
  it('shows its state', async () => {
    const { receipt } = (await postEvent(sampleEvent())).json()
    const answer = await intake.http.inject(`/receipts/${receipt}`)
    expect([answer.statusCode, answer.json()]).toEqual([200, { state: 'PENDING' }])
  })

  it('is unknown when the hub did not give it, and gone when it is of another store', async () => {
    const { receipt } = (await postEvent(sampleEvent())).json()
    const changed = `${receipt.slice(0, -2)}${receipt.endsWith('AA') ? 'BB' : 'AA'}`
    expect((await intake.http.inject(`/receipts/${changed}`)).json()).toMatchObject({
      status: 404,
      code: 'RECEIPT_UNKNOWN',
    })
    const parsed = readSampleReceipt(receipt)
    const other = receiptToken(sampleHubKeys.receipts['civil-affairs'], {
      ...parsed,
      store: '00000000-0000-4000-8000-000000000001',
    })
    expect((await intake.http.inject(`/receipts/${other}`)).json()).toMatchObject({ status: 410 })
    const ofFinance = receiptToken(sampleHubKeys.receipts.finance, parsed)
    expect((await intake.http.inject(`/receipts/${ofFinance}`)).json()).toMatchObject({ code: 'RECEIPT_UNKNOWN' })
  })
})
