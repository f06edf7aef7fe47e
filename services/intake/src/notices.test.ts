import type { Message } from '@hub/broker/broker.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleIntake, sampleEvent } from './sample-intake.fixture.ts'

const registered = (data: Record<string, unknown>) => {
  const example = exampleEvent(eventsOf('veteran-affairs').find(({ name }) => name === 'VeteranRegistered')!)
  return { ...example, id: 'R-1', data: { ...example.data, ...data } }
}

type Intake = Awaited<ReturnType<typeof openSampleIntake>>
let intake: Intake
beforeAll(async () => {
  intake = await openSampleIntake({ department: 'veteran-affairs' })
})
afterAll(() => intake.close())

const post = async (type: string, payload: string) => {
  const answer = await intake.http.inject({
    method: 'POST',
    url: '/veteran-affairs/events',
    headers: { 'content-type': type },
    payload,
  })
  return { status: answer.statusCode, body: answer.body }
}
const one = async (event: unknown) => {
  const { status, body } = await post('application/cloudevents+json', JSON.stringify(event))
  return { status, item: JSON.parse(body) }
}

describe('a notice', () => {
  it('stands beside the receipt of an event that is rare and may be right: place, both languages, no value', async () => {
    const { status, item } = await one(registered({ birthDate: '1968-04-13', sex: '女' }))
    expect(status).toBe(202)
    expect(item.receipt).toEqual(expect.any(String))
    expect(item.notices.map(({ code, pointer }: { code: string; pointer: string }) => `${code} ${pointer}`)).toEqual([
      'SEX_NOT_OF_NUMBER /data/sex',
      'BIRTH_DATE_NOT_OF_NUMBER /data/birthDate',
    ])
    for (const { message, messageZh, whatToDo, whatToDoZh } of item.notices) {
      expect(`${message} ${whatToDo}`).toMatch(/^[ -~’]+$/)
      expect(messageZh).toMatch(/[一-龥]/)
      expect(whatToDoZh).toMatch(/[一-龥]/)
    }
    expect(JSON.stringify(item)).not.toMatch(/1968|0413|女/)
  })

  it('is told of each event of a batch and of each line', async () => {
    const events = [registered({}), { ...registered({ sex: '女' }), id: 'R-2' }]
    const batch = JSON.parse((await post('application/cloudevents-batch+json', JSON.stringify(events))).body)
    expect(batch.items.map(({ notices }: { notices?: unknown[] }) => notices?.length)).toEqual([undefined, 1])
    const lines = await post('application/x-ndjson', events.map((event) => `${JSON.stringify(event)}\n`).join(''))
    const items = lines.body.trim().split('\n').slice(0, 2)
    expect(items.map((line) => JSON.parse(line).notices?.length)).toEqual([undefined, 1])
  })

  it('is not kept: the message on the topic says nothing of it', async () => {
    const published: Message[] = []
    const watched = await openSampleIntake({
      department: 'veteran-affairs',
      publish: async (messages) => {
        published.push(...messages)
      },
    })
    const answer = await watched.http.inject({
      method: 'POST',
      url: '/veteran-affairs/events',
      headers: { 'content-type': 'application/cloudevents+json' },
      payload: JSON.stringify(registered({ sex: '女' })),
    })
    expect(answer.json().notices).toHaveLength(1)
    expect(published).toHaveLength(1)
    const { headers, value } = published[0]!
    expect(JSON.stringify({ headers, value: Buffer.from(value!).toString() })).not.toMatch(/notice|NOT_OF_NUMBER/)
    await watched.close()
  })

  it('is none where the event is refused', async () => {
    const { status, item } = await one(registered({ sex: '女', birthDate: '2068-03-14' }))
    expect(status).toBe(422)
    expect(item.notices).toBeUndefined()
    expect(item.errors.map(({ code }: { code: string }) => code)).toEqual(['BIRTH_AHEAD'])
  })
})

it('an event of before the birth in its person’s number is refused', async () => {
  const { status, item } = await one({ ...registered({}), time: '1960-01-01T00:00:00Z' })
  expect(status).toBe(422)
  expect(item.errors).toMatchObject([{ code: 'BEFORE_BIRTH', pointer: '/time' }])
})

describe('a death', () => {
  it.each([
    ['before the birth in the citizen number', { diedOn: '1925-03-01' }, 'BEFORE_BIRTH'],
    ['ahead of today', { diedOn: '2025-07-01' }, 'DEATH_AHEAD'],
    ['told before it happened', { diedOn: '2025-03-05' }, 'TOLD_BEFORE_DEATH'],
  ])('%s is refused', async (_title, data, code) => {
    const civil = await openSampleIntake()
    const answer = await civil.http.inject({
      method: 'POST',
      url: '/civil-affairs/events',
      headers: { 'content-type': 'application/cloudevents+json' },
      payload: JSON.stringify(sampleEvent({}, data)),
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors.map((fault: { code: string }) => fault.code)).toContain(code)
    await civil.close()
  })
})
