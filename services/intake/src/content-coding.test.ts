import { Readable } from 'node:stream'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleIntake, sampleEvent } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeAll(async () => {
  intake = await openSampleIntake()
})
afterAll(() => intake.close())

const event = Buffer.from(JSON.stringify(sampleEvent()))
const lines = Buffer.from(`${JSON.stringify(sampleEvent())}\n${JSON.stringify(sampleEvent({ id: 'M-2' }))}\n`)

/** A stream has no length: it comes in chunks. */
const chunked = { 'transfer-encoding': 'chunked' }
const send = (payload: Buffer | Readable, coding: string, type = 'application/cloudevents+json') =>
  intake.http.inject({
    method: 'POST',
    url: '/civil-affairs/events',
    headers: { 'content-type': type, 'content-encoding': coding, ...(payload instanceof Readable ? chunked : {}) },
    payload,
  })
const linesOf = (body: string) =>
  body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

const codings: [string, (bytes: Buffer) => Buffer][] = [
  ['gzip', gzipSync],
  ['X-GZip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['zstd', zstdCompressSync],
  ['identity', (bytes) => bytes],
]

describe.each(codings)('a body of the coding %s', (coding, compress) => {
  it('is read, lines too', async () => {
    expect((await send(compress(event), coding)).statusCode).toBe(202)
    const answer = await send(compress(lines), coding, 'application/x-ndjson')
    expect(linesOf(answer.body)).toMatchObject([{ id: 'M-1' }, { id: 'M-2' }, { summary: { accepted: 2 } }])
  })

  it('is refused by name when it is not one, or ends too early', async () => {
    if (coding === 'identity') return
    for (const wrong of [event, compress(event).subarray(0, 40)])
      for (const type of ['application/cloudevents+json', 'application/x-ndjson']) {
        const answer = await send(wrong, coding, type)
        const body = answer.statusCode === 400 ? answer.json() : linesOf(answer.body).at(-2).problem
        expect(body.code).toBe('BODY_NOT_DECODED')
      }
  })

  it('is refused when far more comes out than went in', async () => {
    const bomb = compress(Buffer.alloc(64 * 1024 * 1024, 0x20))
    const answer = await send(bomb, coding)
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'BODY_TOO_LARGE'])
    const told = linesOf((await send(bomb, coding, 'application/x-ndjson')).body)
    if (coding !== 'identity')
      expect(told).toMatchObject([
        { status: 'refused', problem: { code: 'BODY_TOO_LARGE' } },
        { summary: { refused: 1 } },
      ])
  })
})

it.each(['compress', 'gzip, gzip', 'gzip, identity', 'constructor'])(
  'does not take the coding %j, and says which it takes',
  async (coding) => {
    const answer = await send(gzipSync(event), coding)
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'CONTENT_CODING'])
    expect(answer.headers['accept-encoding']).toBe('gzip, deflate, br, zstd')
  },
)

it('takes compressed lines of any number, as they come, and tells of the end that is missing', async () => {
  const many = Buffer.concat(
    Array.from({ length: 3000 }, (_, index) => Buffer.from(`${JSON.stringify(sampleEvent({ id: `L-${index}` }))}\n`)),
  )
  const packed = gzipSync(many)
  const pieces = Array.from({ length: 50 }, (_, at) =>
    packed.subarray((at * packed.length) / 50, ((at + 1) * packed.length) / 50),
  )
  const whole = linesOf((await send(Readable.from(pieces), 'gzip', 'application/jsonl')).body)
  expect(whole.at(-1)).toEqual({ summary: { events: 3000, accepted: 3000, refused: 0, retry: 0 } })
  const cut = linesOf((await send(packed.subarray(0, packed.length - 20), 'gzip', 'application/jsonl')).body)
  expect(cut.at(-2)).toMatchObject({ status: 'refused', problem: { code: 'BODY_NOT_DECODED' } })
  expect(cut.at(-1).summary).toMatchObject({ refused: 1 })
  expect(cut.at(-1).summary.accepted).toBeGreaterThan(2_000)
})
