import type { IncomingHttpHeaders } from 'node:http'
import { httpRefusals } from '@hub/runtime/problem.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import { readJson } from './read-json.ts'
import { requestRefusals } from './request-refusals.ts'

/** Most events of a batch; more come as NDJSON. */
export const maxBatch = 1000

export type Submission = { kind: 'event'; event: unknown } | { kind: 'batch'; events: readonly unknown[] }

const mediaTypeOf = (headers: IncomingHttpHeaders) =>
  (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()

/** Header values are percent-encoded UTF-8 (CloudEvents HTTP binding, 3.1.3.2). */
const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** The structured form of a binary-mode event: attributes from `ce-*` headers, data from the body. */
const fromBinary = (headers: IncomingHttpHeaders, data: unknown): unknown => {
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith('ce-') && typeof value === 'string' ? [[name.slice(3), decoded(value)] as const] : [],
  )
  return { ...Object.fromEntries(attributes), data }
}

/** The events of a request body that is not NDJSON, or why it is none. */
export const readSubmission = (headers: IncomingHttpHeaders, body: Uint8Array): Submission | { refused: Refusal } => {
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    return { refused: httpRefusals.MEDIA_TYPE }
  const read = readJson(body)
  if ('refused' in read) return read
  const { value } = read
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (mediaTypeOf(headers) === 'application/cloudevents-batch+json') {
    if (!Array.isArray(value)) return { refused: requestRefusals.NOT_A_CLOUD_EVENT }
    if (value.length === 0) return { refused: requestRefusals.EMPTY_BATCH }
    return value.length > maxBatch ? { refused: requestRefusals.TOO_MANY_EVENTS } : { kind: 'batch', events: value }
  }
  if (headers['ce-specversion'] !== undefined && mediaTypeOf(headers) === 'application/json')
    return { kind: 'event', event: fromBinary(headers, value) }
  return isObject && 'specversion' in value
    ? { kind: 'event', event: value }
    : { refused: requestRefusals.NOT_A_CLOUD_EVENT }
}
