import { storedNumberIn } from '@hub/schemas/format/stored-numbers.ts'
import { type AppendOutcome, maxAppendBytes, type NewEvent, type StreamWrite } from './event-store.ts'

const streamForm = /^[a-z]+-\S{1,200}$/
const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An object of plain texts, as most metadata is: it needs no parser to be known as one. */
const plainObject = /^\{"\w+":"[ !#-[\]-~]*"(?:,"\w+":"[ !#-[\]-~]*")*\}$/

const isJsonObject = (text: string): boolean => {
  if (!text.startsWith('{') || !text.isWellFormed()) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const faultOf = (event: NewEvent): string | undefined => {
  if (!uuidForm.test(event.id)) return 'an event id is not a UUID in lower case'
  if (event.type === '' || event.type.startsWith('$')) return 'an event type is empty or begins with $'
  if (!isJsonObject(event.data)) return 'the data of an event is not a JSON object'
  if (!plainObject.test(event.metadata) && !isJsonObject(event.metadata))
    return 'the metadata of an event is not a JSON object'
  return undefined
}

const sumOf = (events: readonly NewEvent[], sizeOf: (text: string) => number) =>
  events.reduce((sum, { data, metadata }) => sum + sizeOf(data) + sizeOf(metadata), 0)

/** A character takes three bytes at most; most writes are far below the limit, and their bytes need not be counted. */
const bytesOver = (events: readonly NewEvent[], limit: number): number | undefined => {
  if (sumOf(events, (text) => 3 * text.length) <= limit) return undefined
  const bytes = sumOf(events, Buffer.byteLength)
  return bytes > limit ? bytes : undefined
}

const personalNumber = {
  status: 'refused',
  reason: 'PERSONAL_NUMBER',
  message: 'a citizen number, telephone or account would lie open',
} as const

/**
 * Why no store will ever take a write: over `maxAppendBytes`, no events, not in the form of stream, id, type or JSON, or with
 * somebody's number in what lies open. Every event of the hub comes in here, whoever says it.
 */
export const refusalOf = ({
  stream,
  events,
}: StreamWrite): Extract<AppendOutcome, { status: 'refused' }> | undefined => {
  const invalid = (message: string) => ({ status: 'refused', reason: 'INVALID', message }) as const
  if (!streamForm.test(stream)) return invalid('a stream name is <category>-<id>')
  if (events.length === 0) return invalid('a write holds at least one event')
  const bytes = bytesOver(events, maxAppendBytes)
  if (bytes !== undefined)
    return {
      status: 'refused',
      reason: 'TOO_LARGE',
      message: `${bytes} bytes; a write holds at most ${maxAppendBytes}`,
    }
  for (const event of events) {
    const fault = faultOf(event)
    if (fault) return invalid(fault)
    if (storedNumberIn(stream, event)) return personalNumber
  }
  return undefined
}

/** Throws where a stream stands twice among the writes of one call. */
export const assertStreamsOnce = (writes: readonly StreamWrite[]): void => {
  if (new Set(writes.map(({ stream }) => stream)).size < writes.length)
    throw new RangeError('a stream stands twice in one append')
}
