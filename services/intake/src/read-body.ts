import { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { httpRefusals } from '@hub/runtime/problem.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import { type Coding, decoded, Inflated, NotDecoded } from './content-coding.ts'
import { requestRefusals } from './request-refusals.ts'

/** Most bytes of a body that is not NDJSON, as it comes and unpacked. */
export const maxBodyBytes = 8 * 1024 * 1024

/** Why a body could not be unpacked; undefined for errors of another kind. */
export const refusalOfBody = (error: unknown): Refusal | undefined => {
  if (error instanceof NotDecoded) return requestRefusals.BODY_NOT_DECODED
  return error instanceof Inflated ? httpRefusals.BODY_TOO_LARGE : undefined
}

/** The bytes of a body as they come, unpacked. */
export const streamOfBody = (request: IncomingMessage, coding: Coding | undefined): Readable =>
  coding === undefined ? request : decoded(request, coding)

const gather = (stream: Readable): Promise<Buffer | undefined> =>
  new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let bytes = 0
    stream.on('data', (piece: Buffer) => {
      bytes += piece.length
      if (bytes <= maxBodyBytes) return void pieces.push(piece)
      pieces.length = 0
      resolve(undefined)
      // What is unpacked goes no further; the request itself is read on, for its sender to see the answer.
      if (!(stream instanceof IncomingMessage)) stream.destroy()
    })
    stream.on('end', () => resolve(Buffer.concat(pieces)))
    stream.on('error', reject)
    stream.on('close', () => resolve(undefined))
  })

/** A whole body, unpacked, or why it isn't taken. */
export const wholeBody = async (
  request: IncomingMessage,
  coding: Coding | undefined,
): Promise<{ bytes: Buffer } | { refused: Refusal }> => {
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return { refused: httpRefusals.BODY_TOO_LARGE }
  try {
    const bytes = await gather(streamOfBody(request, coding))
    return bytes ? { bytes } : { refused: httpRefusals.BODY_TOO_LARGE }
  } catch (error) {
    const refused = refusalOfBody(error)
    if (refused) return { refused }
    // The sender has gone away in the middle of it; nobody reads the answer.
    if (request.destroyed) return { refused: httpRefusals.BAD_REQUEST }
    throw error
  }
}

/** A stream whose first bytes have come, or why they could not be unpacked. */
export const startedStream = async (stream: Readable): Promise<AsyncIterable<Buffer> | { refused: Refusal }> => {
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  try {
    const first = await pieces.next()
    return {
      async *[Symbol.asyncIterator]() {
        if (first.done) return
        yield first.value
        yield* { [Symbol.asyncIterator]: () => pieces }
      },
    }
  } catch (error) {
    return { refused: refusalOfBody(error) ?? httpRefusals.BAD_REQUEST }
  }
}
