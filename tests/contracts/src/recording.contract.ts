import type { Broker } from '@hub/broker/broker.ts'
import type { EventStore } from '@hub/event-store/event-store.ts'
import { describe, expect, it } from 'vitest'
import { killedAfter, type Place } from './contract.ts'
import { readMessages } from './reading-messages.ts'
import { recordBatch } from './recording-batch.ts'
import { freshStream } from './samples.ts'

/** A place where broker and event store can be opened, and nothing is yet. */
export type RecordingPlace = Place & {
  topic: string
  openBroker(): Promise<Broker>
  openEventStore(): Promise<EventStore>
  end(): Promise<void>
}

export type RecordingContract = { name: string; prepare(): Promise<RecordingPlace> }

const idsOf = (lines: readonly string[]) =>
  lines.filter((line) => line.startsWith('published ')).map((line) => line.slice('published '.length))

const appendedIn = (lines: readonly string[]) =>
  lines.filter((line) => line.startsWith('appended ')).map((line) => Number(line.slice('appended '.length)))

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

/** What a kill between any two steps of publish, append and commit leaves, for a broker with an event store. */
export const recordingContract = ({ name, prepare }: RecordingContract): void => {
  describe(`${name}, killed while it records`, () => {
    const killAt = async (step: string, until: (lines: readonly string[]) => boolean) => {
      const place = await prepare()
      const streams = [freshStream(), freshStream()]
      const lines = await killedAfter(
        './recording-process.ts',
        [place.module, place.place, place.topic, step, ...streams],
        until,
      )
      const [store, broker] = [await place.openEventStore(), await place.openBroker()]
      const stored = async () => (await Promise.all(streams.map((stream) => store.readStream(stream)))).flat()
      const before = (await stored()).length
      const waiting = (await broker.lag()).messages
      const redelivered: string[] = []
      const handle = async (batch: Parameters<typeof recordBatch>[1]) => {
        redelivered.push(...batch.map(({ headers }) => headers.ce_id ?? ''))
        await recordBatch(store, batch)
      }
      if (waiting > 0) await readMessages(broker, { topics: [place.topic], count: waiting, handle })
      const events = await stored()
      const { messages: left } = await broker.lag()
      await broker.close()
      await store.close()
      await place.end()
      return { published: idsOf(lines), appended: appendedIn(lines), before, waiting, redelivered, events, left }
    }

    const holdsEachOnceInOrder = ({ published, events, left }: Awaited<ReturnType<typeof killAt>>) => {
      const ids = events.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids).toEqual(expect.arrayContaining(published))
      for (const stream of new Set(events.map((event) => event.stream))) {
        const notes = events.filter((event) => event.stream === stream).map(({ data }) => Number(JSON.parse(data).note))
        expect(notes).toEqual(notes.toSorted((a, b) => a - b))
      }
      expect(left).toBe(0)
    }

    it.each([1, 11, 29])('after %i acknowledged messages and before the next', async (count) => {
      const after = await killAt('published', (lines) => lines.length >= count)
      expect(after.before).toBe(0)
      expect(after.waiting).toBeGreaterThanOrEqual(after.published.length)
      holdsEachOnceInOrder(after)
    })

    it.each([
      ['published', 0],
      // A batch was taken, and not appended.
      ['delivered', 0],
      // A batch is appended, and not committed: it comes again and changes nothing.
      ['appended', 1],
    ])('between the step %s and the next one', async (step, uncommitted) => {
      const after = await killAt(step, (lines) => lines.at(-1) === `stuck ${step}`)
      const committed = sumOf(after.appended.slice(0, after.appended.length - uncommitted))
      expect(after.published).toHaveLength(30)
      expect(after.before).toBe(sumOf(after.appended))
      // Whether a commit is there at once is the broker's own rule; what was handled may come again.
      expect(after.waiting).toBeGreaterThanOrEqual(30 - committed)
      expect(new Set(after.redelivered).size).toBe(after.waiting)
      expect(after.events).toHaveLength(30)
      holdsEachOnceInOrder(after)
    })

    it('right after an append, before it can be told whether it was committed', async () => {
      const after = await killAt('never', (lines) => sumOf(appendedIn(lines)) >= 16)
      expect(after.before).toBeGreaterThanOrEqual(16)
      expect(after.waiting + after.before).toBeGreaterThanOrEqual(30)
      expect(after.events).toHaveLength(30)
      holdsEachOnceInOrder(after)
    })
  })
}
