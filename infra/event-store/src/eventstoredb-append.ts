import type { EventStoreDBClient, JSONEventData } from '@eventstore/db-client'
import type { AppendOutcome, ExpectedRevision, StreamWrite } from './event-store.ts'
import { type EventStoreDbConnection, inTime } from './eventstoredb-connection.ts'
import { outcomeOfError } from './eventstoredb-errors.ts'
import { isHubStream, positionOf, toServerEvent } from './eventstoredb-events.ts'
import { refusalOf } from './write-form.ts'

/** Most bytes of data in flight at once; the rest of a call waits for its answers. */
const mostBytesInFlight = 8 * 1024 * 1024

type Prepared = { stream: string; expectedRevision: ExpectedRevision; events: JSONEventData[]; bytes: number }

const invalid = (message: string): AppendOutcome => ({ status: 'refused', reason: 'INVALID', message })

/** A write as the client takes it, or why it never will. */
const prepare = (write: StreamWrite): Prepared | AppendOutcome => {
  const refusal = refusalOf(write)
  if (refusal) return refusal
  if (!isHubStream(write.stream)) return invalid('the stream is of no category of the hub')
  const events: JSONEventData[] = []
  let bytes = 0
  for (const event of write.events) {
    const data = toServerEvent(event)
    if (!data) return invalid('the JSON of an event is not in RFC 8785 form')
    events.push(data)
    bytes += event.data.length + event.metadata.length
  }
  return { stream: write.stream, expectedRevision: write.expectedRevision, events, bytes }
}

const expectedOf = (revision: ExpectedRevision) =>
  revision === 'any' ? 'any' : revision === 'no-stream' ? 'no_stream' : BigInt(revision)

const appendOne = async (client: EventStoreDBClient, write: Prepared, deadline: number): Promise<AppendOutcome> => {
  try {
    const expectedRevision = expectedOf(write.expectedRevision)
    const answer = await client.appendToStream(write.stream, write.events, { expectedRevision, deadline })
    if (!answer.position) throw new Error('the event store did not say where it wrote')
    return { status: 'appended', revision: Number(answer.nextExpectedRevision), position: positionOf(answer.position) }
  } catch (error) {
    const outcome = outcomeOfError(error)
    if (outcome) return outcome
    throw error
  }
}

/**
 * Sends writes one behind the other and waits for all answers. Rejects with the first fault: the other writes may be
 * stored or not, and an answer that was on its way when the connection broke may never come.
 */
const pipeline = (client: EventStoreDBClient, writes: readonly Prepared[], timeLimit: number) =>
  inTime(Promise.all(writes.map((write) => appendOne(client, write, timeLimit))), timeLimit)

const cutByBytes = (writes: readonly Prepared[]): Prepared[][] => {
  const cut: Prepared[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const write of writes) {
    bytes += write.bytes
    if (bytes > mostBytesInFlight) {
      cut.push([])
      bytes = write.bytes
    }
    cut.at(-1)!.push(write)
  }
  return cut
}

/** Appends many streams at once, each all or none, one outcome a write in order. */
export const appendWrites = async (
  connection: EventStoreDbConnection,
  writes: readonly StreamWrite[],
): Promise<AppendOutcome[]> => {
  const prepared = writes.map(prepare)
  const sending = prepared.filter((write) => 'events' in write)
  const outcomes: AppendOutcome[] = []
  for (const part of cutByBytes(sending))
    outcomes.push(...(await connection.call('append', (client) => pipeline(client, part, connection.timeLimit))))
  const answers = outcomes.values()
  return prepared.map((write) => ('events' in write ? answers.next().value! : write))
}
