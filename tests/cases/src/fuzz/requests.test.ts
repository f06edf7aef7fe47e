import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, it } from 'vitest'
import { anyEvent, anyText, type FuzzedEvent } from './fuzzed-events.ts'
import { type FuzzedIntakes, type FuzzedRequest, openFuzzedIntakes } from './fuzzed-intakes.ts'
import { howToRun, parts, partTimeout } from './runs.ts'
import { assertSaid, eventsSaid, noticesIn } from './said-in-request.ts'

let intakes: FuzzedIntakes
beforeAll(async () => {
  intakes = await openFuzzedIntakes()
})
afterAll(() => intakes.close())

/** Most characters of an answer to one request. */
const mostAnswer = 2 * 1024 * 1024

const mediaTypes = [
  'application/cloudevents+json',
  'application/cloudevents+json; charset="utf-8"',
  'application/cloudevents-batch+json',
  'application/json',
  'application/vnd.office+json; v="1,2"',
  'text/json',
  'text/plain',
  'application/x-ndjson',
  'application/jsonl',
  'application/xml',
  ';;;',
  '*/*',
]
const encodings = ['gzip', 'zstd', 'br', 'deflate', 'identity', 'gzip, gzip', 'x-nothing', '']

/** What a header may hold on the wire: Latin-1 without line ends. */
const headerText = anyText.map((text) =>
  Buffer.from(text, 'utf8')
    .toString('latin1')
    .replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, ''),
)

const attributeHeaders = ({ event }: FuzzedEvent): Record<string, string> =>
  Object.fromEntries(
    Object.entries(event).flatMap(([name, value]) =>
      /^[a-z0-9]+$/.test(name) && name !== 'data' && typeof value === 'string'
        ? [[`ce-${name}`, encodeURIComponent(value.toWellFormed())]]
        : [],
    ),
  )

type Shape = 'event' | 'data' | 'batch' | 'lines'
const bodyOf = (events: readonly FuzzedEvent[], shape: Shape): string => {
  const [first] = events
  switch (shape) {
    case 'event':
      return JSON.stringify(first!.event)
    case 'data':
      return JSON.stringify(first!.event.data) ?? ''
    case 'batch':
      return JSON.stringify(events.map(({ event }) => event))
    case 'lines':
      return events.map(({ event }) => `${JSON.stringify(event)}\n`).join('')
    default:
      return shape satisfies never
  }
}

type Damage = { from: number; length: number; bytes: Uint8Array } | undefined
const damaged = (body: Buffer, damage: Damage): Buffer => {
  if (!damage) return body
  const from = damage.from % (body.length + 1)
  return Buffer.concat([body.subarray(0, from), damage.bytes, body.subarray(from + damage.length)])
}

const typesOfShape: Record<Shape, readonly string[]> = {
  event: ['application/cloudevents+json', 'application/json', 'application/cloudevents+json; charset="utf-8"'],
  data: ['application/json', 'application/vnd.office+json; v="1,2"', 'text/json'],
  batch: ['application/cloudevents-batch+json'],
  lines: ['application/x-ndjson', 'application/jsonl'],
}

/** How a request is made of events: as the specifications have it, but for what its events hold. */
const conformant = fc
  .record({
    shape: fc.constantFrom<Shape>('event', 'data', 'batch', 'lines'),
    type: fc.nat(),
    zipped: fc.boolean(),
  })
  .map(({ shape, type, zipped }) => ({
    shape,
    type: typesOfShape[shape][type % typesOfShape[shape].length],
    encoding: zipped ? 'gzip' : undefined,
    zipped,
    attributes: shape === 'data',
  }))
const wild = fc.record({
  shape: fc.constantFrom<Shape>('event', 'data', 'batch', 'lines'),
  type: fc.option(fc.oneof(fc.constantFrom(...mediaTypes), headerText), { nil: undefined }),
  encoding: fc.option(fc.constantFrom(...encodings), { nil: undefined }),
  zipped: fc.boolean(),
  attributes: fc.boolean(),
})
const rarely = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 })

const anyRequest: fc.Arbitrary<FuzzedRequest> = fc
  .record({
    events: fc.array(anyEvent, { minLength: 1, maxLength: 4 }),
    made: fc.oneof({ weight: 3, arbitrary: conformant }, { weight: 2, arbitrary: wild }),
    more: rarely(fc.dictionary(fc.stringMatching(/^ce-[a-z0-9]{1,20}$/), headerText, { maxKeys: 3 })),
    damage: rarely(fc.record({ from: fc.nat(), length: fc.nat({ max: 20 }), bytes: fc.uint8Array({ maxLength: 8 }) })),
  })
  .map(({ events, made: { shape, type, encoding, zipped, attributes }, more, damage }) => {
    const plain = Buffer.from(bodyOf(events, shape))
    return {
      department: events[0]!.department,
      headers: {
        ...(type === undefined ? {} : { 'content-type': type }),
        ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
        ...(attributes ? attributeHeaders(events[0]!) : {}),
        ...more,
      },
      body: damaged(zipped ? gzipSync(plain) : plain, damage),
    }
  })

/** How many events an answer calls taken. */
const takenOf = (text: string): number => (text.match(/"status":"accepted"/g) ?? []).length

it.each(parts)(
  'whatever a request is, it is answered, and what is stored is what it says (seed $seed)',
  {
    timeout: partTimeout,
  },
  async (part) => {
    let taken = 0
    await fc.assert(
      fc.asyncProperty(anyRequest, async (request) => {
        const { status, text, messages } = await intakes.send(request)
        assert.ok([202, 207, 400, 413, 415, 422].includes(status), `status ${status}`)
        assert.ok(text.length < mostAnswer, `an answer of ${text.length} characters`)
        assert.equal(takenOf(text), messages.length)
        if (messages.length === 0) return
        taken++
        const [said, notices] = [eventsSaid(request), noticesIn(text)]
        for (const readBack of await intakes.recorded(request.department, messages))
          if (readBack.type !== 'hub.SubmissionRejected.v1')
            assertSaid(said, readBack, notices.get(readBack.metadata.id))
      }),
      howToRun(part),
    )
    // Not because everything was refused.
    assert.ok(taken > part.runs / 20, `only of ${taken} something was taken`)
  },
)
