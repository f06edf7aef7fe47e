import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Pool } from 'undici'

/** One address in front of the services, as a reverse proxy is in a real place. */
export type Front = { url: string; stop(): Promise<void> }

export type FrontRoutes = {
  /** Origin by the first part of a path. */
  byPath: Readonly<Record<string, string>>
  /** Services with a clock: a `PUT /clock` goes to all of them. */
  clocks: readonly string[]
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** Starts it on a port, 0 for a free one. */
export const startFront = async ({ byPath, clocks }: FrontRoutes, port: number): Promise<Front> => {
  const pools = new Map<string, Pool>()
  const poolOf = (origin: string) => {
    const pool = pools.get(origin) ?? new Pool(origin, { connections: 16 })
    pools.set(origin, pool)
    return pool
  }
  const forward = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/'
    const first = path.split(/[/?]/)[1] ?? ''
    const origins = first === 'clock' ? clocks : [byPath[first]].filter((origin) => origin !== undefined)
    if (origins.length === 0) return response.writeHead(404).end()
    const { host: _, connection: __, 'transfer-encoding': ___, 'content-length': ____, ...headers } = request.headers
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : await bodyOf(request)
    const method = request.method as 'GET'
    const answers = await Promise.all(origins.map((origin) => poolOf(origin).request({ method, path, headers, body })))
    const [answer, ...others] = answers
    for (const one of others) await one.body.dump()
    const { 'transfer-encoding': _____, connection: ______, ...told } = answer!.headers
    response.writeHead(answer!.statusCode, told as Record<string, string>)
    answer!.body.pipe(response)
    return response
  }
  const server = createServer((request, response) => {
    forward(request, response).catch(() => response.headersSent || response.writeHead(502).end())
  })
  // The city keeps its connections: one that is closed as a request comes would lose it.
  server.keepAliveTimeout = 0
  server.listen(port, '127.0.0.1')
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  })
  const { port: listening } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${listening}`,
    stop: async () => {
      server.closeAllConnections()
      server.close()
      for (const pool of pools.values()) await pool.destroy()
    },
  }
}
