import shared from '@eventstore/db-client/generated/shared_pb.js'
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { LogEvent } from './event-log.ts'
import { octets } from './other-peoples-events.ts'

/** .NET counts ticks of 100 ns since the Unix epoch here. */
const ticksOf = (created: string) => (BigInt(Date.parse(created)) * 10_000n).toString()

/** An event as the server sends it. */
export const readResponse = (event: LogEvent): ReadResp => {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
  const id = new shared.UUID()
  id.setString(event.id)
  const stream = new shared.StreamIdentifier()
  stream.setStreamName(Buffer.from(event.stream))
  const isJson = !event.data.startsWith(octets)
  recorded.setId(id)
  recorded.setStreamIdentifier(stream)
  recorded.setStreamRevision(String(event.revision))
  recorded.setCommitPosition(String(event.at))
  recorded.setPreparePosition(String(event.at))
  recorded.getMetadataMap().set('type', event.type)
  recorded.getMetadataMap().set('content-type', isJson ? 'application/json' : 'application/octet-stream')
  recorded.getMetadataMap().set('created', ticksOf(event.created))
  recorded.setCustomMetadata(Buffer.from(event.metadata))
  recorded.setData(isJson ? Buffer.from(event.data) : Buffer.from(event.data.slice(octets.length), 'base64'))
  const read = new streams.ReadResp.ReadEvent()
  read.setEvent(recorded)
  read.setCommitPosition(String(event.at))
  const response = new streams.ReadResp()
  response.setEvent(read)
  return response
}
