import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What stands in front of a sandbox's hub. */
export type SandboxDoor = {
  url: string
  close(): Promise<void>
}

export type DoorOptions = {
  host: string
  port: number
  /** Where the hub of now answers. */
  hub: () => string
  /** Begins anew; resolves when the new hub answers. */
  reset: () => Promise<void>
  /** Told when somebody sets the clock. */
  onClock: () => void
  /** What a sandbox tells of itself. */
  about: () => object
}

/** On every answer of a sandbox, and on none of any other hub. */
export const sandboxHeader = 'hub-sandbox'

const json = (response: ServerResponse, status: number, body: object) => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', [sandboxHeader]: 'true' })
  response.end(JSON.stringify(body))
}

const passOn = (hub: string, from: IncomingMessage, to: ServerResponse): void => {
  const { method = 'GET', headers, url: path = '/' } = from
  // Else a whole address in the request line would lead anywhere.
  if (!path.startsWith('/')) {
    json(to, 400, { sandbox: true, message: 'a path is needed' })
    return
  }
  const { hostname, port } = new URL(hub)
  const onward = request({ hostname, port, path, method, headers }, (answer) => {
    const raw = answer.rawHeaders.flatMap((text, index) =>
      index % 2 === 0 ? [[text, answer.rawHeaders[index + 1]!]] : [],
    )
    to.writeHead(answer.statusCode ?? 502, [...raw, [sandboxHeader, 'true']].flat())
    answer.pipe(to)
    answer.on('error', () => to.destroy())
  })
  onward.on('error', () => (to.headersSent ? to.destroy() : json(to, 503, { sandbox: true, status: 'resetting' })))
  to.on('close', () => onward.destroy())
  from.pipe(onward)
}

/** The hub's own answer of its health, with the word that it is a sandbox. */
const answerHealth = async (hub: string, path: string, response: ServerResponse): Promise<void> => {
  try {
    const answer = await fetch(new URL(path, hub))
    json(response, answer.status, { ...((await answer.json()) as object), sandbox: true })
  } catch {
    json(response, 503, { status: 'not ready', sandbox: true })
  }
}

const answering = (options: DoorOptions) => async (from: IncomingMessage, to: ServerResponse) => {
  const [path = '/'] = (from.url ?? '/').split('?')
  if (path === '/sandbox/reset' && from.method === 'POST') {
    from.resume()
    try {
      await options.reset()
      return json(to, 200, options.about())
    } catch (error) {
      return json(to, 500, { sandbox: true, message: error instanceof Error ? error.message : String(error) })
    }
  }
  if (path === '/sandbox' && from.method === 'GET') return json(to, 200, options.about())
  if (path.startsWith('/health/') && from.method === 'GET') return answerHealth(options.hub(), path, to)
  if (path === '/clock' && from.method === 'PUT') options.onClock()
  return passOn(options.hub(), from, to)
}

const listening = (server: Server, host: string, port: number) =>
  new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const { address, family, port: taken } = server.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`)
    })
  })

/**
 * Opens the door of a sandbox: it passes everything on to the hub of now, and has what only a sandbox has: `GET /sandbox`,
 * `POST /sandbox/reset`, a header and a word in `/health` that say so. A hub without this door has none of it.
 */
export const openSandboxDoor = async (options: DoorOptions): Promise<SandboxDoor> => {
  const answer = answering(options)
  const server = createServer((from, to) => void answer(from, to))
  const url = await listening(server, options.host, options.port)
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        // What follows for ever, such as a subscription, ends with the sandbox.
        setTimeout(() => server.closeAllConnections(), 1_000).unref()
      }),
  }
}
