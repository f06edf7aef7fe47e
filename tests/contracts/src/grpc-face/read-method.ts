import { once } from 'node:events'
import streams, { type ReadReq, type ReadResp } from '@eventstore/db-client/generated/streams_pb.js'
import grpc, { type ServerWritableStream } from '@grpc/grpc-js'
import type { EventLog, LogEvent } from './event-log.ts'
import { readResponse } from './recorded-event.ts'

type Call = ServerWritableStream<ReadReq, ReadResp>
type Accepts = (event: LogEvent) => boolean

const page = 100
/** Live messages that wait for a subscriber; one more, and it is dropped. */
const liveBuffer = 32

const fail = (call: Call, code: number, details: string) => {
  if (!call.destroyed) call.emit('error', { code, details })
}

/** Writes when the client has room; false when it has gone. */
const write = async (call: Call, response: ReadResp): Promise<boolean> => {
  if (call.cancelled || call.destroyed) return false
  if (call.write(response)) return true
  const gone = new AbortController()
  const leave = () => gone.abort()
  call.once('cancelled', leave)
  await once(call, 'drain', { signal: gone.signal }).catch(() => undefined)
  call.off('cancelled', leave)
  return !call.cancelled
}

const filterOf = (options: ReadReq.Options): Accepts => {
  const filter = options.getFilter()
  if (!filter) return () => true
  const expression = filter.getStreamIdentifier() ?? filter.getEventType()
  const prefixes = expression?.getPrefixList() ?? []
  const regex = new RegExp(expression?.getRegex() || '^')
  const subject = (event: LogEvent) => (filter.hasStreamIdentifier() ? event.stream : event.type)
  return (event) =>
    prefixes.length > 0 ? prefixes.some((prefix) => subject(event).startsWith(prefix)) : regex.test(subject(event))
}

const readStream = async (log: EventLog, call: Call, options: ReadReq.Options) => {
  const from = options.getStream()!
  const stream = Buffer.from(from.getStreamIdentifier()!.getStreamName_asU8()).toString('utf8')
  const direction =
    options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS ? 'forwards' : 'backwards'
  if (log.readStream(stream, 'forwards', 0, 1).length === 0) {
    const notFound = new streams.ReadResp.StreamNotFound()
    notFound.setStreamIdentifier(from.getStreamIdentifier())
    const response = new streams.ReadResp()
    response.setStreamNotFound(notFound)
    await write(call, response)
    return
  }
  let next = from.hasRevision() ? Number(from.getRevision()) : from.hasEnd() ? Number.MAX_SAFE_INTEGER : 0
  for (let left = Number(options.getCount()); left > 0; ) {
    const events = log.readStream(stream, direction, next, Math.min(page, left))
    for (const event of events) if (!(await write(call, readResponse(event)))) return
    const last = events.at(-1)
    if (!last || (direction === 'backwards' && last.revision === 0)) return
    next = last.revision + (direction === 'forwards' ? 1 : -1)
    left -= events.length
  }
}

/** Where a read of everything begins, and that its event is not included; undefined where no record begins. */
const startOf = (log: EventLog, options: ReadReq.Options): number | undefined => {
  const all = options.getAll()!
  if (all.hasStart()) return 0
  if (all.hasEnd()) return Number.MAX_SAFE_INTEGER
  const [commit, prepare] = [
    Number(all.getPosition()!.getCommitPosition()),
    Number(all.getPosition()!.getPreparePosition()),
  ]
  return commit === prepare && log.isBoundary(commit) ? commit : undefined
}

const readAll = async (log: EventLog, call: Call, options: ReadReq.Options) => {
  const start = startOf(log, options)
  if (start === undefined) return fail(call, grpc.status.UNKNOWN, 'Unexpected ReadAllResult: Error')
  const forwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS
  // Forwards the event at the position is the first one.
  let next = forwards ? Math.max(start - 1, 0) : start
  const accepts = filterOf(options)
  for (let left = Number(options.getCount()); left > 0; ) {
    const events = log.readAll(forwards ? 'forwards' : 'backwards', next, Math.min(page, left))
    const last = events.at(-1)
    if (!last) return
    for (const event of events) if (accepts(event) && !(await write(call, readResponse(event)))) return
    next = last.at
    left -= events.length
  }
}

/** Old events from the log first, then live ones as they come, through a buffer that a slow reader overflows. */
const subscribe = async (log: EventLog, call: Call, options: ReadReq.Options, subscriptions: Set<Call>) => {
  const start = startOf(log, options)
  if (start === undefined) return fail(call, grpc.status.UNKNOWN, 'Unexpected ReadAllResult: Error')
  const accepts = filterOf(options)
  const confirmation = new streams.ReadResp.SubscriptionConfirmation()
  confirmation.setSubscriptionId(crypto.randomUUID())
  const confirmed = new streams.ReadResp()
  confirmed.setConfirmation(confirmation)
  if (!(await write(call, confirmed))) return
  let at = start === Number.MAX_SAFE_INTEGER ? log.end() : start
  let scanned = 0
  while (at < log.end()) {
    const events = log.readAll('forwards', at, page)
    for (const event of events) {
      if (accepts(event)) {
        if (!(await write(call, readResponse(event)))) return
      } else if (++scanned % (options.getFilter()?.getMax() || 1_000) === 0) {
        if (!(await write(call, checkpointAt(event.at)))) return
      }
      at = event.at
    }
  }
  const waiting: LogEvent[] = []
  let wake = () => {}
  let slow = false
  const leave = log.onWritten((events) => {
    waiting.push(...events.filter(accepts))
    slow ||= waiting.length > liveBuffer
    wake()
  })
  call.once('cancelled', () => wake())
  subscriptions.add(call)
  try {
    while (!call.cancelled && !slow) {
      const event = waiting.shift()
      if (event) {
        if (!(await write(call, readResponse(event)))) return
      } else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
    if (slow)
      fail(
        call,
        grpc.status.ABORTED,
        'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
      )
  } finally {
    leave()
    subscriptions.delete(call)
  }
}

const checkpointAt = (at: number): ReadResp => {
  const checkpoint = new streams.ReadResp.Checkpoint()
  checkpoint.setCommitPosition(String(at))
  checkpoint.setPreparePosition(String(at))
  const response = new streams.ReadResp()
  response.setCheckpoint(checkpoint)
  return response
}

/** Reads of a stream and of everything, and subscriptions. `subscriptions` holds those that are live. */
export const readMethod = (log: EventLog, subscriptions: Set<Call>) => async (call: Call) => {
  call.on('error', () => undefined)
  const options = call.request.getOptions()!
  if (options.hasStream()) await readStream(log, call, options)
  else if (options.hasSubscription()) await subscribe(log, call, options, subscriptions)
  else await readAll(log, call, options)
  if (!call.destroyed) call.end()
}

/** What a server says to its subscribers when it is stopped. */
export const endSubscriptions = (subscriptions: ReadonlySet<Call>): void => {
  for (const call of subscriptions) fail(call, grpc.status.INTERNAL, 'the server is stopping')
}
export type { Call as ReadCall }
