import { KeyRepeated, NumberNotCarried, parseJson } from '@hub/schemas/format/refused-json.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import { requestRefusals } from './request-refusals.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The JSON value of bytes, or why there is none. Nothing of the text goes into the answer. */
export const readJson = (bytes: Uint8Array): { value: unknown } | { refused: Refusal } => {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return { refused: requestRefusals.INVALID_UTF8 }
  }
  try {
    return { value: parseJson(text) }
  } catch (error) {
    if (error instanceof NumberNotCarried) return { refused: requestRefusals.NUMBER_NOT_CARRIED }
    if (error instanceof KeyRepeated) return { refused: requestRefusals.KEY_REPEATED }
    // A reviver goes down the nesting; what is too deep for the stack is too deep for the hub.
    return { refused: error instanceof RangeError ? requestRefusals.TOO_DEEP : requestRefusals.NOT_JSON }
  }
}
