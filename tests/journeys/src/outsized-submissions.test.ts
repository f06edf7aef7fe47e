import type { Hub } from '@hub/hub/hub.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
let hub: Hub
let client: ReturnType<typeof clientOf>
let recorded = 0

beforeAll(async () => {
  hub = await startOn(folder)
  client = clientOf(hub)
})
afterEach(async () => {
  recorded++
  const good = registration(`GOOD-${recorded}`, citizenNumberOf(recorded))
  expect(await client.settle(good)).toMatchObject({ state: 'RECORDED' })
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const batchType = 'application/cloudevents-batch+json'
const path = '/veteran-affairs/events'

/** Bytes in pieces, as a client sends a body whose length it does not know. */
const pieces = (count: number, size: number) => {
  const piece = new Uint8Array(size).fill(0x20)
  let sent = 0
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (sent++ < count) controller.enqueue(piece)
      else controller.close()
    },
  })
}

/** What a client that goes on sending is answered. */
const answerTo = async (body: NonNullable<RequestInit['body']>) => {
  const init = { method: 'POST', headers: { 'content-type': 'application/cloudevents+json' }, body, duplex: 'half' }
  const response = await fetch(hub.url + path, init as RequestInit)
  return [response.status, ((await response.json()) as { code: string }).code]
}

const tooLarge = [413, 'BODY_TOO_LARGE']

describe('a submission that is too large', () => {
  it('is refused as a batch of 100,000', async () => {
    const small = JSON.stringify({ specversion: '1.0', id: 'B-1' })
    const { status, body } = await client.post(path, batchType, `[${Array(100_000).fill(small).join(',')}]`)
    expect([status, body.code]).toEqual([413, 'TOO_MANY_EVENTS'])
    const large = JSON.stringify(registration('B-1', citizenNumberOf(900)))
    const whole = Buffer.from(`[${Array(100_000).fill(large).join(',')}]`)
    expect(await answerTo(whole)).toEqual(tooLarge)
  })

  it('is refused as a body of 100 MB, with its length told and without', async () => {
    expect(await answerTo(Buffer.alloc(100 * 1024 * 1024, 0x20))).toEqual(tooLarge)
    expect(await answerTo(pieces(100, 1024 * 1024))).toEqual(tooLarge)
  })

  it('is refused as an event over 64 KiB', async () => {
    const handledBy = Array.from({ length: 3000 }, () => ({ officialId: 'O-1001', duty: '经办' }))
    const { status } = await client.send(registration('X-1', citizenNumberOf(900), {}, { handledBy }))
    expect(status).toBe(422)
  })

  it('is refused as a line of 10 MB, and the lines around it are taken', async () => {
    const line = (order: number) => JSON.stringify(registration(`L-${order}`, citizenNumberOf(800 + order)))
    const long = `{"specversion":"1.0","id":"${'x'.repeat(10 * 1024 * 1024)}"}`
    const { status, text } = await client.post(
      path,
      'application/x-ndjson',
      `${line(1)}\n${long}\nnot json\n${line(2)}\n`,
    )
    expect(status).toBe(202)
    const answers = text
      .trim()
      .split('\n')
      .map((one) => JSON.parse(one) as Record<string, never>)
    expect(answers).toMatchObject([
      { line: 1, id: 'L-1', status: 'accepted' },
      { line: 2, status: 'refused', problem: { code: 'LINE_TOO_LONG' } },
      { line: 3, status: 'refused', problem: { code: 'NOT_JSON' } },
      { line: 4, id: 'L-2', status: 'accepted' },
      { summary: { events: 4, accepted: 2, refused: 2, retry: 0 } },
    ])
    for (const index of [0, 3])
      expect(await client.receipt(String(answers[index]?.receipt))).toMatchObject({ state: 'RECORDED' })
  })
})

describe('a query that is too large', () => {
  it('is refused: 50 deep, 1,000 aliases, 3,000 tokens', async () => {
    const deep = `{ ${'node(id: "x") { ... on Veteran { timeline { nodes { '.repeat(13)} id ${'} } } } '.repeat(13)} }`
    expect((await client.ask(deep)).codes).toContain('QUERY_TOO_LARGE')
    const aliases = Array.from({ length: 1000 }, (_, i) => `a${i}: __typename`).join(' ')
    expect((await client.ask(`{ ${aliases} }`)).codes).toContain('QUERY_TOO_LARGE')
    expect((await client.ask(`{ ${'__typename '.repeat(3000)} }`)).codes).toContain('QUERY_TOO_LARGE')
  })

  it('is refused with a cursor from elsewhere', async () => {
    await hub.visible()
    const page =
      '($after: String, $newest: Boolean) { events(first: 1, after: $after, newestFirst: $newest) { pageInfo { endCursor } } }'
    const { data } = await client.ask(`query${page}`, { newest: true })
    const after = (data as unknown as { events: { pageInfo: { endCursor: string } } }).events.pageInfo.endCursor
    expect((await client.ask(`query${page}`, { newest: true, after })).codes).toEqual([])
    expect((await client.ask(`query${page}`, { newest: false, after })).codes).toEqual(['CURSOR_MISMATCH'])
    expect((await client.ask(`query${page}`, { newest: true, after: 'abc' })).codes).toEqual(['CURSOR_MISMATCH'])
  })
})
