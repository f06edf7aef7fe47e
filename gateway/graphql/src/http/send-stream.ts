import type { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'

/** Sends a stream as it comes, at the pace of the client; it ends when the client goes. */
export const sendStream = (reply: FastifyReply, stream: Readable): FastifyReply => {
  reply.raw.once('close', () => stream.destroy())
  // A connection kept alive after the end would hold up a service that stops.
  return reply.header('connection', 'close').send(stream)
}
