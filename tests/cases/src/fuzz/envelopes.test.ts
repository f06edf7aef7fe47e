import assert from 'node:assert/strict'
import fc from 'fast-check'
import { afterAll, beforeAll, it } from 'vitest'
import { anyEvent } from './fuzzed-events.ts'
import { type FuzzedIntakes, openFuzzedIntakes } from './fuzzed-intakes.ts'
import { howToRun, parts, partTimeout } from './runs.ts'
import { assertSameAttributes, assertSameData, type Notice } from './same-as-sent.ts'

let intakes: FuzzedIntakes
beforeAll(async () => {
  intakes = await openFuzzedIntakes()
})
afterAll(() => intakes.close())

/** Ids that were changed to one of the harmful texts come more than once. */
const sentBefore = new Set<string>()

/** Most characters of an answer to one event. */
const mostAnswer = 128 * 1024

it.each(parts)(
  'an event is taken as it was sent, or refused in a bounded answer (seed $seed)',
  {
    timeout: partTimeout,
  },
  async (part) => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(anyEvent, async ({ department, event }) => {
        const { status, text, messages } = await intakes.send({
          department,
          headers: { 'content-type': 'application/cloudevents+json' },
          body: Buffer.from(JSON.stringify(event)),
        })
        assert.ok([202, 400, 413, 422].includes(status), `status ${status}`)
        assert.ok(text.length < mostAnswer, `an answer of ${text.length} characters`)
        assert.equal(messages.length, status === 202 ? 1 : 0)
        const [message] = messages
        if (!message) return
        taken++
        const { notices = [] } = JSON.parse(text) as { notices?: Notice[] }
        const sent = JSON.parse(JSON.stringify(event)) as Record<string, unknown>
        const type = String(sent.type)
        assertSameData(type, sent.data, await intakes.queuedOf(department, message), notices)
        const identity = `${sent.source}#${sent.id}`
        const isNew = !sentBefore.has(identity)
        sentBefore.add(identity)
        const [readBack, ...more] = await intakes.recorded(department, messages)
        assert.equal(more.length, 0)
        if (!readBack || readBack.type === 'hub.SubmissionRejected.v1') {
          // What is replaced was never sent, or the id was.
          const isUnknown = 'replaces' in sent && readBack?.data.reason === 'REPLACES_UNKNOWN'
          assert.ok(isUnknown || !isNew, String(readBack?.data.reason))
          return
        }
        assertSameAttributes(sent, readBack)
        assertSameData(type, sent.data, readBack.data, notices)
      }),
      howToRun(part),
    )
    // Not because everything was refused.
    assert.ok(taken > part.runs / 10, `only ${taken} were taken`)
  },
)
