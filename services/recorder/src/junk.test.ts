import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Delivered, Message } from '@hub/broker/broker.ts'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { type EventStore, EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import { admissionVerifier } from '@hub/schemas/format/admission.ts'
import { entryBytes, mostEntryBytes } from '@hub/schemas/format/entry.ts'
import { storedFaultOf } from '@hub/schemas/format/stored-admission.ts'
import { junkStream } from '@hub/schemas/format/stream-name.ts'
import { MessagesNotAdmitted } from '@hub/schemas/hub/events.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { admittedMessage, delivered, exampleRecorderKeys, exampleStream } from './admitted-message.fixture.ts'
import { mostEventsOfDay, mostKeptOfDay } from './junk.ts'
import { openKeptMessage } from './kept-message.ts'
import { createRecorder } from './record.ts'

let folder = ''
let store: EventStore
let now = Date.parse('2025-03-05T00:00:00.000Z')
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'junk-'))
  store = openEmbeddedEventStore({ file: join(folder, 'events.db') })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const recorder = (over: EventStore = store) =>
  createRecorder({ store: over, keys: exampleRecorderKeys, now: () => now, simulated: false })
const junk = (value = 'no json'): Message => ({ topic: 'finance', key: '', value, headers: {} })
const inStream = async (stream = junkStream('finance', 0)) =>
  (await store.readStream(stream)).map((event) => ({
    event,
    data: MessagesNotAdmitted.data.parse(JSON.parse(event.data)),
  }))
const counted = async (stream?: string) =>
  (await inStream(stream)).reduce((sum, { data }) => sum + (data.counts.NOT_A_CLOUD_EVENT ?? 0), 0)

it('is kept together for each partition, boxed, admitted by the recorder', async () => {
  const number = '430302196803142018'
  const batch = delivered([junk(number), admittedMessage({ id: '1' }), junk('other'), { ...junk(), topic: 'hr' }], 7)
  const said = await recorder().record(batch)
  expect(said).toMatchObject({ recorded: 1, rejected: [], notAdmitted: Array(3).fill('NOT_A_CLOUD_EVENT') })
  const [{ event, data }] = (await inStream()) as [Awaited<ReturnType<typeof inStream>>[number]]
  expect(data).toMatchObject({ topic: 'finance', partition: 0, countedTo: '9', counts: { NOT_A_CLOUD_EVENT: 2 } })
  expect(storedFaultOf(admissionVerifier(exampleRecorderKeys.admission), event)).toBeUndefined()
  expect(JSON.stringify(event)).not.toContain(number)
  const kept = openKeptMessage(exampleRecorderKeys.rejections, event.id, data.kept[0]!.boxedMessage)
  expect(JSON.parse(kept)).toMatchObject({ value: number })
  expect(await inStream(junkStream('hr', 0))).toHaveLength(1)
})

it('fills no store: few of a day are kept, few events count, and the next day counts again', async () => {
  const one = recorder()
  const days = [now, now + 24 * 3_600_000]
  let offset = 0
  for (const day of days) {
    now = day
    for (let batch = 0; batch < mostEventsOfDay + 5; batch++) await one.record(delivered([junk()], offset++))
  }
  const events = await inStream()
  expect(events).toHaveLength(2 * mostEventsOfDay)
  expect(events.reduce((sum, { data }) => sum + data.kept.length, 0)).toBe(2 * mostKeptOfDay)
  expect(events.flatMap(({ data }, index) => (data.lastOfDay ? [index] : []))).toEqual([
    mostEventsOfDay - 1,
    2 * mostEventsOfDay - 1,
  ])
})

it('keeps no more of large ones than an entry holds', async () => {
  await recorder().record(delivered(Array.from({ length: 20 }, () => junk('重'.repeat(100_000)))))
  const [{ event, data }] = (await inStream()) as [Awaited<ReturnType<typeof inStream>>[number]]
  expect([data.counts.NOT_A_CLOUD_EVENT, data.kept.length]).toEqual([20, 10])
  expect(data.kept[0]!.messageBytes).toBeGreaterThan(300_000)
  expect(entryBytes(event)).toBeLessThanOrEqual(mostEntryBytes)
})

it('cannot take the submission id of another topic: the receipt of the true one tells the truth', async () => {
  const submission = '7b6a5948-3726-4514-8f0e-1d2c3b4a5968'
  const taken = admittedMessage({ id: '1', source: '/departments/hr/pension', submission })
  await recorder().record(delivered([{ ...taken, topic: 'finance' }]))
  expect((await store.readAll()).map(({ stream }) => stream)).toEqual([junkStream('finance', 0)])
})

it('is any message with a header altered, or with another key', async () => {
  const good = admittedMessage({
    id: '2',
    replaces: '/departments/finance/treasury#1',
    said: { sequence: '17', traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`, dataschema: 'https://x/y' },
  })
  const altered: [string, Message][] = Object.entries(good.headers).map(([name, value]) => {
    const other = value.startsWith('0') ? `1${value.slice(1)}` : `0${value.slice(1)}`
    return [name, { ...good, headers: { ...good.headers, [name]: other } }]
  })
  const left: [string, Message][] = Object.keys(good.headers).map((name) => {
    const { [name]: _left, ...headers } = good.headers
    return [`no ${name}`, { ...good, headers }]
  })
  const others: [string, Message][] = ['correlationid', 'causationid'].map((name) => [
    `added ${name}`,
    { ...good, headers: { ...good.headers, [`ce_${name}`]: 'c' } },
  ])
  const key: [string, Message] = ['key', { ...good, key: `${exampleStream.slice(0, -1)}b` }]
  for (const [name, message] of [...altered, ...left, ...others, key, ['value', { ...good, value: '{}' }] as const]) {
    const { notAdmitted } = await recorder().record(delivered([message], Math.floor(Math.random() * 1e9)))
    if (notAdmitted.length !== 1) expect.fail(`${name} was taken`)
  }
  const { notAdmitted, rejected } = await recorder().record(delivered([good]))
  expect([notAdmitted, rejected]).toEqual([[], ['REPLACES_UNKNOWN']])
})

it('is counted exactly, however often the recorder dies and its batches come again, cut anyhow', async () => {
  let partition = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }),
      fc.array(fc.record({ upTo: fc.integer({ min: 1, max: 12 }), dies: fc.nat(2) }), { maxLength: 4 }),
      async (isJunk, tries) => {
        partition += 1
        const stream = `fair-${partition}`
        const messages = isJunk.map((bad, index) => (bad ? junk() : admittedMessage({ id: String(index), stream })))
        const all: Delivered[] = delivered(messages).map((message) => ({ ...message, partition }))
        let committed = 0
        for (const { upTo, dies } of tries) {
          let appends = 0
          const dying: EventStore = {
            ...store,
            append: async (writes) => {
              if (dies > 0 && appends++ >= dies - 1) throw new EventStoreUnavailable('gone')
              return store.append(writes)
            },
          }
          const batch = all.slice(committed, committed + upTo)
          const done = await recorder(dying)
            .record(batch)
            .catch(() => undefined)
          if (done) committed += batch.length
        }
        await recorder().record(all.slice(committed))
        expect(await counted(junkStream('finance', partition))).toBe(isJunk.filter(Boolean).length)
      },
    ),
    { numRuns: 40 },
  )
})
