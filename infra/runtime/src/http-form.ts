import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { finished } from 'node:stream/promises'
import type { Refusal } from '@hub/schemas/refusal.ts'
import { httpRefusals, problem, problemMediaType } from './problem.ts'

const valuesOf = (rawHeaders: readonly string[], name: string) =>
  rawHeaders.filter((_value, at) => at % 2 === 1 && rawHeaders[at - 1]!.toLowerCase() === name)

/**
 * What makes a request one that two readers would read in two ways, so that nothing of it is believed: a `Host` that is
 * missing or comes twice (RFC 9112, 3.2), two media types, a transfer coding that nobody has undone (RFC 9112, 6.1).
 */
export const unclearHeaders = ({ rawHeaders, headers, httpVersion }: IncomingMessage): Refusal | undefined => {
  // Node believes the first of several, others the last.
  const hosts = valuesOf(rawHeaders, 'host').length
  if (hosts > 1 || new Set(valuesOf(rawHeaders, 'content-type')).size > 1) return httpRefusals.HEADER_TWICE
  if (hosts === 0 && httpVersion === '1.1') return httpRefusals.BAD_REQUEST
  const coding = headers['transfer-encoding']
  return coding === undefined || coding.toLowerCase() === 'chunked' ? undefined : httpRefusals.TRANSFER_CODING
}

/** Of a connection its last request, and the answers that are not given whole, in their order. */
type Exchanges = { last: IncomingMessage; open: Map<ServerResponse, IncomingMessage> }

const refusalOfError = ({ code }: NodeJS.ErrnoException): Refusal => {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return httpRefusals.REQUEST_TIMEOUT
  return code === 'HPE_HEADER_OVERFLOW' ? httpRefusals.HEADERS_TOO_LARGE : httpRefusals.BAD_REQUEST
}

/** A whole answer as bytes, after which the connection is closed. */
const closingAnswer = (refusal: Refusal): string => {
  const body = JSON.stringify(problem(refusal))
  return [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    `Content-Type: ${problemMediaType}; charset=utf-8`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n')
}

/** How long a connection stays open for its other end to read the last answer, ms. */
const lingering = 1_000

/**
 * What a server answers where HTTP itself goes wrong, as a problem too. Answers to requests that came whole before are
 * given first: what was taken is never told as refused. Nothing is written into an answer that has begun.
 */
export const brokenRequests = () => {
  const connections = new WeakMap<Socket, Exchanges>()
  const broken = new WeakSet<Socket>()

  const follow = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    const exchanges = connections.get(socket) ?? { last: request, open: new Map() }
    exchanges.last = request
    exchanges.open.set(response, request)
    connections.set(socket, exchanges)
    response.once('close', () => exchanges.open.delete(response))
  }

  const onClientError = async (error: NodeJS.ErrnoException, socket: Socket) => {
    if (broken.has(socket)) return
    broken.add(socket)
    if (error.code === 'ECONNRESET' || socket.destroyed) return void socket.destroy()
    const { last, open } = connections.get(socket) ?? { open: new Map<ServerResponse, IncomingMessage>() }
    const answerOfLast = last && [...open].find(([, request]) => request === last)?.[0]
    const isCut = last !== undefined && !last.complete
    const whole = [...open.keys()].filter((response) => !isCut || response !== answerOfLast)
    await Promise.all(whole.map((response) => finished(response).catch(() => undefined)))
    const isAnswered = isCut && (answerOfLast === undefined || answerOfLast.headersSent)
    if (isAnswered || !socket.writable) return void socket.destroy()
    socket.end(closingAnswer(refusalOfError(error)))
    setTimeout(() => socket.destroy(), lingering).unref()
  }

  return {
    onClientError,
    /** Has a server answer so; `onClientError` is for its event `clientError`. */
    watch: (server: Server) => {
      server.prependListener('request', follow)
      server.on('checkExpectation', (_request, response: ServerResponse) => {
        const body = JSON.stringify(problem(httpRefusals.EXPECTATION))
        response.setHeader('content-type', `${problemMediaType}; charset=utf-8`)
        response.setHeader('content-length', Buffer.byteLength(body))
        response.writeHead(httpRefusals.EXPECTATION.status).end(body)
      })
      server.on('connect', (_request, socket: Socket) => socket.end(closingAnswer(httpRefusals.METHOD_NOT_ALLOWED)))
    },
  }
}
