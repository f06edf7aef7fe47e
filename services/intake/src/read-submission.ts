import type { IncomingHttpHeaders } from 'node:http'
import { jsonPointer } from '@hub/schemas/format/refused-json.ts'
import { attributesIn, type RawHeaders } from './binary-mode.ts'
import { fault } from './fault.ts'
import type { Mode } from './media-types.ts'
import { type Read, type Refused, readJson, readJsonArray } from './read-json.ts'
import { requestRefusals } from './request-refusals.ts'

/** Most events of a batch; more come as NDJSON. */
export const maxBatch = 1000

export type Submission = { kind: 'event'; event: unknown } | { kind: 'batch'; events: readonly Read[] }

/** The event of binary mode: attributes from `ce-*` headers, data from the body. */
const fromBinary = (headers: RawHeaders, data: unknown): Submission | Refused => {
  const { attributes, unreadable } = attributesIn(headers)
  const faults = unreadable.map((name) => fault('ATTRIBUTE_UNREADABLE', jsonPointer([name])))
  return faults.length > 0
    ? { refused: requestRefusals.EVENT_REFUSED, faults }
    : { kind: 'event', event: { ...attributes, data } }
}

/** Headers that say that the attributes stand beside the body. */
const binaryHeaders = ['ce-specversion', 'ce-id', 'ce-source', 'ce-type'] as const

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The events of a request body that is not NDJSON, or why it is none. */
export const readSubmission = (
  mode: Exclude<Mode, 'lines'>,
  headers: IncomingHttpHeaders,
  rawHeaders: RawHeaders,
  body: Uint8Array,
): Submission | Refused => {
  if (mode === 'batch') {
    const read = readJsonArray(body, maxBatch)
    return 'refused' in read ? read : { kind: 'batch', events: read.values }
  }
  const read = readJson(body)
  if ('refused' in read) return read
  const { value } = read
  const isEvent = isObject(value) && 'specversion' in value
  const isBinary =
    headers['ce-specversion'] !== undefined || (!isEvent && binaryHeaders.some((name) => name in headers))
  if (mode === 'json' && isBinary) return fromBinary(rawHeaders, value)
  return isEvent ? { kind: 'event', event: value } : { refused: requestRefusals.NOT_A_CLOUD_EVENT }
}
