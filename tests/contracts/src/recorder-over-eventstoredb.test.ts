import { EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import {
  admittedMessage,
  delivered,
  type ExampleSubmission,
  exampleRecorderKeys,
} from '@hub/recorder/admitted-message.fixture.ts'
import { type BatchRecorded, createRecorder } from '@hub/recorder/record.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { endAll, start } from './grpc-face/store-over-face.ts'
import { freshStream } from './samples.ts'

vi.setConfig({ testTimeout: 90_000 })
afterEach(endAll)

const recording = async () => {
  const { face, store } = await start()
  const seen: BatchRecorded[] = []
  const recorder = () => {
    const own = createRecorder({
      store,
      keys: exampleRecorderKeys,
      now: Date.now,
      simulated: false,
    })
    const record = async (batch: Parameters<typeof own.record>[0]) => void seen.push(await own.record(batch))
    return { record }
  }
  return { face, store, seen, recorder }
}
const batchOf = (...examples: ExampleSubmission[]) => delivered(examples.map(admittedMessage))

describe('the recorder over EventStoreDB', () => {
  it('records each event once, though answers are lost and the batch comes again', async () => {
    const { face, store, seen, recorder } = await recording()
    const stream = freshStream('person')
    const one = recorder()
    const batch = batchOf({ id: '1', stream }, { id: '2', stream }, { id: '3', stream: freshStream('person') })
    face.loseNextAnswer()
    await expect(one.record(batch)).rejects.toThrow(EventStoreUnavailable)
    while (seen.length === 0) await one.record(batch).catch(() => undefined)
    // What was on its way when the connection broke may have been written or not.
    expect(seen[0]).toMatchObject({ recorded: 3, duplicates: 0, rejected: [] })
    expect(await store.readAll()).toHaveLength(3)
    // Another one, which remembers nothing.
    await recorder().record(batch)
    expect(seen.at(-1)).toMatchObject({ recorded: 3, duplicates: 0, rejected: [] })
    expect(await store.readAll()).toHaveLength(3)
  })

  it('believes the stored digest, not the server that takes any content under a known id', async () => {
    const { store, seen, recorder } = await recording()
    const stream = freshStream('person')
    await recorder().record(batchOf({ id: '1', stream }))
    await recorder().record(batchOf({ id: '1', stream, data: { amount: 999, region: '430302' } }))
    expect(seen.at(-1)).toMatchObject({ recorded: 0, rejected: ['ID_REUSED_WITH_OTHER_CONTENT'] })
    expect(await store.readStream(stream)).toHaveLength(1)
    expect((await store.readAll()).map(({ type }) => type)).toContain('hub.SubmissionRejected.v1')
  })

  it('records each event once where two of them write to the same streams at once', async () => {
    const { store, seen, recorder } = await recording()
    const streams = Array.from({ length: 10 }, () => freshStream('person'))
    const batches = Array.from({ length: 6 }, (_, round) =>
      batchOf(...streams.flatMap((stream, index) => [{ id: `${round % 3}-${index}`, stream }])),
    )
    const [one, other] = [recorder(), recorder()]
    await Promise.all(batches.map((batch, index) => (index % 2 === 0 ? one : other).record(batch)))
    // Both may take an event for theirs: the server says 'appended' to either. The store holds it once.
    expect(seen.reduce((sum, { recorded, duplicates }) => sum + recorded + duplicates, 0)).toBe(60)
    expect(seen.every(({ rejected }) => rejected.length === 0)).toBe(true)
    const events = await store.readAll()
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
    expect(events).toHaveLength(30)
  })
})
