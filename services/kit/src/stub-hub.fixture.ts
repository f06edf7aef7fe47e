import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An event as a stub hub sees it. */
export type SentEvent = { id: string; source: string; replaces?: string; data: { reason?: string } }

/** An answer that a test puts in the place of a hub's. */
export type StubAnswer = { status: number; body: string | object; headers?: Record<string, string> }

/** The hub's own problem. */
export const hubProblem = (code: string, errors?: readonly object[]) => ({
  type: `urn:veterans-hub:problem:${code.toLowerCase().replaceAll('_', '-')}`,
  title: 'refused',
  titleZh: '被拒收',
  status: 422,
  detail: 'mend it',
  detailZh: '请改正',
  code,
  ...(errors ? { errors } : {}),
})

/** What an intake says of events that it takes. */
export const accepted = (events: readonly SentEvent[]) =>
  events.map(({ id, source }) => ({ id, status: 'accepted', receipt: `receipt:${source}#${id}` }))

/**
 * A hub without a store: it takes what comes and says that it is recorded, but where a test answers. `batch` and `receipts`
 * may be set at any time; they answer undefined for 'as usual', and `null` to break the connection.
 */
export const startStubHub = async () => {
  const stub = {
    url: '',
    batches: [] as SentEvent[][],
    inFlight: new Map<string, number>(),
    mostInFlight: 0,
    batch: (_events: readonly SentEvent[]): StubAnswer | null | undefined => undefined,
    receipts: (_tokens: readonly string[]): StubAnswer | null | undefined => undefined,
    stop: async () => {},
  }
  const usual = (path: string, body: string): StubAnswer | null => {
    if (path === '/receipts') {
      const { tokens } = JSON.parse(body) as { tokens: string[] }
      const answer = stub.receipts(tokens)
      if (answer !== undefined) return answer
      return { status: 200, body: { items: tokens.map(() => ({ state: 'RECORDED', position: 'p' })) } }
    }
    if (path.startsWith('/receipts/')) {
      const answer = stub.receipts([decodeURIComponent(path.slice('/receipts/'.length))])
      return answer === undefined ? { status: 200, body: { state: 'RECORDED' } } : answer
    }
    const events = JSON.parse(body) as SentEvent[]
    stub.batches.push(events)
    const answer = stub.batch(events)
    return answer === undefined ? { status: 202, body: { items: accepted(events) } } : answer
  }
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    stub.inFlight.set(path, (stub.inFlight.get(path) ?? 0) + 1)
    if (path.endsWith('/events')) stub.mostInFlight = Math.max(stub.mostInFlight, stub.inFlight.get(path) ?? 0)
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part
    const answer = usual(path, body)
    stub.inFlight.set(path, (stub.inFlight.get(path) ?? 1) - 1)
    if (!answer) return response.destroy()
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers })
    return response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  stub.stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return stub
}
