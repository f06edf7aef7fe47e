import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type HubClient, openHubClient, type Trouble } from './hub-client.ts'
import { openOutbox } from './outbox.ts'
import { stopped } from './stopped-payment.fixture.ts'
import { accepted, hubProblem, type SentEvent, startStubHub } from './stub-hub.fixture.ts'

const source = '/departments/finance/treasury'
let folder = ''
let stub: Awaited<ReturnType<typeof startStubHub>>
let client: HubClient
const troubles: Trouble[] = []
const open = (url = stub.url) => {
  const opened = openHubClient({
    url,
    outbox: join(folder, 'outbox.db'),
    backoff: { firstMs: 5, mostMs: 20 },
    pollMs: 20,
    timeoutMs: 2_000,
  })
  opened.events.on('trouble', (trouble) => troubles.push(trouble))
  return opened
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-kit-'))
  stub = await startStubHub()
  troubles.length = 0
  client = open()
})
afterEach(async () => {
  await client.stop()
  await stub.stop()
  rmSync(folder, { recursive: true })
})
const settled = (id: string) => client.settled({ source, id })
/** Answers this first, and then as a hub does. */
const first = (
  ...answers: (ReturnType<typeof stub.batch> | ((events: readonly SentEvent[]) => ReturnType<typeof stub.batch>))[]
) => {
  stub.batch = (events) => {
    const answer = answers.shift()
    return typeof answer === 'function' ? answer(events) : answer
  }
}

describe('a client', () => {
  it('sends what is put in, in batches, and follows it until it is recorded', async () => {
    const ids = client.put(...Array.from({ length: 250 }, (_, index) => stopped(`P-${index}`)))
    for (const id of ids) expect(await settled(id)).toMatchObject({ state: 'recorded', position: 'p' })
    expect(stub.batches.map((batch) => batch.length)).toEqual([100, 100, 50])
    expect(stub.batches.flat().map(({ id }) => id)).toEqual(ids)
    expect(stub.mostInFlight).toBe(1)
  })

  it.each([
    ['a connection that breaks', null],
    ['503', { status: 503, body: hubProblem('UNAVAILABLE'), headers: { 'retry-after': '0' } }],
    ['429', { status: 429, body: '' }],
    ['500 of a proxy', { status: 500, body: '<html>' }],
    ['a page of a proxy with 200', { status: 200, body: '<html>welcome</html>' }],
    ['JSON of something else', { status: 202, body: { items: [{ id: 'other', status: 'accepted', receipt: 'r' }] } }],
    ['an item without a receipt', { status: 202, body: { items: [{ id: 'P-1', status: 'accepted' }] } }],
    ['items that are no objects', { status: 202, body: { items: [null] } }],
    ['too many items', { status: 202, body: { items: [{}, {}] } }],
    ['400 of a proxy', { status: 400, body: '<html>bad request</html>' }],
    ['a log-in page', { status: 302, body: '', headers: { location: '/login' } }],
    ['no route', { status: 404, body: hubProblem('NOT_FOUND') }],
    ['all of a batch to be sent again', { status: 503, body: { items: [{ id: 'P-1', status: 'retry' }] } }],
  ])('sends the same again after %s', async (_what, answer) => {
    first(answer, answer)
    client.put(stopped('P-1'))
    expect(await settled('P-1')).toMatchObject({ state: 'recorded', faults: [] })
    expect(stub.batches.length).toBe(3)
    expect(troubles.length).toBe(2)
    expect(JSON.stringify(troubles)).not.toMatch(/430302|领取人/)
  })

  it('waits as long as Retry-After says, in seconds or as a date', async () => {
    first({ status: 429, body: '', headers: { 'retry-after': '1' } })
    client.put(stopped('P-1'))
    const start = Date.now()
    await settled('P-1')
    expect(Date.now() - start).toBeGreaterThanOrEqual(990)
    expect(troubles).toMatchObject([{ source, status: 429, afterMs: 1000, waitMs: 1000 }])
  })

  it.each([202, 207, 422, 200])('reads what became of each event by the body, with status %i', async (status) => {
    const fault = {
      pointer: '/data/reason',
      code: 'FORMAT',
      message: 'm',
      messageZh: '中',
      whatToDo: 'w',
      whatToDoZh: '做',
    }
    first((events) => ({
      status,
      body: {
        items: [
          { ...accepted(events)[0], notices: [fault] },
          { id: 'P-2', status: 'refused', problem: hubProblem('EVENT_REFUSED', [fault]) },
          { id: 'P-3', status: 'retry', problem: hubProblem('UNAVAILABLE') },
        ],
      },
    }))
    client.put(stopped('P-1'), stopped('P-2'), stopped('P-3'))
    expect(await settled('P-1')).toMatchObject({ state: 'recorded', notices: [fault] })
    expect(await settled('P-2')).toMatchObject({ state: 'refused', faults: [fault] })
    expect(await settled('P-3')).toMatchObject({ state: 'recorded' })
    expect(stub.batches.map((batch) => batch.map(({ id }) => id))).toEqual([['P-1', 'P-2', 'P-3'], ['P-3']])
  })

  it.each([
    [413, 'BODY_TOO_LARGE'],
    [413, 'TOO_MANY_EVENTS'],
    [400, 'NUMBER_NOT_CARRIED'],
  ])(
    'halves a batch that is refused as a whole, by %i %s, until the event is found that is to blame',
    async (status, code) => {
      stub.batch = (events) => (events.some(({ id }) => id === 'P-5') ? { status, body: hubProblem(code) } : undefined)
      const ids = client.put(...Array.from({ length: 8 }, (_, index) => stopped(`P-${index}`)))
      for (const id of ids) expect(await settled(id)).toMatchObject({ state: id === 'P-5' ? 'refused' : 'recorded' })
      expect((await settled('P-5')).faults).toMatchObject([{ code, pointer: '' }])
      const taken = stub.batches.filter((batch) => batch.every(({ id }) => id !== 'P-5')).flat()
      expect(taken.map(({ id }) => id)).toEqual(ids.filter((id) => id !== 'P-5'))
    },
  )

  it('keeps what was rejected, with why, until it is sent again under another id', async () => {
    stub.receipts = (tokens) => ({
      status: 200,
      body: {
        items: tokens.map((token) =>
          token.endsWith('#P-1')
            ? { state: 'REJECTED', reason: 'ID_REUSED_WITH_OTHER_CONTENT', detail: 'd', detailZh: '中' }
            : { state: 'DUPLICATE', position: 'p' },
        ),
      },
    })
    client.put(stopped('P-1'))
    expect(await settled('P-1')).toMatchObject({
      state: 'rejected',
      faults: [{ code: 'ID_REUSED_WITH_OTHER_CONTENT', message: 'd', messageZh: '中' }],
    })
    client.sendAgain({ source, id: 'P-1' }, stopped('P-1b'))
    expect(await settled('P-1b')).toMatchObject({ state: 'duplicate', faults: [] })
    expect(client.entry({ source, id: 'P-1' })).toBeUndefined()
  })

  it('asks again for receipts while they are pending, over answers that are none, one by one where a hub has no other way', async () => {
    const answers = [
      null,
      { status: 200, body: '<html>' },
      { status: 200, body: { items: [] } },
      { status: 200, body: { items: [{ state: 'PENDING' }] } },
      { status: 200, body: { items: [null] } },
      { status: 200, body: { items: [{ state: 'WHATEVER' }] } },
      { status: 404, body: hubProblem('NOT_FOUND') },
      { status: 200, body: { state: 'PENDING' } },
      { status: 405, body: hubProblem('METHOD_NOT_ALLOWED') },
      { status: 200, body: { state: 'RECORDED', position: 'q' } },
    ]
    stub.receipts = () => answers.shift()
    client.put(stopped('P-1'))
    expect(await settled('P-1')).toMatchObject({ state: 'recorded', position: 'q' })
    expect(stub.batches.length).toBe(1)
  })

  it('sends again what a hub gave a receipt for and knows no more, and not for ever', async () => {
    stub.receipts = (tokens) => ({
      status: 200,
      body: {
        items: tokens.map((token) =>
          token.endsWith('#P-1') || stub.batches.length < 2
            ? { problem: hubProblem('RECEIPT_OF_ANOTHER_STORE') }
            : { state: 'RECORDED' },
        ),
      },
    })
    client.put(stopped('P-2'))
    expect(await settled('P-2')).toMatchObject({ state: 'recorded', faults: [] })
    expect(stub.batches.length).toBe(2)
    client.put(stopped('P-1'))
    expect(await settled('P-1')).toMatchObject({ state: 'refused', faults: [{ code: 'RECEIPT_OF_ANOTHER_STORE' }] })
    expect(stub.batches.length).toBe(2 + 5)
  })

  it('holds a correction until what it corrects is recorded', async () => {
    let recorded = false
    stub.receipts = (tokens) => ({
      status: 200,
      body: { items: tokens.map(() => ({ state: recorded ? 'RECORDED' : 'PENDING' })) },
    })
    client.put(stopped('P-1'), { ...stopped('P-2'), replaces: `${source}#P-1` })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(stub.batches.flat().map(({ id }) => id)).toEqual(['P-1'])
    recorded = true
    await settled('P-2')
    expect(stub.batches.flat().map(({ id }) => id)).toEqual(['P-1', 'P-2'])
  })

  it('lets one source wait while another is sent', async () => {
    stub.batch = (events) => (events[0]?.source === source ? { status: 503, body: '' } : undefined)
    const other = '/departments/finance/bank'
    client.put(stopped('P-1'))
    client.put({ ...stopped('P-1'), source: other })
    await client.settled({ source: other, id: 'P-1' })
    expect(client.entry({ source, id: 'P-1' })?.state).toBe('waiting')
  })

  it('sends what another process has put in', async () => {
    const other = openOutbox(join(folder, 'outbox.db'))
    other.put(stopped('P-1'))
    other.close()
    expect(await settled('P-1')).toMatchObject({ state: 'recorded' })
  })

  it('tells every change, and goes on where one was after a restart', async () => {
    client.put(stopped('P-1'))
    let after = 0
    for await (const entry of client.changes()) {
      after = entry.change
      if (entry.state === 'recorded') break
    }
    client.put(stopped('P-2'))
    await settled('P-2')
    await client.stop()
    client = open()
    const seen: string[] = []
    const abort = new AbortController()
    for await (const entry of client.changes({ after, signal: abort.signal })) {
      seen.push(`${entry.id} ${entry.state}`)
      abort.abort()
    }
    expect(seen).toEqual(['P-2 recorded'])
  })

  it('keeps everything while there is no hub, and ends in order all the same', async () => {
    await client.stop()
    client = open('http://127.0.0.1:9')
    client.put(stopped('P-1'))
    const waiting = settled('P-1').catch((error: Error) => error.message)
    await expect.poll(() => troubles.length).toBeGreaterThan(2)
    expect(troubles[0]).toMatchObject({ source, status: 0 })
    await client.stop()
    await client.stop()
    expect(await waiting).toMatch(/stopped/)
    client = open()
    expect(await settled('P-1')).toMatchObject({ state: 'recorded' })
  })

  it('does not send from an outbox that another sends from', () => {
    expect(() => open()).toThrow(/another process sends/)
  })
})
