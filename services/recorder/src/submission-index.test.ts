import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import type { EventStore } from '@hub/event-store/event-store.ts'
import { type SubmissionIndex, type SubmissionsQuestion, submissionIndex } from '@hub/event-store/submission-index.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { admittedMessage, delivered, exampleRecorderKeys, exampleStream } from './admitted-message.fixture.ts'
import { createRecorder } from './record.ts'

const source = '/departments/finance/treasury'
const other = '/departments/finance/sheets'
let folder = ''
let store: EventStore
let index: SubmissionIndex
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'submissions-'))
  store = openEmbeddedEventStore({ file: join(folder, 'events.db') })
  index = submissionIndex(store)
})
afterEach(async () => {
  index.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

let offset = 0
const record = async (...messages: Parameters<typeof admittedMessage>[0][]) => {
  await createRecorder({ store, keys: exampleRecorderKeys, now: () => 0, simulated: false }).record(
    delivered(messages.map(admittedMessage), offset),
  )
  offset += messages.length
}
const ask = async (question: Partial<SubmissionsQuestion> = {}) =>
  (await index.ask({ source, limit: 100, ...question }))!
const told = async (question: Partial<SubmissionsQuestion> = {}) =>
  (await ask(question)).items.map(({ id, state }) => `${state} ${id}`)

it('finds what a source has submitted by its own ids, recorded and rejected, in store order', async () => {
  await record({ id: '1' }, { id: '2', stream: `person-1${'b'.repeat(26)}` }, { id: '1', source: other })
  expect(await told()).toEqual(['RECORDED 1', 'RECORDED 2'])
  expect(await told({ source: other })).toEqual(['RECORDED 1'])
  await record({ id: '1', data: { amount: 2 } }, { id: '3' }, { id: '3~2', replaces: `${source}#3` }, { id: '1' })
  expect((await told()).toSorted()).toEqual(['RECORDED 1', 'RECORDED 2', 'RECORDED 3', 'RECORDED 3~2', 'REJECTED 1'])
  expect((await told({ ids: ['1', '9'] })).toSorted()).toEqual(['RECORDED 1', 'REJECTED 1'])
  expect(await told({ state: 'REJECTED' })).toEqual(['REJECTED 1'])
  expect(await told({ ids: ['1'], state: 'RECORDED' })).toEqual(['RECORDED 1'])
  const [rejected] = (await ask({ state: 'REJECTED' })).items
  expect(rejected).toMatchObject({ source, reason: 'ID_REUSED_WITH_OTHER_CONTENT', whatToDoZh: expect.any(String) })
  expect((await ask({ ids: ['3~2'] })).items[0]).toMatchObject({ replaces: `${source}#3` })
})

it('shows one id twice where a source has used it for two persons', async () => {
  await record({ id: '1' }, { id: '1', stream: `person-1${'b'.repeat(26)}` })
  expect(await told({ ids: ['1'] })).toEqual(['RECORDED 1', 'RECORDED 1'])
})

it('says of each fact what corrects or retracts it last, in its own stream', async () => {
  const stream = `person-1${'b'.repeat(26)}`
  await record({ id: '1' }, { id: '1', stream }, { id: '1~2', replaces: `${source}#1` })
  const replacedBy = async () =>
    new Map((await ask({ ids: ['1'] })).items.map((item) => [item.fact?.stream, item.replacedBy]))
  expect(await replacedBy()).toEqual(
    new Map([
      [exampleStream, `${source}#1~2`],
      [stream, undefined],
    ]),
  )
  await record({ id: '1~gone', stream, replaces: `${source}#1`, type: 'finance.FactRetracted.v1' })
  expect((await replacedBy()).get(stream)).toBe(`${source}#1~gone`)
})

it('goes on behind a position, and misses nothing that comes meanwhile', async () => {
  const ids = Array.from({ length: 25 }, (_, at) => String(at))
  await record(...ids.slice(0, 15).map((id) => ({ id })))
  const seen: string[] = []
  let { items, next } = await ask({ limit: 10 })
  seen.push(...items.map(({ id }) => id))
  await record(...ids.slice(15).map((id) => ({ id })))
  while (items.length > 0) {
    ;({ items, next } = await ask({ limit: 10, after: next }))
    seen.push(...items.map(({ id }) => id))
  }
  expect(seen).toEqual(ids)
})

it('tells nothing of whom an event is', async () => {
  await record({ id: '1' })
  // What the receipt is made of is taken out before anybody is told (`submissions.ts`).
  const items = (await ask()).items.map(({ fact: _, ...told }) => told)
  expect(JSON.stringify(items)).not.toMatch(/person|PaymentDisbursed|amount/)
})

it('says that it is not there yet while the log is read, and answers when it is', async () => {
  await record({ id: '1' })
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const slow = submissionIndex({
    readAll: async (options) => {
      await held
      return store.readAll(options)
    },
  })
  expect(await slow.ask({ source, limit: 10 })).toBeUndefined()
  letGo()
  expect((await slow.ask({ source, limit: 10 }))?.items).toHaveLength(1)
  slow.close()
})
