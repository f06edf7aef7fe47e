import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Bytes that wait for a client who reads slowly, besides those of the connection. */
const highWaterMark = 16 * 1024

/** Sends a body as it comes, at the pace of the client; it ends when the client goes. */
export const sendStream = (reply: FastifyReply, body: Response['body']): FastifyReply => {
  const stream = Readable.from(body as unknown as AsyncIterable<Uint8Array>, { objectMode: false, highWaterMark })
  reply.raw.once('close', () => stream.destroy())
  // A connection that were kept alive after the end would hold up a service that stops.
  return reply.header('connection', 'close').send(stream)
}
