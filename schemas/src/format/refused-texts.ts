import { jsonPointer, type RefusedPart } from './refused-json.ts'
import { type TextFault, type TextUse, textFault } from './text-faults.ts'

/** A text of a JSON value that may not be stored. `pointer` is a JSON Pointer (RFC 6901). */
export type RefusedText = RefusedPart & { reason: TextFault }

/** Says what the text at a path is for. Asked only of a text that may have a fault. */
export type UseOf = (path: readonly string[]) => TextUse

const gather = (value: unknown, path: string[], useOf: UseOf, found: RefusedText[]): void => {
  const look = (text: string, useOfText: UseOf) => {
    // What an id may be any text may be.
    const reason = textFault(text, 'id') && textFault(text, useOfText(path))
    if (reason) found.push({ pointer: jsonPointer(path), reason })
  }
  if (typeof value === 'string') look(value, useOf)
  else if (typeof value === 'object' && value !== null)
    for (const key of Object.keys(value)) {
      path.push(key)
      if (!Array.isArray(value)) look(key, () => 'id')
      gather((value as Record<string, unknown>)[key], path, useOf, found)
      path.pop()
    }
}

/** Every text and key of a JSON value that may not be stored; pointers begin with `base`. */
export const refusedTexts = (value: unknown, useOf: UseOf, base: readonly string[] = []): readonly RefusedText[] => {
  const found: RefusedText[] = []
  gather(value, [...base], useOf, found)
  return found
}
