import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventStore, StoredEvent } from './event-store.ts'
import { findInStream } from './find-in-stream.ts'

const stream = 'fair-a'
const eventOf = (revision: number, replaces?: string): StoredEvent => ({
  stream,
  revision,
  id: `event-${revision}`,
  type: 'x',
  data: '{}',
  metadata: JSON.stringify(replaces === undefined ? {} : { replaces }),
  position: String(revision).padStart(32, '0'),
  created: '2025-01-01T00:00:00.000Z',
})

/** A stream in memory that answers as a store does, some turns of the event loop later. */
const streamStore = () => {
  const events: StoredEvent[] = []
  const store: Pick<EventStore, 'readStream'> = {
    readStream: async (_stream, { direction = 'forwards', from, limit = 500 } = {}) => {
      const now = [...events]
      await Promise.resolve()
      if (direction === 'forwards') return now.slice(from ?? 0).slice(0, limit)
      return now
        .slice(0, (from ?? now.length) + 1)
        .toReversed()
        .slice(0, limit)
    },
  }
  return { events, store }
}

describe('what is remembered of a stream', () => {
  it('gives what reading the whole of it would, whatever was asked and added before, two at once too', async () => {
    const step = fc.record({
      adds: fc.array(fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }), { maxLength: 60 }),
      asks: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 3 }),
      asksToo: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 800 }), fc.array(step, { maxLength: 8 }), async (already, steps) => {
        const { events, store } = streamStore()
        for (let revision = 0; revision < already; revision++) events.push(eventOf(revision))
        const ask = async (revisions: readonly number[]) => {
          const { events: found, lastReplacing } = await findInStream(
            store,
            stream,
            new Set(revisions.map((revision) => `event-${revision}`)),
          )
          for (const revision of new Set(revisions)) {
            expect(found.get(`event-${revision}`)?.revision).toBe(events[revision]?.revision)
            if (!events[revision]) continue
            const named = `fact#${revision}`
            const last = events.findLast(({ metadata }) => JSON.parse(metadata).replaces === named)
            expect((await lastReplacing(named))?.revision).toBe(last?.revision)
          }
        }
        for (const { adds, asks, asksToo } of steps) {
          for (const replaced of adds)
            events.push(eventOf(events.length, replaced === undefined ? undefined : `fact#${replaced % events.length}`))
          await Promise.all([ask(asks), ask(asksToo)])
        }
      }),
    )
  })
})
