import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { requestRefusals } from '@hub/intake/request-refusals.ts'
import { httpRefusals, problem } from '@hub/runtime/problem.ts'
import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'

/** An invented citizen number for each order code. */
export const numberOf = (order: number): string =>
  completeCitizenNumber(`43030219680314${String(order).padStart(3, '0')}`)

export const deathHeadings = '编号,公民身份号码,死亡日期,死亡依据,证明编号,行政区划代码,经办人编号'
export const death = (order: number): string =>
  `M-${order},${numberOf(order % 1000)},2025-03-01,医学证明,SW-${order},430302,O-1001`
/** A sheet of deaths M-1, M-2 … */
export const manyDeaths = (count: number): string =>
  [deathHeadings, ...Array.from({ length: count }, (_, at) => death(at + 1))].join('\r\n')

export type BatchAnswer = 'take' | 'refuse-first' | 'unavailable' | 'too-large' | 'elsewhere'
export type ReceiptAnswer = Record<string, unknown> & ({ state: string } | { problem: object })

export type Bends = {
  /** What a request with events is answered; counted from 1. Default all taken. */
  events?: (request: number) => BatchAnswer
  /** What a receipt says; `asked` is how often this one has been asked for. Default recorded. */
  receipt?: (id: string, asked: number) => ReceiptAnswer
  /** The status of a request for receipts; counted from 1. Default 200. */
  receiptsStatus?: (request: number) => number
}

const erased = {
  pointer: '/data',
  code: 'PERSON_ERASED',
  message: 'erased',
  messageZh: '已销毁',
  whatToDo: '',
  whatToDoZh: '勿报',
}

/** An intake whose answers a test can bend; keeps the ids of every batch that it took. */
export const openBentDoor = async (bends: Bends = {}, port = 0) => {
  const batches: string[][] = []
  const asked = new Map<string, number>()
  let [eventRequests, receiptRequests, largest] = [0, 0, 0]

  const answerEvents = (body: string): [number, object] => {
    const how = bends.events?.(++eventRequests) ?? 'take'
    if (how === 'unavailable') return [503, {}]
    if (how === 'elsewhere') return [307, {}]
    const ids = (JSON.parse(body) as { id: string }[]).map(({ id }) => id)
    if (how === 'too-large' && ids.length > 60) return [413, problem(httpRefusals.BODY_TOO_LARGE)]
    batches.push(ids)
    const items = ids.map((id, at) =>
      how === 'refuse-first' && at === 0
        ? { id, status: 'refused', problem: problem(requestRefusals.EVENT_REFUSED, [erased]) }
        : { id, status: 'accepted', receipt: `receipt-${id}` },
    )
    return [202, { items }]
  }
  const answerReceipts = (body: string): [number, object] => {
    const status = bends.receiptsStatus?.(++receiptRequests) ?? 200
    if (status !== 200) return [status, {}]
    const { tokens } = JSON.parse(body) as { tokens: string[] }
    largest = Math.max(largest, tokens.length)
    const items = tokens.map((token) => {
      const times = (asked.get(token) ?? 0) + 1
      asked.set(token, times)
      return bends.receipt?.(token.slice('receipt-'.length), times) ?? { state: 'RECORDED' }
    })
    return [200, { items }]
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const answered = (): [number, object] => {
      if (request.method === 'GET') return [200, { items: [] }]
      return request.url?.endsWith('/receipts') ? answerReceipts(body) : answerEvents(body)
    }
    const [status, answer] = answered()
    // Where 'elsewhere' leads would take everything.
    const location = status === 307 ? { location: '/elsewhere/events' } : {}
    const headers = { 'content-type': 'application/json', 'retry-after': '1', ...location }
    response.writeHead(status, headers).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const listening = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${listening}`,
    port: listening,
    batches,
    /** How often a receipt was asked for, and how many at most at once. */
    asked,
    largest: () => largest,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
