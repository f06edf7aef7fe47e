import type { SubmissionsQuestion } from '@hub/event-store/submission-index.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { expect, it } from 'vitest'
import { registerSubmissions } from './submissions.ts'

const source = '/departments/finance/treasury'
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
  registerSubmissions(http, { department: 'finance', submissions: { ask } })
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
  registerSubmissions(http, { department: 'finance', submissions: { ask: async () => undefined } })
  const answer = await http.inject(`/finance/submissions?source=${source}`)
  expect([answer.statusCode, answer.headers['retry-after'], answer.json().code]).toEqual([
    503,
    '5',
    'SUBMISSIONS_NOT_READ',
  ])
  await http.close()
})
