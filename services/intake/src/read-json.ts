import type { Fault } from '@hub/runtime/problem.ts'
import { mostEntryBytes } from '@hub/schemas/format/entry.ts'
import { KeyRepeated, NumberNotCarried, parseScanned, TooDeep } from '@hub/schemas/format/refused-json.ts'
import { type ScannedValue, scanArray, scanValue } from '@hub/schemas/format/scan-json.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import { entryTooLarge } from './fault.ts'
import { requestRefusals } from './request-refusals.ts'

/** Why something is no event, with its faults where these are known. */
export type Refused = { refused: Refusal; faults?: readonly Fault[] }

/** A JSON value, or why there is none. Nothing of the text goes into the answer. */
export type Read = { value: unknown } | Refused

const decoder = new TextDecoder('utf-8', { fatal: true })

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Whether an entry could not hold it: a member is five bytes at least, and whatever a comma stands behind two. */
const isTooLarge = ({ members, commas }: ScannedValue) => members * 5 > mostEntryBytes || commas * 2 > mostEntryBytes

/**
 * A value that was looked through; undefined where it is no JSON. What is nested too deeply or has more members than an
 * entry holds is not parsed: that takes seconds.
 */
const readScanned = (text: string, scanned: ScannedValue): Read | undefined => {
  if (!scanned.tooDeep && isTooLarge(scanned))
    return { refused: requestRefusals.EVENT_REFUSED, faults: [entryTooLarge(scanned.end - scanned.start)] }
  try {
    return { value: parseScanned(text, scanned) }
  } catch (error) {
    if (error instanceof TooDeep) return { refused: requestRefusals.TOO_DEEP }
    if (error instanceof NumberNotCarried) return { refused: requestRefusals.NUMBER_NOT_CARRIED }
    if (error instanceof KeyRepeated) return { refused: requestRefusals.KEY_REPEATED }
    return undefined
  }
}

/** The JSON value of bytes. */
export const readJson = (bytes: Uint8Array): Read => {
  const text = textOf(bytes)
  if (text === undefined) return { refused: requestRefusals.INVALID_UTF8 }
  return readScanned(text, scanValue(text, 0)) ?? { refused: requestRefusals.NOT_JSON }
}

/** The values of bytes that are a JSON array, each read by itself: what one of them cannot be does not hold up the rest. */
export const readJsonArray = (bytes: Uint8Array, most: number): { values: readonly Read[] } | Refused => {
  const text = textOf(bytes)
  if (text === undefined) return { refused: requestRefusals.INVALID_UTF8 }
  const scanned = scanArray(text, most)
  if (!scanned) {
    const whole = readScanned(text, scanValue(text, 0))
    if (whole && 'refused' in whole) return whole
    return { refused: whole ? requestRefusals.NOT_A_CLOUD_EVENT : requestRefusals.NOT_JSON }
  }
  if (scanned.length > most) return { refused: requestRefusals.TOO_MANY_EVENTS }
  const values = scanned.map((one) => readScanned(text.slice(one.start, one.end), one))
  return values.every((one) => one !== undefined) ? { values } : { refused: requestRefusals.NOT_JSON }
}
