import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anyEvent, type FuzzedEvent } from './fuzzed-events.ts'
import { comparable, openFuzzedIntakes } from './fuzzed-intakes.ts'
import { runs } from './runs.ts'

let intakes: Awaited<ReturnType<typeof openFuzzedIntakes>>
beforeAll(async () => {
  intakes = await openFuzzedIntakes()
})
afterAll(() => intakes.close())

/** Most characters of an answer to one event. */
const mostAnswer = 128 * 1024

const structured = ({ department, event }: FuzzedEvent) =>
  intakes.send({
    department,
    headers: { 'content-type': 'application/cloudevents+json' },
    body: Buffer.from(JSON.stringify(event)),
  })

it('an event is taken as it was sent, or refused in a bounded answer', { timeout: runs.timeout }, async () => {
  await fc.assert(
    fc.asyncProperty(anyEvent, async (fuzzed) => {
      const { status, text, messages } = await structured(fuzzed)
      expect([202, 400, 413, 422]).toContain(status)
      expect(text.length).toBeLessThan(mostAnswer)
      expect(messages.length).toBe(status === 202 ? 1 : 0)
      const [message] = messages
      if (!message) return
      const { event, department } = fuzzed
      expect(message.headers).toMatchObject({ ce_id: event.id, ce_source: event.source, ce_type: event.type })
      const { sent, stored } = comparable(String(event.type), event.data, await intakes.storedOf(department, message))
      const told = ((JSON.parse(text) as { notices?: { pointer: string }[] }).notices ?? []).map((one) => one.pointer)
      if (told.length === 0) expect(stored).toEqual(sent)
    }),
    { numRuns: runs.count, seed: runs.seed },
  )
})
