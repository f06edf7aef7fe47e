import type { ProblemCode } from '@hub/runtime/problem.ts'
import { KeyRepeated, NumberNotCarried, parseJson } from '@hub/schemas/format/refused-json.ts'

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The JSON value of bytes, or why there is none. Nothing of the text goes into the answer. */
export const readJson = (
  bytes: Uint8Array,
):
  | { value: unknown }
  | {
      refused: Extract<ProblemCode, 'INVALID_UTF8' | 'NOT_JSON' | 'NUMBER_NOT_CARRIED' | 'KEY_REPEATED' | 'TOO_DEEP'>
    } => {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return { refused: 'INVALID_UTF8' }
  }
  try {
    return { value: parseJson(text) }
  } catch (error) {
    if (error instanceof NumberNotCarried) return { refused: 'NUMBER_NOT_CARRIED' }
    if (error instanceof KeyRepeated) return { refused: 'KEY_REPEATED' }
    // A reviver goes down the nesting; what is too deep for the stack is too deep for the hub.
    return { refused: error instanceof RangeError ? 'TOO_DEEP' : 'NOT_JSON' }
  }
}
