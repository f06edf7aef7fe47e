import { Readable } from 'node:stream'
import type { ExecutionResult, GraphQLError } from 'graphql'
import { type FetchAPI, isAsyncIterable, type Plugin } from 'graphql-yoga'

/** A comment that keeps the line open; also the first bytes, for which some browsers wait. */
const heartbeat = ':\n\n'

/** Most bytes buffered for a client that reads slowly, besides the buffers of the connection. */
const highWaterMark = 16 * 1024

const saidOf = (error: GraphQLError) => {
  const { extensions = {}, ...members } = error.toJSON()
  // `http` tells the server how to send the answer; clients are not shown it.
  const { http: _http, ...shown } = extensions
  return { ...members, extensions: shown }
}

const messages = new WeakMap<ExecutionResult, Buffer>()

/** A result as a message of the stream; written once for all subscribers who are given the same result. */
const messageOf = (result: ExecutionResult): Buffer => {
  const written = messages.get(result)
  if (written) return written
  const shown = result.errors ? { ...result, errors: result.errors.map(saidOf) } : result
  const message = Buffer.from(`event: next\ndata: ${JSON.stringify(shown)}\n\n`)
  messages.set(result, message)
  return message
}

/** Results as server-sent events, each read when the one before has been taken. */
const eventStream = (results: AsyncIterable<ExecutionResult>, heartbeatMs: number): Readable => {
  const iterator = results[Symbol.asyncIterator]()
  let reading = false
  const take = async () => {
    const { value, done } = await iterator.next()
    reading = false
    if (value) stream.push(messageOf(value))
    if (!done) return
    clearInterval(beating)
    stream.push('event: complete\ndata:\n\n')
    stream.push(null)
  }
  const stream = new Readable({
    highWaterMark,
    read: () => {
      if (reading) return
      reading = true
      take().catch((error) => stream.destroy(error))
    },
    destroy: (error, done) => {
      clearInterval(beating)
      Promise.resolve(iterator.return?.()).then(
        () => done(error),
        () => done(error),
      )
    },
  })
  stream.push(heartbeat)
  const beating = setInterval(() => {
    if (stream.readableLength === 0) stream.push(heartbeat)
  }, heartbeatMs)
  return stream
}

/** The stream as the body of a fetch answer. It reads nothing until the body is read: the server sends the stream itself. */
const webStream = (stream: Readable, { ReadableStream }: FetchAPI) => {
  const chunks: AsyncIterator<Uint8Array> = stream[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { value, done } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: () => void stream.destroy(),
    },
    { highWaterMark: 0 },
  )
}

const streams = new WeakMap<Response, Readable>()

/** The stream that is the body of an answer, if it is one. */
export const streamOf = (response: Response): Readable | undefined => streams.get(response)

/** Sends the results of a subscription as server-sent events (GraphQL over SSE, distinct connections). */
export const useEventStream = (heartbeatMs: number): Plugin => ({
  onResultProcess: ({ result, resultProcessor, setResultProcessor }) => {
    // Yoga gives no processor where the client does not accept an event stream.
    if (!isAsyncIterable(result) || !resultProcessor) return
    setResultProcessor((results, fetchAPI) => {
      const stream = eventStream(results as AsyncIterable<ExecutionResult>, heartbeatMs)
      const response = new fetchAPI.Response(webStream(stream, fetchAPI), {
        headers: {
          'content-type': 'text/event-stream',
          connection: 'keep-alive',
          'cache-control': 'no-cache',
          'content-encoding': 'none',
        },
      })
      streams.set(response, stream)
      return response
    }, 'text/event-stream')
  },
})
