import shared from '@eventstore/db-client/generated/shared_pb.js'
import status from '@eventstore/db-client/generated/status_pb.js'
import streams, {
  type AppendReq,
  type AppendResp,
  type BatchAppendReq,
  type BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js'
import grpc, { type ServerDuplexStream, type ServerReadableStream, type sendUnaryData } from '@grpc/grpc-js'
import type { NewEvent } from '@hub/event-store/event-store.ts'
import any from 'google-protobuf/google/protobuf/any_pb.js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import { type EventLog, type Expected, type LogAnswer, type LogWrite, maxAppendSize } from './event-log.ts'
import { octets } from './other-peoples-events.ts'

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

const proposedEvent = (message: BatchAppendReq.ProposedMessage | AppendReq.ProposedMessage): NewEvent => {
  const metadata = message.getMetadataMap()
  const isJson = metadata.get('content-type') === 'application/json'
  return {
    id: message.getId()?.getString() ?? '',
    type: String(metadata.get('type') ?? ''),
    data: isJson ? textOf(message.getData_asU8()) : octets + message.getData_asB64(),
    metadata: textOf(message.getCustomMetadata_asU8()),
  }
}

const expectedOfBatch = (options: BatchAppendReq.Options): Expected => {
  if (options.hasNoStream()) return 'no-stream'
  if (options.hasAny()) return 'any'
  return options.hasStreamExists() ? 'stream-exists' : Number(options.getStreamPosition())
}

const expectedOfUnary = (options: AppendReq.Options): Expected => {
  if (options.hasNoStream()) return 'no-stream'
  if (options.hasAny()) return 'any'
  return options.hasStreamExists() ? 'stream-exists' : Number(options.getRevision())
}

const detailsOf = (answer: Exclude<LogAnswer, { kind: 'success' }>, expected: Expected) => {
  const details = new any.Any()
  if (answer.kind === 'too-large') {
    const tooLarge = new shared.MaximumAppendSizeExceeded()
    tooLarge.setMaxappendsize(maxAppendSize)
    details.pack(tooLarge.serializeBinary(), 'event_store.client.MaximumAppendSizeExceeded')
    return details
  }
  const wrong = new shared.WrongExpectedVersion()
  if (answer.current === 'no-stream') wrong.setCurrentNoStream(new empty.Empty())
  else wrong.setCurrentStreamRevision(String(answer.current))
  if (expected === 'no-stream') wrong.setExpectedNoStream(new empty.Empty())
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new empty.Empty())
  else wrong.setExpectedStreamPosition(String(expected))
  details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion')
  return details
}

const batchResponse = (answer: LogAnswer, correlation: string, { stream, expected }: LogWrite): BatchAppendResp => {
  const response = new streams.BatchAppendResp()
  const id = new shared.UUID()
  id.setString(correlation)
  response.setCorrelationId(id)
  const identifier = new shared.StreamIdentifier()
  identifier.setStreamName(Buffer.from(stream))
  response.setStreamIdentifier(identifier)
  if (answer.kind !== 'success') {
    const error = new status.Status()
    error.setDetails(detailsOf(answer, expected))
    response.setError(error)
    return response
  }
  const success = new streams.BatchAppendResp.Success()
  if (answer.revision === undefined) success.setNoStream(new empty.Empty())
  else success.setCurrentRevision(String(answer.revision))
  if (answer.at === undefined) success.setNoPosition(new empty.Empty())
  else {
    const position = new shared.AllStreamPosition()
    position.setCommitPosition(String(answer.at))
    position.setPreparePosition(String(answer.at))
    success.setPosition(position)
  }
  response.setSuccess(success)
  return response
}

/** One call of a client for ever: appends in pieces, answers in the order of the log, many in one durable write. */
export const batchAppendMethod = (log: EventLog, mayAnswer: () => boolean) => {
  type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>
  const ready: { write: LogWrite; correlation: string; call: Call }[] = []
  const flush = () => {
    const batch = ready.splice(0)
    const answers = log.append(batch.map(({ write }) => write))
    if (!mayAnswer()) return
    for (const [index, { call, correlation, write }] of batch.entries())
      if (call.writable) call.write(batchResponse(answers[index]!, correlation, write))
  }
  return (call: Call) => {
    const open = new Map<string, LogWrite & { events: NewEvent[] }>()
    call.on('data', (request: BatchAppendReq) => {
      const correlation = request.getCorrelationId()?.getString() ?? ''
      const options = request.getOptions()
      if (options)
        open.set(correlation, {
          stream: textOf(options.getStreamIdentifier()!.getStreamName_asU8()),
          expected: expectedOfBatch(options),
          events: [],
        })
      const write = open.get(correlation)
      write?.events.push(...request.getProposedMessagesList().map(proposedEvent))
      if (!write || !request.getIsFinal()) return
      open.delete(correlation)
      if (ready.push({ write, correlation, call }) === 1) setImmediate(flush)
    })
    call.on('end', () => call.end())
    call.on('error', () => undefined)
  }
}

/** One append a call: what the client does where it sends credentials with it. */
export const appendMethod =
  (log: EventLog, mayAnswer: () => boolean) =>
  (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) => {
    let write: (LogWrite & { events: NewEvent[] }) | undefined
    call.on('data', (request: AppendReq) => {
      const options = request.getOptions()
      const message = request.getProposedMessage()
      if (options) {
        const stream = textOf(options.getStreamIdentifier()!.getStreamName_asU8())
        write = { stream, expected: expectedOfUnary(options), events: [] }
      }
      if (message) write?.events.push(proposedEvent(message))
    })
    call.on('error', () => undefined)
    call.on('end', () => {
      if (!write) return answer({ code: grpc.status.INVALID_ARGUMENT, details: 'an append has options' })
      const [result] = log.append([write])
      if (mayAnswer()) answerUnary(result!, write, answer)
    })
  }

const answerUnary = (result: LogAnswer, { stream, expected }: LogWrite, answer: sendUnaryData<AppendResp>) => {
  const response = new streams.AppendResp()
  if (result.kind === 'too-large') {
    const metadata = new grpc.Metadata()
    metadata.set('exception', 'maximum-append-size-exceeded')
    metadata.set('maximum-append-size', String(maxAppendSize))
    return answer({ code: grpc.status.INVALID_ARGUMENT, details: `an append to ${stream} is too large`, metadata })
  }
  if (result.kind === 'wrong-version') {
    const wrong = new streams.AppendResp.WrongExpectedVersion()
    if (result.current === 'no-stream') wrong.setCurrentNoStream(new shared.Empty())
    else wrong.setCurrentRevision(String(result.current))
    if (typeof expected === 'number') wrong.setExpectedRevision(String(expected))
    else wrong.setExpectedNoStream(new shared.Empty())
    response.setWrongExpectedVersion(wrong)
    return answer(null, response)
  }
  const success = new streams.AppendResp.Success()
  if (result.revision === undefined) success.setNoStream(new shared.Empty())
  else success.setCurrentRevision(String(result.revision))
  if (result.at === undefined) success.setNoPosition(new shared.Empty())
  else {
    const position = new streams.AppendResp.Position()
    position.setCommitPosition(String(result.at))
    position.setPreparePosition(String(result.at))
    success.setPosition(position)
  }
  response.setSuccess(success)
  answer(null, response)
}
