import type { IncomingHttpHeaders } from 'node:http'
import { type Fault, httpRefusals } from '@hub/runtime/problem.ts'
import { jsonPointer } from '@hub/schemas/format/refused-json.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import { attributesIn, type RawHeaders } from './binary-mode.ts'
import { fault } from './fault.ts'
import { readJson } from './read-json.ts'
import { requestRefusals } from './request-refusals.ts'

/** Most events of a batch; more come as NDJSON. */
export const maxBatch = 1000

export type Submission = { kind: 'event'; event: unknown } | { kind: 'batch'; events: readonly unknown[] }

/** Why a request holds no event, with its faults where these are known. */
export type Refused = { refused: Refusal; faults?: readonly Fault[] }

const mediaTypeOf = (headers: IncomingHttpHeaders) =>
  (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()

/** The event of binary mode: attributes from `ce-*` headers, data from the body. */
const fromBinary = (headers: RawHeaders, data: unknown): Submission | Refused => {
  const { attributes, unreadable } = attributesIn(headers)
  const faults = unreadable.map((name) => fault('ATTRIBUTE_UNREADABLE', jsonPointer([name])))
  return faults.length > 0
    ? { refused: requestRefusals.EVENT_REFUSED, faults }
    : { kind: 'event', event: { ...attributes, data } }
}

/** The events of a request body that is not NDJSON, or why it is none. */
export const readSubmission = (
  headers: IncomingHttpHeaders,
  rawHeaders: RawHeaders,
  body: Uint8Array,
): Submission | Refused => {
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    return { refused: httpRefusals.MEDIA_TYPE }
  const read = readJson(body)
  if ('refused' in read) return read
  const { value } = read
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (mediaTypeOf(headers) === 'application/cloudevents-batch+json') {
    if (!Array.isArray(value)) return { refused: requestRefusals.NOT_A_CLOUD_EVENT }
    return value.length > maxBatch ? { refused: requestRefusals.TOO_MANY_EVENTS } : { kind: 'batch', events: value }
  }
  if (headers['ce-specversion'] !== undefined && mediaTypeOf(headers) === 'application/json')
    return fromBinary(rawHeaders, value)
  return isObject && 'specversion' in value
    ? { kind: 'event', event: value }
    : { refused: requestRefusals.NOT_A_CLOUD_EVENT }
}
