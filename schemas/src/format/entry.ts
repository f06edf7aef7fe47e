import { type Metadata, metadataText } from '../envelope.ts'

/**
 * Most bytes of an entry: the C2SP tile format writes an entry's length in 16 bits, so whoever verifies public logs can
 * read the hub's.
 */
export const mostEntryBytes = 65_535

export type Entry = { id: string; stream: string; revision: number; type: string; data: string; metadata: string }

/**
 * Bytes of an entry: RFC 8785 of `{ data, id, metadata, revision, stream, type }`. `data` and `metadata` are texts in
 * that form already.
 */
export const entryBytes = ({ data, id, metadata, revision, stream, type }: Entry): number => {
  // Each of the two zeros stands for a text.
  const around = Buffer.byteLength(JSON.stringify({ data: 0, id, metadata: 0, revision, stream, type })) - 2
  return around + Buffer.byteLength(data) + Buffer.byteLength(metadata)
}

/** What an intake has said of an event: all but what its recorder adds. */
export type EntryBefore = {
  id: string
  stream: string
  type: string
  data: string
  metadata: Omit<Metadata, 'origin' | 'recordedtime' | 'recording'>
}

const longestOrigin = (topic: string) => `${topic}/${2 ** 31 - 1}/${2n ** 63n - 1n}`

/** Bytes of an event's entry with the longest of all that a recorder adds: a partition below 2³¹, an offset below 2⁶³. */
export const mostBytesOf = ({ metadata, ...event }: EntryBefore, topic: string): number =>
  entryBytes({
    ...event,
    revision: Number.MAX_SAFE_INTEGER,
    metadata: metadataText({
      ...metadata,
      origin: longestOrigin(topic),
      recordedtime: '9999-12-31T23:59:59.999Z',
      recording: 'f'.repeat(64),
    }),
  })

/** Bytes of an entry beside its data, at most: what most events are far below need not be counted. */
const amplyAround = 16 * 1024

/** Whether an event fits into an entry wherever it is recorded. */
export const fitsIntoEntry = (event: EntryBefore, topic: string): boolean =>
  3 * event.data.length + amplyAround <= mostEntryBytes || mostBytesOf(event, topic) <= mostEntryBytes
