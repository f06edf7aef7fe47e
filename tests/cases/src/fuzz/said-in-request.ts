import assert from 'node:assert/strict'
import { gunzipSync } from 'node:zlib'
import type { FuzzedRequest, ReadBack } from './fuzzed-intakes.ts'
import { assertSameAttributes, assertSameData, type Notice } from './same-as-sent.ts'

type Event = Readonly<Record<string, unknown>>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isEvent = (value: unknown): value is Event =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'specversion' in value

const unpacked = (body: Buffer): Buffer => {
  try {
    return gunzipSync(body)
  } catch {
    return body
  }
}

/** A header as the binding has it: UTF-8 in percent signs, or as its bytes, in quotes or not. */
const headerSays = (value: string): string => {
  const text = Buffer.from(value.replace(/^"(.*)"$/s, '$1'), 'latin1').toString()
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Every event that somebody could read in a request, by whatever mode; found without the hub's own readers. */
export const eventsSaid = ({ headers, body }: FuzzedRequest): readonly Event[] => {
  const text = unpacked(Buffer.from(body))
    .toString()
    .replace(/^\uFEFF/, '')
  const whole = parsed(text)
  const attributes = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith('ce-') ? [[name.slice(3), headerSays(value)] as const] : [],
  )
  return [
    whole,
    ...(Array.isArray(whole) ? whole : []),
    ...text.split('\n').map(parsed),
    { ...Object.fromEntries(attributes), data: whole },
  ].filter(isEvent)
}

const decoded = (event: Event): Event =>
  typeof event.data_base64 === 'string'
    ? { ...event, data: parsed(Buffer.from(event.data_base64, 'base64').toString()) }
    : event

type Item = { id?: string; notices?: readonly Notice[] }

/** The notices of an answer, by the ids of the events. */
export const noticesIn = (answer: string): ReadonlyMap<string | undefined, readonly Notice[]> => {
  const lines = answer.trim().split('\n').map(parsed) as ((Item & { items?: readonly Item[] }) | undefined)[]
  const items = lines.flatMap((line) => line?.items ?? (line ? [line] : []))
  return new Map(items.map(({ id, notices = [] }) => [id, notices]))
}

/** Holds what is stored to one of the events that were said. */
export const assertSaid = (said: readonly Event[], readBack: ReadBack, notices?: readonly Notice[]): void => {
  const { id, source } = readBack.metadata
  const meant = said.filter((event) => event.id === id && event.source === source).map(decoded)
  assert.ok(meant.length > 0, `nobody said ${source}#${id}`)
  const errors = meant.map((event) => {
    try {
      assertSameAttributes(event, readBack)
      assertSameData(readBack.type, event.data, readBack.data, notices)
      return undefined
    } catch (error) {
      return error
    }
  })
  if (!errors.includes(undefined)) throw errors[0]
}
