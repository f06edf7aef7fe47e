import type { AppendOutcome, ExpectedRevision, StreamWrite } from '@hub/event-store/event-store.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CurrentEventStore } from './event-store.contract.ts'
import { asAppended, freshStream, sampleEvents } from './samples.ts'

type ModelWrite = { stream: number; expectedRevision: ExpectedRevision; count: number }

const expectedRevisions = fc.oneof(
  fc.constant<ExpectedRevision>('any'),
  fc.constant<ExpectedRevision>('no-stream'),
  fc.integer({ min: 0, max: 6 }),
)
const calls = fc.array(
  fc.uniqueArray(
    fc.record<ModelWrite>({
      stream: fc.integer({ min: 0, max: 3 }),
      expectedRevision: expectedRevisions,
      count: fc.integer({ min: 1, max: 3 }),
    }),
    { selector: ({ stream }) => stream, maxLength: 4 },
  ),
  { maxLength: 12 },
)

/** What a store of plain arrays would answer to a write. */
const modelOutcome = (length: number, { expectedRevision, events }: StreamWrite): Partial<AppendOutcome> => {
  const actualRevision = length === 0 ? 'no-stream' : length - 1
  return expectedRevision === 'any' || expectedRevision === actualRevision
    ? { status: 'appended', revision: length + events.length - 1 }
    : { status: 'conflict', actualRevision }
}

/** The store against a model of plain arrays, for any sequence of appends. */
export const modelRules = (current: CurrentEventStore): void => {
  describe('any sequence of appends', () => {
    it('gives the outcomes and the streams of the model', async () => {
      const { store } = current()
      const property = fc.asyncProperty(calls, async (sequence) => {
        const start = await store.head()
        const streams = Array.from({ length: 4 }, () => freshStream())
        const model = new Map(streams.map((stream) => [stream, [] as StreamWrite['events'][number][]]))
        for (const call of sequence) {
          const writes = call.map(({ stream, expectedRevision, count }) => ({
            stream: streams[stream]!,
            expectedRevision,
            events: sampleEvents(count),
          }))
          const expected = writes.map((write) => modelOutcome(model.get(write.stream)!.length, write))
          expect(await store.append(writes)).toMatchObject(expected)
          for (const [index, { stream, events }] of writes.entries())
            if (expected[index]?.status === 'appended') model.get(stream)!.push(...events)
        }
        const all = await store.readAll({ after: start })
        for (const [stream, events] of model) {
          expect((await store.readStream(stream)).map(asAppended)).toEqual(events)
          expect(all.filter((event) => event.stream === stream).map(asAppended)).toEqual(events)
        }
      })
      await fc.assert(property, { numRuns: 30 })
    })
  })
}
