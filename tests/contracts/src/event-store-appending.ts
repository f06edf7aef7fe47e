import { type ExpectedRevision, maxAppendBytes, type NewEvent } from '@hub/event-store/event-store.ts'
import { isPosition } from '@hub/schemas/format/position.ts'
import { describe, expect, it } from 'vitest'
import { type Deviations, rule } from './contract.ts'
import type { CurrentEventStore, EventStoreRule } from './event-store.contract.ts'
import { asAppended, freshStream, newStream, sampleEvent, sampleEvents } from './samples.ts'

/** Appending: expected revisions, one outcome a write, each write whole or not at all. */
export const appendingRules = (current: CurrentEventStore, deviations: Deviations<EventStoreRule>): void => {
  const appendOne = async (stream: string, expectedRevision: ExpectedRevision, events: readonly NewEvent[]) =>
    (await current().store.append([{ stream, expectedRevision, events }]))[0]

  describe('appending', () => {
    it('answers revision and position of the last event', async () => {
      const stream = freshStream()
      const outcome = await appendOne(stream, 'no-stream', sampleEvents(3))
      const stored = await current().store.readStream(stream)
      expect(outcome).toEqual({ status: 'appended', revision: 2, position: stored[2]?.position })
      expect(stored.map(({ revision }) => revision)).toEqual([0, 1, 2])
      expect(stored.every(({ position }) => isPosition(position))).toBe(true)
    })

    it('keeps events to the byte', async () => {
      const stream = freshStream()
      const event = { ...sampleEvent(), data: '{"a":1e-7,"text":"𠮷 \\u0000 \\"quoted\\" \\\\"}', metadata: '{}' }
      await appendOne(stream, 'no-stream', [event])
      expect((await current().store.readStream(stream)).map(asAppended)).toEqual([event])
    })

    it('goes on at the expected revision', async () => {
      const stream = freshStream()
      await appendOne(stream, 'no-stream', sampleEvents(2))
      expect(await appendOne(stream, 1, sampleEvents(2))).toMatchObject({ status: 'appended', revision: 3 })
      expect(await appendOne(stream, 'any', sampleEvents(1))).toMatchObject({ status: 'appended', revision: 4 })
    })

    it.each<[ExpectedRevision]>([['no-stream'], [0], [2], [99]])(
      'conflicts at expected %s and revision 1',
      async (expected) => {
        const stream = freshStream()
        await appendOne(stream, 'no-stream', sampleEvents(2))
        expect(await appendOne(stream, expected, sampleEvents(1))).toEqual({ status: 'conflict', actualRevision: 1 })
        expect(await current().store.readStream(stream)).toHaveLength(2)
      },
    )

    it('conflicts where a revision is expected of a stream that is not there', async () => {
      const stream = freshStream()
      expect(await appendOne(stream, 0, sampleEvents(1))).toEqual({ status: 'conflict', actualRevision: 'no-stream' })
      expect(await current().store.readStream(stream)).toEqual([])
    })

    it('takes many streams in a call with an outcome each, in order', async () => {
      const there = freshStream()
      await appendOne(there, 'no-stream', sampleEvents(1))
      const streams = Array.from({ length: 40 }, () => freshStream())
      const outcomes = await current().store.append([
        newStream(streams[0]!, sampleEvents(2)),
        newStream(there, sampleEvents(2)),
        newStream(freshStream(), [{ ...sampleEvent(), data: '[]' }]),
        ...streams.slice(1).map((stream) => newStream(stream, sampleEvents(1))),
      ])
      expect(outcomes.slice(0, 3).map(({ status }) => status)).toEqual(['appended', 'conflict', 'refused'])
      expect(outcomes.slice(3).every(({ status }) => status === 'appended')).toBe(true)
      expect(await current().store.readStream(streams[39]!)).toHaveLength(1)
      expect(await current().store.readStream(there)).toHaveLength(1)
    })

    it('rejects a call in which a stream stands twice, and writes nothing of it', async () => {
      const stream = freshStream()
      const twice = [newStream(stream, sampleEvents(1)), newStream(stream, sampleEvents(1))]
      await expect(current().store.append(twice)).rejects.toThrow(RangeError)
      expect(await current().store.readStream(stream)).toEqual([])
    })

    it('takes an empty call', async () => {
      expect(await current().store.append([])).toEqual([])
    })

    it('lets one of many writers at the same revision through', async () => {
      const stream = freshStream()
      const other = await current().another()
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const store = index % 2 === 0 ? current().store : other
          return (await store.append([newStream(stream, sampleEvents(2))]))[0]
        }),
      )
      await other.close()
      expect(outcomes.filter((outcome) => outcome?.status === 'appended')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome?.status === 'conflict')).toHaveLength(19)
      expect(await current().store.readStream(stream)).toHaveLength(2)
    })
  })

  describe('refusing', () => {
    const refuses = async (stream: string, events: readonly NewEvent[], reason: string) => {
      expect(await appendOne(stream, 'any', events)).toMatchObject({ status: 'refused', reason })
      expect(await current().store.readStream(stream)).toEqual([])
    }

    it.each(['[]', '"text"', '1', 'null', '', '{', '{"a":1}}', '{"a":"\ud800"}'])(
      'refuses data that is %j',
      async (data) => {
        await refuses(freshStream(), [sampleEvent(), { ...sampleEvent(), data }], 'INVALID')
      },
    )

    it.each(['[]', 'null', '{"a"}'])('refuses metadata that is %j', async (metadata) => {
      await refuses(freshStream(), [{ ...sampleEvent(), metadata }, sampleEvent()], 'INVALID')
    })

    it('refuses a write without events', async () => {
      await refuses(freshStream(), [], 'INVALID')
    })

    rule('refuses an event id that is no UUID', deviations.EVENT_ID_FORM, async () => {
      await refuses(freshStream(), [{ ...sampleEvent(), id: 'fair-12' }], 'INVALID')
    })

    rule('refuses a stream name without a category', deviations.STREAM_FORM, async () => {
      await refuses('fairs', sampleEvents(1), 'INVALID')
    })

    it('refuses one write over the limit, and takes its neighbours', async () => {
      const [large, small] = [freshStream(), freshStream()]
      const data = JSON.stringify({ text: 'a'.repeat(maxAppendBytes / 4) })
      const events = Array.from({ length: 4 }, () => ({ ...sampleEvent(), data }))
      const outcomes = await current().store.append([newStream(large, events), newStream(small, sampleEvents(1))])
      expect(outcomes).toMatchObject([{ status: 'refused', reason: 'TOO_LARGE' }, { status: 'appended' }])
      expect(await current().store.readStream(large)).toEqual([])
    })

    it('takes a write just below the limit', async () => {
      const around = Buffer.byteLength(JSON.stringify({ text: '' })) + 2
      const data = JSON.stringify({ text: 'a'.repeat(maxAppendBytes - around) })
      const outcome = await appendOne(freshStream(), 'no-stream', [{ ...sampleEvent(), data, metadata: '{}' }])
      expect(outcome).toMatchObject({ status: 'appended' })
    })
  })
}
