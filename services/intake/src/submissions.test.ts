import type { SubmissionsQuestion } from '@hub/event-store/submission-index.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { expect, it } from 'vitest'
import { readSampleReceipt, sampleHubKeys, sampleStore } from './sample-intake.fixture.ts'
import { registerSubmissions } from './submissions.ts'

const source = '/departments/finance/treasury'
const named = { storeId: sampleStore, receiptsKey: sampleHubKeys.receipts.finance }
const open = async () => {
  const asked: SubmissionsQuestion[] = []
  const http = await createHttpService({
    name: 'finance',
    logger: createLogger({ level: 'silent' }),
    ready: async () => true,
  })
  const ask = async (question: SubmissionsQuestion) => {
    asked.push(question)
    return { items: [], next: startPosition }
  }
  registerSubmissions(http, { department: 'finance', submissions: { ask }, ...named })
  const get = (query: string) => http.inject(`/finance/submissions?${query}`)
  return { get, asked, close: () => http.close() }
}

it('asks by source, ids, state and position', async () => {
  const door = await open()
  const answer = await door.get(
    `source=${source}&id=1&id=2025-01%2F1~2&state=REJECTED&after=${startPosition}&limit=1000`,
  )
  expect(answer.json()).toEqual({ count: 0, next: startPosition, items: [] })
  await door.get(`source=${source}`)
  expect(door.asked).toEqual([
    { source, ids: ['1', '2025-01/1~2'], state: 'REJECTED', after: startPosition, limit: 1000 },
    { source, ids: undefined, state: undefined, after: undefined, limit: 100 },
  ])
  await door.close()
})

it('refuses every other question', async () => {
  const door = await open()
  const many = Array.from({ length: 101 }, (_, id) => `id=${id}`).join('&')
  for (const query of [
    '',
    'source=',
    'source=/departments/hr/pension',
    `source=${source}&source=${source}`,
    `source=${source}&${many}`,
    `source=${source}&id=`,
    `source=${source}&state=PENDING`,
    `source=${source}&after=1`,
    `source=${source}&limit=0`,
    `source=${source}&limit=1001`,
    `source=${source}&limit=1e2`,
    `source=${source}&person=1`,
  ])
    expect((await door.get(query)).json()).toMatchObject({ status: 400, code: 'SUBMISSIONS_QUERY' })
  expect(door.asked).toEqual([])
  await door.close()
})

it('asks to come back while the log is read', async () => {
  const http = await createHttpService({
    name: 'finance',
    logger: createLogger({ level: 'silent' }),
    ready: async () => true,
  })
  registerSubmissions(http, { department: 'finance', submissions: { ask: async () => undefined }, ...named })
  const answer = await http.inject(`/finance/submissions?source=${source}`)
  expect([answer.statusCode, answer.headers['retry-after'], answer.json().code]).toEqual([
    503,
    '5',
    'SUBMISSIONS_NOT_READ',
  ])
  await http.close()
})

it('gives a receipt of what is recorded, and of whom it is says nothing', async () => {
  const http = await createHttpService({
    name: 'finance',
    logger: createLogger({ level: 'silent' }),
    ready: async () => true,
  })
  const fact = {
    stream: `person-${'b'.repeat(26)}`,
    eventId: 'c6a1f0c2-7a0e-5c7e-9f53-0a1d7b1f2a11',
    digest: 'd'.repeat(64),
    submission: 'c6a1f0c2-7a0e-4c7e-9f53-0a1d7b1f2a12',
  }
  const item = { source, id: '1', state: 'RECORDED', recordedAt: '2025-01-01', position: startPosition } as const
  const ask = async () => ({ items: [{ ...item, fact }], next: startPosition })
  registerSubmissions(http, { department: 'finance', submissions: { ask }, ...named })
  const answer = await http.inject(`/finance/submissions?source=${source}`)
  expect(answer.body).not.toContain(fact.stream)
  const [{ receipt, ...told }] = answer.json().items
  expect(told).toEqual(item)
  expect(readSampleReceipt(receipt)).toMatchObject({ ...fact, store: sampleStore })
  await http.close()
})
