import type { IncomingHttpHeaders } from 'node:http'
import { isJson, isUtf8, parseMediaType } from '@hub/schemas/values/media-type.ts'

/** How the body of a request holds its events. */
export type Mode = 'event' | 'batch' | 'lines' | 'json'

/** Media types of one event a line. */
const ofLines = new Set([
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/x-jsonlines',
  'application/jsonlines',
])

/**
 * How a body of this Content-Type holds its events; undefined where the hub doesn't read it. `json` is one event, or
 * data whose attributes stand in `ce-*` headers; so is a body whose type is not told (HTTP binding, 3.1.1).
 */
export const modeOf = ({ 'content-type': contentType }: IncomingHttpHeaders): Mode | undefined => {
  if (contentType === undefined || contentType.trim() === '') return 'json'
  const type = parseMediaType(contentType)
  if (!type || !isUtf8(type)) return undefined
  if (type.essence === 'application/cloudevents+json') return 'event'
  if (type.essence === 'application/cloudevents-batch+json') return 'batch'
  if (ofLines.has(type.essence)) return 'lines'
  return isJson(type) ? 'json' : undefined
}
