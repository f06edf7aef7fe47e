import type { AllStreamRecordedEvent, JSONEventData, Position as ServerPosition } from '@eventstore/db-client'
import { isPosition, type Position } from '@hub/schemas/format/position.ts'
import { streamCategories } from '@hub/schemas/stream-categories.ts'
import type { NewEvent, StoredEvent } from './event-store.ts'

/** How the names of the hub's streams begin; the server holds other people's streams too. */
export const hubPrefixes: readonly string[] = streamCategories.map((category) => `${category}-`)

const categories = new Set(streamCategories)

export const isHubStream = (stream: string): boolean => categories.has(stream.slice(0, stream.indexOf('-')))

const hex = (number: bigint) => number.toString(16).padStart(16, '0')

export const positionOf = ({ commit, prepare }: ServerPosition): Position => hex(commit) + hex(prepare)

/** @throws {RangeError} for a text that is no position */
export const serverPositionOf = (position: Position): ServerPosition => {
  if (!isPosition(position)) throw new RangeError('a position is 32 hex digits')
  return { commit: BigInt(`0x${position.slice(0, 16)}`), prepare: BigInt(`0x${position.slice(16)}`) }
}

const encoder = new TextEncoder()

/**
 * An event as the client takes it; undefined where its text would not come back as it is. The client writes data by
 * `JSON.stringify`, metadata that is a `Uint8Array` (no subclass) as it is; it reads both by `JSON.parse`.
 */
export const toServerEvent = ({ id, type, data, metadata }: NewEvent): JSONEventData | undefined => {
  const parsed: Record<string, unknown> = JSON.parse(data)
  if (JSON.stringify(parsed) !== data || JSON.stringify(JSON.parse(metadata)) !== metadata) return undefined
  return { id, type, contentType: 'application/json', data: parsed, metadata: encoder.encode(metadata) }
}

/** The text of data or metadata. Bytes were not written by the hub: they stay opaque. */
const textOf = (value: unknown): string =>
  JSON.stringify(value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : (value ?? {}))

/** An event of the server as the port has it. @throws {Error} for a server that is too old to say positions */
export const toStoredEvent = (
  event: Omit<AllStreamRecordedEvent, 'position'> & { position?: ServerPosition },
): StoredEvent => {
  if (!event.position) throw new Error('the event store says no positions: EventStoreDB 22.6 or newer is needed')
  return {
    id: event.id,
    type: event.type,
    data: textOf(event.data),
    metadata: textOf(event.metadata),
    stream: event.streamId,
    revision: Number(event.revision),
    position: positionOf(event.position),
    created: event.created.toISOString(),
  }
}
