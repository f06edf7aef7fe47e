import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { type EventStore, EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import type { Metadata } from '@hub/schemas/envelope.ts'
import { admissionVerifier } from '@hub/schemas/format/admission.ts'
import { mostBytesOf, mostEntryBytes } from '@hub/schemas/format/entry.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import { storedFaultOf } from '@hub/schemas/format/stored-admission.ts'
import { SubmissionRejected } from '@hub/schemas/hub/events.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Admitted, verifyMessage } from './admitted.ts'
import {
  admittedMessage,
  delivered,
  type ExampleSubmission,
  exampleRecorderKeys,
  exampleStream,
} from './admitted-message.fixture.ts'
import { openKeptMessage } from './kept-message.ts'
import { createRecorder, type RecorderOptions } from './record.ts'

let folder = ''
let store: EventStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recorder-'))
  store = openEmbeddedEventStore({ file: join(folder, 'events.db') })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const now = Date.parse('2025-03-05T00:00:00.000Z')
const recorder = (options: Partial<RecorderOptions> = {}) =>
  createRecorder({
    store,
    keys: exampleRecorderKeys,
    now: () => now,
    simulated: false,
    ...options,
  })
const verifier = admissionVerifier(exampleRecorderKeys.admission)
const batchOf = (...examples: ExampleSubmission[]) => delivered(examples.map(admittedMessage))
const idsOf = async (stream = exampleStream) =>
  (await store.readStream(stream)).map((event) => (JSON.parse(event.metadata) as Metadata).id)
const rejectionsOf = async () =>
  (await store.readAll())
    .filter((event) => event.type === SubmissionRejected.type)
    .map((event) => JSON.parse(event.data))
const reasons = async () => (await rejectionsOf()).map(({ reason }) => reason)

describe('the recorder', () => {
  it('records a batch in order, with what the intake said and when it was recorded', async () => {
    await recorder().record(batchOf({ id: '1' }, { id: '2' }))
    const [first, second] = await store.readStream(exampleStream)
    expect(second?.revision).toBe(1)
    expect(first?.id).toBe(eventIdOf('/departments/finance/treasury', '1', exampleStream))
    expect(JSON.parse(first!.metadata)).toMatchObject({
      source: '/departments/finance/treasury',
      id: '1',
      time: '2025-03-04T01:00:00.000Z',
      recordedtime: '2025-03-05T00:00:00.000Z',
      receivedtime: '2025-03-04T01:00:01.000Z',
      origin: 'finance/0/0',
    })
  })

  it('takes the received time for the recorded one in a simulated store', async () => {
    await recorder({ simulated: true }).record(batchOf({ id: '1' }))
    expect(JSON.parse((await store.readStream(exampleStream))[0]!.metadata).recordedtime).toBe(
      '2025-03-04T01:00:01.000Z',
    )
  })

  it('writes nothing for the same batch again, with or without its memory', async () => {
    const batch = batchOf({ id: '1' }, { id: '2' }, { id: '1' })
    const one = recorder()
    await one.record(batch)
    const head = await store.head()
    await one.record(batch)
    await recorder().record(batch)
    expect(await store.head()).toBe(head)
  })

  it('says the same of a batch whose commit did not come through, and of a message sent twice', async () => {
    const batch = batchOf({ id: '1' }, { id: '2' }, { id: '1' }, { id: '2', data: { amount: 9 } })
    const said = { recorded: 2, duplicates: 1, rejected: ['ID_REUSED_WITH_OTHER_CONTENT'] }
    const one = recorder()
    expect(await one.record(batch)).toMatchObject(said)
    expect(await one.record(batch)).toMatchObject(said)
    expect(await recorder().record(batch)).toMatchObject(said)
    const sentTwice = delivered([admittedMessage({ id: '1' })], batch.length)
    expect(await one.record(sentTwice)).toMatchObject({ recorded: 0, duplicates: 1, rejected: [] })
  })

  it.each([1, 64 * 1024 * 1024])('rejects other content under a used id (memory of %i bytes)', async (memoryBytes) => {
    const one = recorder({ memoryBytes })
    await one.record(batchOf({ id: '1' }, { id: '1', data: { amount: 2 } }))
    await one.record(batchOf({ id: '1', data: { amount: 3 } }, { id: '2' }))
    expect(await idsOf()).toEqual(['1', '2'])
    expect(await reasons()).toEqual(['ID_REUSED_WITH_OTHER_CONTENT', 'ID_REUSED_WITH_OTHER_CONTENT'])
  })

  it('forgets no id of a stream that its memory drops while a batch is recorded', async () => {
    const one = recorder({ memoryBytes: 1500 })
    await one.record(batchOf({ id: '1' }))
    await one.record(batchOf({ id: '1', stream: 'fair-a' }, { id: '2' }))
    await one.record(batchOf({ id: '1', data: { amount: 9 } }))
    expect(await idsOf()).toEqual(['1', '2'])
  })

  it('decides by what is stored when somebody else has written to the stream', async () => {
    const [one, other] = [recorder(), recorder()]
    await one.record(batchOf({ id: '1' }))
    await other.record(batchOf({ id: '2', data: { amount: 2 } }))
    await one.record(batchOf({ id: '2', data: { amount: 3 } }, { id: '3' }))
    expect(await idsOf()).toEqual(['1', '2', '3'])
    expect(await reasons()).toEqual(['ID_REUSED_WITH_OTHER_CONTENT'])
  })

  it('does not trust a store that takes an id it knows for a success', async () => {
    await recorder().record(batchOf({ id: '1' }))
    const trusting: EventStore = {
      ...store,
      append: async (writes) => {
        const outcomes = await store.append(writes)
        return outcomes.map((outcome, index) => {
          const known =
            outcome.status === 'conflict' &&
            writes[index]!.stream === exampleStream &&
            writes[index]!.expectedRevision === 'no-stream'
          return known ? { status: 'appended', revision: 0, position: `${'0'.repeat(15)}1${'0'.repeat(15)}1` } : outcome
        })
      },
    }
    await recorder({ store: trusting }).record(batchOf({ id: '1', data: { amount: 9 } }))
    expect(await reasons()).toEqual(['ID_REUSED_WITH_OTHER_CONTENT'])
  })

  it('records more than one append takes', async () => {
    const data = { text: 'x'.repeat(60_000) }
    await recorder().record(batchOf(...Array.from({ length: 40 }, (_, id) => ({ id: String(id), data }))))
    expect(await idsOf()).toEqual(Array.from({ length: 40 }, (_, id) => String(id)))
  })

  it('lets no bad event hold up the rest', async () => {
    const good = batchOf({ id: '1' }, { id: '2' }, { id: '3' }, { id: '4' }, { id: '5' }, { id: '6' })
    const bad = good.map((message, index) => {
      const headers: Record<string, string> = { ...message.headers }
      if (index === 0) headers.ce_admission = '0'.repeat(64)
      if (index === 1) delete headers.ce_time
      if (index === 2) headers.ce_time = '2025-03-04T01:00:00.001Z'
      return { ...message, headers, ...(index === 3 ? { topic: 'hr' } : {}) }
    })
    const said = await recorder().record([...bad, ...batchOf({ id: '7', data: { text: 'x'.repeat(70_000) } })])
    expect(await idsOf()).toEqual(['5', '6'])
    expect(said.notAdmitted).toEqual(['NOT_ADMITTED', 'NOT_A_CLOUD_EVENT', 'DIGEST_MISMATCH', 'WRONG_TOPIC'])
    expect([said.rejected, await reasons()]).toEqual([['TOO_LARGE'], ['TOO_LARGE']])
  })

  it('records an event that is an entry of 65,535 bytes with the longest that it may add, and none of 65,536', async () => {
    const bytesWith = (text: string) => {
      const { admitted } = verifyMessage(batchOf({ id: '1', data: { text } })[0]!, verifier) as { admitted: Admitted }
      return mostBytesOf({ ...admitted, id: admitted.eventId }, 'finance')
    }
    const length = 60_000 + mostEntryBytes - bytesWith('x'.repeat(60_000))
    expect(bytesWith('x'.repeat(length))).toBe(65_535)
    await recorder().record(
      batchOf({ id: '1', data: { text: 'x'.repeat(length) } }, { id: '2', data: { text: 'x'.repeat(length + 1) } }),
    )
    expect(await idsOf()).toEqual(['1'])
    expect(await reasons()).toEqual(['TOO_LARGE'])
  })

  it('stamps what it adds so that any change in it is found', async () => {
    await recorder().record(batchOf({ id: '1' }, { id: '2' }))
    await recorder().record(batchOf({ id: '3' }))
    const events = await store.readStream(exampleStream)
    expect(events.map((event) => storedFaultOf(verifier, event))).toEqual([undefined, undefined, undefined])
    expect(storedFaultOf(verifier, { ...events[0]!, revision: 1 })).toBe('ALTERED')
  })

  it('gives up only the event that the store refuses', async () => {
    const batch = batchOf({ id: '1' }, { id: '2' }, { id: '3' })
    const picky: EventStore = {
      ...store,
      append: async (writes) =>
        writes.some(({ events }) => events.some(({ metadata }) => JSON.parse(metadata).id === '2'))
          ? writes.map(() => ({ status: 'refused', reason: 'INVALID', message: 'no' }))
          : store.append(writes),
    }
    const one = recorder({ store: picky })
    await one.record(batch)
    await one.record(batch)
    expect(await idsOf()).toEqual(['1', '3'])
    expect(await reasons()).toEqual(['REFUSED_BY_STORE'])
  })

  it('keeps a rejected message whole, boxed, once', async () => {
    const batch = batchOf({ id: '1', replaces: '/departments/finance/treasury#0' })
    await recorder().record(batch)
    await recorder().record(batch)
    const events = (await store.readAll()).filter((event) => event.type === SubmissionRejected.type)
    expect(events).toHaveLength(1)
    const data = SubmissionRejected.data.parse(JSON.parse(events[0]!.data))
    const message = JSON.parse(openKeptMessage(exampleRecorderKeys.rejections, events[0]!.id, data.boxedMessage))
    expect(message).toMatchObject({ value: batch[0]!.value, key: exampleStream })
  })
})

describe('a correction', () => {
  const target = '/departments/finance/treasury#1'

  it('is recorded after its target, earlier in the batch or in the store', async () => {
    const one = recorder()
    await one.record(batchOf({ id: '1' }, { id: '2', replaces: target }))
    await one.record(batchOf({ id: '3', replaces: target, type: 'finance.FactRetracted.v1' }))
    await recorder().record(batchOf({ id: '4', replaces: target }))
    expect(await idsOf()).toEqual(['1', '2', '3', '4'])
  })

  it('is refused without its target, of another type, or of another department', async () => {
    await recorder().record(
      batchOf(
        { id: '2', replaces: target },
        { id: '1' },
        { id: '3', replaces: target, type: 'finance.PaymentReturned.v1' },
        { id: '4', replaces: '/departments/hr/pension#1' },
      ),
    )
    expect(await idsOf()).toEqual(['1'])
    expect(await reasons()).toEqual(['REPLACES_UNKNOWN', 'REPLACES_OTHER_TYPE', 'REPLACES_OTHER_DEPARTMENT'])
  })

  it('looks into the store before it says that a target is not there', async () => {
    const [one, other] = [recorder(), recorder()]
    await one.record(batchOf({ id: '0' }))
    await other.record(batchOf({ id: '1' }))
    await one.record(batchOf({ id: '2', replaces: target }))
    expect(await idsOf()).toEqual(['0', '1', '2'])
  })

  it('is answered alike when the recorder dies at any of its appends', async () => {
    const batch = batchOf({ id: '2', replaces: target }, { id: '1' })
    for (const lastAppend of [0, 1, 2]) {
      let appends = 0
      const dying: EventStore = {
        ...store,
        append: async (writes) => {
          if (appends++ >= lastAppend) throw new EventStoreUnavailable('gone')
          return store.append(writes)
        },
      }
      await recorder({ store: dying })
        .record(batch)
        .catch(() => undefined)
    }
    await recorder().record(batch)
    expect(await idsOf()).toEqual(['1'])
    expect(await reasons()).toEqual(['REPLACES_UNKNOWN'])
  })

  it('stays rejected when the same batch comes again after its target', async () => {
    const batch = batchOf({ id: '2', replaces: target }, { id: '1' })
    await recorder().record(batch)
    await recorder().record(batch)
    expect(await idsOf()).toEqual(['1'])
  })
})

it('any deliveries, repeated and cut anyhow, leave what one delivery leaves', async () => {
  const example = fc.record({ id: fc.constantFrom('1', '2', '3', '4'), amount: fc.constantFrom(1, 2) })
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(example, { maxLength: 12 }),
      fc.array(fc.nat(11), { maxLength: 4 }),
      async (examples, restarts) => {
        const stream = `fair-${run++}`
        const batch = batchOf(...examples.map(({ id, amount }) => ({ id, stream, data: { amount } })))
        let one = recorder()
        for (const from of restarts) {
          await one.record(batch.slice(0, from))
          one = recorder()
        }
        await one.record(batch)
        expect(await idsOf(stream)).toEqual([...new Set(examples.map(({ id }) => id))])
      },
    ),
    { numRuns: 30 },
  )
})
