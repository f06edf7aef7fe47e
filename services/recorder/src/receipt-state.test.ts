import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Message } from '@hub/broker/broker.ts'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import type { EventStore } from '@hub/event-store/event-store.ts'
import { receiptState, receiptStates } from '@hub/event-store/receipt-state.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import type { ReadReceipt } from '@hub/schemas/format/receipt.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { admittedMessage, delivered, exampleRecorderKeys } from './admitted-message.fixture.ts'
import { createRecorder } from './record.ts'

let folder = ''
let store: EventStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'receipts-'))
  store = openEmbeddedEventStore({ file: join(folder, 'events.db') })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const record = (messages: readonly Message[]) =>
  createRecorder({
    store,
    keys: exampleRecorderKeys,
    now: () => 0,
    simulated: false,
  }).record(delivered(messages))

const receiptOf = ({ headers, key, topic }: Message): ReadReceipt => ({
  department: topic as SubmittingDepartment,
  store: '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11',
  stream: key,
  eventId: headers.ce_eventid!,
  digest: headers.ce_contentdigest!,
  submission: headers.ce_submission!,
})

it('is pending, then recorded; the same again is a duplicate, other content is rejected', async () => {
  const [first, again, altered] = [{}, {}, { data: { amount: 2 } }].map((rest) => admittedMessage({ id: '1', ...rest }))
  expect(await receiptState(store, receiptOf(first!))).toEqual({ state: 'PENDING' })
  await record([first!, again!, altered!])
  const [stored] = await store.readStream(first!.key)
  const names = { source: '/departments/finance/treasury', id: '1' }
  const at = { ...names, recordedAt: '1970-01-01T00:00:00.000Z', position: stored!.position }
  expect(await receiptState(store, receiptOf(first!))).toEqual({ state: 'RECORDED', ...at })
  expect(await receiptState(store, receiptOf(again!))).toEqual({ state: 'DUPLICATE', ...at })
  expect(await receiptState(store, receiptOf(altered!))).toMatchObject({
    state: 'REJECTED',
    reason: 'ID_REUSED_WITH_OTHER_CONTENT',
    ...names,
  })
})

it('tells why a submission was rejected that left nothing in its stream', async () => {
  const lonely = admittedMessage({ id: '1', replaces: '/departments/finance/treasury#0' })
  await record([lonely])
  expect(await receiptState(store, receiptOf(lonely))).toMatchObject({
    state: 'REJECTED',
    reason: 'REPLACES_UNKNOWN',
    source: '/departments/finance/treasury',
    id: '1',
  })
})

it('finds the first of a long stream', async () => {
  const messages = Array.from({ length: 1200 }, (_, id) => admittedMessage({ id: String(id) }))
  await record(messages)
  expect((await receiptState(store, receiptOf(messages[0]!))).state).toBe('RECORDED')
})

it('answers for many at once in their order, also of one stream, and reads each stream once', async () => {
  const [stream, other] = ['fair-aaaaaaaaaaaaaaaaaaaaaaaaaa', 'fair-bbbbbbbbbbbbbbbbbbbbbbbbbb']
  const messages = Array.from({ length: 40 }, (_, id) => admittedMessage({ id: String(id), stream }))
  const pending = admittedMessage({ id: 'later', stream })
  const elsewhere = admittedMessage({ id: '0', stream: other })
  await record([...messages, elsewhere])
  const read: string[] = []
  const counting: Pick<EventStore, 'readStream'> = {
    readStream: (of, options) => {
      if (of === stream) read.push(of)
      return store.readStream(of, options)
    },
  }
  const asked = [messages[39]!, pending, elsewhere, messages[0]!, messages[39]!].map(receiptOf)
  const states = (await receiptStates(counting, asked)).map(({ state, id }) => `${state} ${id ?? ''}`.trim())
  expect(states).toEqual(['RECORDED 39', 'PENDING', 'RECORDED 0', 'RECORDED 0', 'RECORDED 39'])
  expect(read.length).toBeLessThanOrEqual(2)
})

it('asked again and again while one is on its way, reads of a long stream what is new, and misses nothing of it', async () => {
  const stream = 'fair-aaaaaaaaaaaaaaaaaaaaaaaaaa'
  const messages = Array.from({ length: 700 }, (_, id) => admittedMessage({ id: String(id), stream }))
  const later = Array.from({ length: 60 }, (_, id) => admittedMessage({ id: `later-${id}`, stream }))
  await record(messages)
  let read = 0
  const counting: Pick<EventStore, 'readStream'> = {
    readStream: async (of, options) => {
      const events = await store.readStream(of, options)
      if (of === stream) read += events.length
      return events
    },
  }
  const stateOf = async (asked: readonly Message[]) => {
    read = 0
    return (await receiptStates(counting, asked.map(receiptOf))).map(({ state }) => state)
  }
  const last = later.at(-1)!
  expect(await stateOf([messages[0]!, last])).toEqual(['RECORDED', 'PENDING'])
  expect(read).toBe(700)
  expect(await stateOf([messages[350]!, last])).toEqual(['RECORDED', 'PENDING'])
  expect(read).toBeLessThanOrEqual(5)
  await record(later.slice(0, 59))
  expect(await stateOf([later[0]!, later[30]!, messages[699]!, last])).toEqual([
    'RECORDED',
    'RECORDED',
    'RECORDED',
    'PENDING',
  ])
  await record([last])
  expect(await stateOf([last, messages[1]!])).toEqual(['RECORDED', 'RECORDED'])
  expect(read).toBeLessThanOrEqual(5)
})

it('tells what has corrected a fact since, whichever attempt at it is asked for', async () => {
  const source = '/departments/finance/treasury'
  const first = admittedMessage({ id: '1' })
  const again = admittedMessage({ id: '1' })
  const corrections = ['1~2', '1~3'].map((id) =>
    admittedMessage({ id, replaces: `${source}#1`, data: { amount: Number(id.at(-1)) } }),
  )
  await record([first, again])
  expect(await receiptState(store, receiptOf(first))).not.toHaveProperty('replacedBy')
  await record(corrections)
  expect(await receiptState(store, receiptOf(first))).toMatchObject({ state: 'RECORDED', replacedBy: `${source}#1~3` })
  expect(await receiptState(store, receiptOf(again))).toMatchObject({ state: 'DUPLICATE', replacedBy: `${source}#1~3` })
  expect(await receiptState(store, receiptOf(corrections[0]!))).not.toHaveProperty('replacedBy')
})
