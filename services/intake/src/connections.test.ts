import { type AddressInfo, connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from '@hub/broker/broker.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSampleIntake, sampleEvent } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
let port: number
const published: Message[] = []
/** How long the queue takes to have an event, ms. */
let slow = 0
beforeAll(async () => {
  intake = await openSampleIntake({
    publish: async (messages) => {
      await pause(slow)
      published.push(...messages)
    },
  })
  await intake.http.listen({ host: '127.0.0.1', port: 0 })
  port = (intake.http.server.address() as AddressInfo).port
})
afterAll(() => intake.close())
beforeEach(() => {
  published.length = 0
  slow = 0
})

type Answer = { status: number; headers: Record<string, string>; text: string; body: Record<string, unknown> }

/** The answers of a connection, one after another; of a chunked one the chunks as they came. */
const answersIn = (bytes: Buffer): Answer[] => {
  const answers: Answer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\r\n\r\n', at)
    if (end < 0) throw new Error(`no answer: ${bytes.subarray(at)}`)
    const [first = '', ...lines] = bytes.subarray(at, end).toString('latin1').split('\r\n')
    const headers = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    )
    const status = Number(first.split(' ')[1])
    const length = headers['content-length'] ?? (headers['transfer-encoding'] ? bytes.length - end - 4 : 0)
    const text = bytes.subarray(end + 4, end + 4 + Number(length)).toString('utf8')
    const isJson = /json;/.test(headers['content-type'] ?? '') && headers['content-length'] !== undefined && text !== ''
    answers.push({ status, headers, text, body: isJson ? JSON.parse(text) : {} })
    at = end + 4 + Number(length)
  }
  return answers
}

type Piece = string | Buffer | number

/** The answers so far; undefined while one of them has not come whole. */
const answersSoFar = (came: readonly Buffer[]) => {
  try {
    return answersIn(Buffer.concat(came)).filter(({ status }) => status !== 100)
  } catch {
    return undefined
  }
}

/**
 * Sends pieces over a connection of their own, waiting where a number stands; then so many answers, or those until it is
 * closed. `cut` closes the sending side behind the pieces.
 */
const talk = async (pieces: readonly Piece[], { count = 1, cut = false } = {}): Promise<Answer[]> => {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  const came: Buffer[] = []
  const done = new Promise<void>((resolve) => {
    socket.on('error', () => undefined).once('end', resolve)
    socket.once('close', () => resolve())
    socket.on('data', (piece) => {
      came.push(piece)
      if (!cut && (answersSoFar(came)?.length ?? 0) >= count) resolve()
    })
  })
  for (const piece of pieces)
    if (typeof piece === 'number') await pause(piece)
    else await new Promise((resolve) => socket.write(piece, resolve))
  if (cut) socket.end()
  await done
  socket.destroy()
  return answersSoFar(came) ?? []
}

const structured = 'content-type: application/cloudevents+json'
const lengthOf = (body: string | Buffer) => `content-length: ${Buffer.byteLength(body)}`
const chunked = 'transfer-encoding: chunked'
const chunk = (text: string | Buffer) =>
  Buffer.concat([Buffer.from(`${Buffer.byteLength(text).toString(16)}\r\n`), Buffer.from(text), Buffer.from('\r\n')])
const lastChunk = '0\r\n\r\n'

const head = (lines: readonly string[], first = 'POST /civil-affairs/events HTTP/1.1') =>
  Buffer.from(`${[first, ...(first.endsWith('1.1') ? ['host: hub'] : []), ...lines].join('\r\n')}\r\n\r\n`, 'latin1')
const eventText = (id: string) => JSON.stringify(sampleEvent({ id }))
const post = (id: string, ...more: string[]) => {
  const body = eventText(id)
  return Buffer.concat([head([structured, lengthOf(body), ...more]), Buffer.from(body)])
}

const told = (answers: readonly Answer[]) => answers.map(({ status, body }) => [status, body.id ?? body.code])
const ids = () => published.map(({ headers }) => headers.ce_id)

describe('a connection', () => {
  const body = eventText('C-1')
  const taken = [[202, 'C-1']]

  it.each<[string, readonly Piece[]]>([
    ['of HTTP/1.0 with its length', [head([structured, lengthOf(body)], 'POST /civil-affairs/events HTTP/1.0'), body]],
    ['that asks first', [head([structured, lengthOf(body), 'expect: 100-continue']), 50, body]],
    [
      'in chunks of one byte',
      [head([structured, chunked]), ...[...Buffer.from(body)].map((byte) => chunk(Buffer.from([byte]))), lastChunk],
    ],
    [
      'in pieces that part letters',
      [head([structured, lengthOf(body)]), ...[...Buffer.from(body)].map((byte) => Buffer.from([byte]))],
    ],
    ['with trailers, which are no attributes', [head([structured, chunked]), chunk(body), '0\r\nce-id: X\r\n\r\n']],
    [
      'with a mark of byte order',
      [head([structured, `content-length: ${Buffer.byteLength(body) + 3}`]), '\ufeff', body],
    ],
    ['with one media type twice', [head([structured, structured, lengthOf(body)]), body]],
    ['that offers HTTP/2', [head([structured, lengthOf(body), 'connection: upgrade', 'upgrade: h2c']), body]],
  ])('%s is read', async (_name, pieces) => {
    expect(told(await talk(pieces))).toEqual(taken)
    expect(ids()).toEqual(['C-1'])
  })

  const binary = (...lines: string[]) => {
    const { data, ...attributes } = sampleEvent()
    const said = Object.entries(attributes).flatMap(([name, value]) => (name === 'id' ? [] : [`ce-${name}: ${value}`]))
    const text = JSON.stringify(data)
    return [head(['content-type: application/json', lengthOf(text), ...said, ...lines]), text]
  }
  it.each<[number, string, string, readonly Piece[]]>([
    [411, 'LENGTH_REQUIRED', 'without a length', [head([structured]), 50]],
    [
      411,
      'LENGTH_REQUIRED',
      'of HTTP/1.0 without a length',
      [head([structured], 'POST /civil-affairs/events HTTP/1.0'), body],
    ],
    [400, 'BAD_REQUEST', 'cut in its body', [head([structured, lengthOf(body)]), body.slice(0, 80)]],
    [400, 'BAD_REQUEST', 'cut in a chunk', [head([structured, chunked]), chunk(body).subarray(0, 80)]],
    [400, 'BAD_REQUEST', 'cut before its last chunk', [head([structured, chunked]), chunk(body)]],
    [400, 'BAD_REQUEST', 'with a chunk that has no size', [head([structured, chunked]), `zz\r\n${body}\r\n`]],
    [
      400,
      'BAD_REQUEST',
      'with a length and chunks',
      [head([structured, chunked, lengthOf(body)]), chunk(body), lastChunk],
    ],
    [400, 'BAD_REQUEST', 'with two lengths', [head([structured, lengthOf(body), 'content-length: 5']), body]],
    [400, 'BAD_REQUEST', 'with a header folded over two lines', binary('ce-id: C\r\n 1')],
    [400, 'BAD_REQUEST', 'with a control character in a header', binary('ce-id: C\x011')],
    [
      400,
      'BAD_REQUEST',
      'without a host',
      [`POST /civil-affairs/events HTTP/1.1\r\n${structured}\r\n${lengthOf(body)}\r\n\r\n`, body],
    ],
    [400, 'HEADER_TWICE', 'with two hosts', [head([structured, 'host: other', lengthOf(body)]), body]],
    [
      400,
      'HEADER_TWICE',
      'with two media types',
      [head([structured, 'content-type: application/json', lengthOf(body)]), body],
    ],
    [417, 'EXPECTATION', 'that expects another thing', [head([structured, 'expect: 200', lengthOf(body)])]],
    [422, 'EVENT_REFUSED', 'with an id in Latin-1', binary('ce-id: Jos\xe9')],
    [422, 'EVENT_REFUSED', 'with two ids', binary('ce-id: C-1', 'CE-ID: C-1')],
    [431, 'HEADERS_TOO_LARGE', 'with headers of 70 KB', [head([`x-a: ${'a'.repeat(70_000)}`])]],
    [
      501,
      'TRANSFER_CODING',
      'in a coding of its transfer',
      [head([structured, 'transfer-encoding: gzip, chunked']), chunk(body), lastChunk],
    ],
    [400, 'BAD_REQUEST', 'of TLS', [Buffer.from('1603010200010001fc0303', 'hex')]],
  ])('is answered by %i %s %s, and leaves nothing', async (status, code, name, pieces) => {
    const answers = await talk(pieces, { cut: name.startsWith('cut') })
    expect(told(answers)[0]).toEqual([status, code])
    expect(answers[0]!.headers['content-type']).toMatch('application/problem+json')
    expect(ids()).toEqual([])
  })

  it('is told what was taken before it breaks, and only then why it breaks', async () => {
    slow = 100
    for (const garbage of ['GARBAGE\r\n\r\n', head([structured, 'content-length: x']), 'POST / HTTP/9.9\r\n\r\n']) {
      published.length = 0
      expect(told(await talk([post('P-1'), post('P-2'), garbage], { count: 3 }))).toEqual([
        [202, 'P-1'],
        [202, 'P-2'],
        [400, 'BAD_REQUEST'],
      ])
      expect(ids()).toEqual(['P-1', 'P-2'])
    }
    expect(told(await talk([post('P-3'), post('P-4').subarray(0, -5)], { cut: true }))).toEqual([
      [202, 'P-3'],
      [400, 'BAD_REQUEST'],
    ])
  })

  it('has its answers in the order of its requests', async () => {
    const refused = Buffer.concat([head(['content-type: text/csv', lengthOf(body)]), Buffer.from(body)])
    expect(told(await talk([post('P-1'), refused, post('P-2')], { count: 3 }))).toEqual([
      [202, 'P-1'],
      [415, 'MEDIA_TYPE'],
      [202, 'P-2'],
    ])
  })

  it('that is cut while lines come has no summary, and nothing foreign in its answers', async () => {
    const lines = head(['content-type: application/x-ndjson', chunked])
    const [answer, ...others] = await talk(
      [lines, chunk(`${eventText('L-1')}\n${eventText('L-2').slice(0, 80)}`), 100],
      {
        cut: true,
      },
    )
    expect(others).toEqual([])
    expect(answer!.status).toBe(202)
    expect(answer!.text).toContain('"id":"L-1","status":"accepted"')
    expect(answer!.text).not.toMatch(/HTTP\/1\.1|summary/)
    expect(ids()).toEqual(['L-1'])
  })

  it.each(['HEAD', 'OPTIONS', 'GET', 'PUT', 'TRACE'])('%s is told which method there is', async (method) => {
    const [answer] = await talk([head([], `${method} /civil-affairs/events HTTP/1.1`)])
    expect([answer!.status, answer!.headers.allow]).toEqual([405, 'POST'])
    expect(answer!.text === '').toBe(method === 'HEAD')
  })
})
