import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSampleIntake, sampleEvent } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeEach(async () => {
  intake = await openSampleIntake()
})
afterEach(() => intake.close())

const send = async (payload: Readable | Buffer | string) => {
  const answer = await intake.http.inject({
    method: 'POST',
    url: '/civil-affairs/events',
    // A stream has no length: it comes in chunks.
    headers: {
      'content-type': 'application/x-ndjson',
      ...(payload instanceof Readable ? { 'transfer-encoding': 'chunked' } : {}),
    },
    payload,
  })
  const lines = answer.body.trimEnd().split('\n')
  return { status: answer.statusCode, lines: lines.map((line) => JSON.parse(line)) }
}
const lineOf = (id: string, data = {}) => `${JSON.stringify(sampleEvent({ id }, data))}\n`

describe('NDJSON', () => {
  it('has one answer a line, in order, and a summary', async () => {
    const { status, lines } = await send(
      `${lineOf('1')}\r\n${lineOf('2', { diedOn: 'x' })}no json\n${lineOf('3').trim()}`,
    )
    expect(status).toBe(202)
    expect(lines).toMatchObject([
      { line: 1, id: '1', status: 'accepted' },
      { line: 3, id: '2', status: 'refused', problem: { code: 'EVENT_REFUSED' } },
      { line: 4, status: 'refused', problem: { code: 'NOT_JSON' } },
      { line: 5, id: '3', status: 'accepted' },
      { summary: { events: 4, accepted: 2, refused: 2, retry: 0 } },
    ])
  })

  it('answers a line of 10 MB and one that is not UTF-8, and goes on', async () => {
    const long = Buffer.alloc(10 * 1024 * 1024, 'a')
    const wrong = Buffer.from([0x22, 0xc4, 0xe3, 0x22, 0x0a])
    const { lines } = await send(Buffer.concat([long, Buffer.from('\n'), wrong, Buffer.from(lineOf('1'))]))
    expect(lines).toMatchObject([
      { line: 1, problem: { code: 'LINE_TOO_LONG' } },
      { line: 2, problem: { code: 'INVALID_UTF8' } },
      { line: 3, status: 'accepted' },
      { summary: { accepted: 1, refused: 2 } },
    ])
  })

  it('takes a stream of many events, cut anywhere', async () => {
    const text = Buffer.from(Array.from({ length: 3000 }, (_, index) => lineOf(`L-${index}`)).join(''))
    const pieces = Array.from({ length: Math.ceil(text.length / 60_007) }, (_, index) =>
      text.subarray(index * 60_007, (index + 1) * 60_007),
    )
    const { lines } = await send(Readable.from(pieces))
    expect(lines.length).toBe(3001)
    expect(lines.slice(0, -1).map(({ id }) => id)).toEqual(Array.from({ length: 3000 }, (_, index) => `L-${index}`))
    expect(lines.at(-1)).toEqual({ summary: { events: 3000, accepted: 3000, refused: 0, retry: 0 } })
    expect((await intake.queue.lag()).messages).toBe(3000)
  })
})
