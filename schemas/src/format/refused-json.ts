import { type PersonalNumber, personalNumberIn } from './personal-numbers.ts'
import { hasRepeatedKey } from './repeated-key.ts'

/** A part of a JSON value that the hub does not take. `pointer` is a JSON Pointer (RFC 6901). */
export type RefusedPart = {
  pointer: string
  reason: 'INTEGER_KEY' | 'PROTO_KEY' | 'LONE_SURROGATE' | 'NUMBER' | 'DEPTH' | PersonalNumber
}

/** Deepest nesting that is taken. */
export const maxDepth = 32

const integerLike = /^(0|[1-9]\d{0,14})$/
/** A key that is somebody's number never gets into an answer or a log: a star stands for it. */
const escapePointer = (key: string) => (personalNumberIn(key) ? '*' : key.replaceAll('~', '~0').replaceAll('/', '~1'))

/** JSON Pointer of a path. */
export const jsonPointer = (path: readonly (string | number | symbol)[]): string =>
  path.map((step) => `/${escapePointer(String(step))}`).join('')

const gatherRefused = (value: unknown, path: string[], found: RefusedPart[], most: number): void => {
  // A pointer is put together only where something is found: every submission is looked through.
  const refuse = (reason: RefusedPart['reason']) => found.push({ pointer: jsonPointer(path), reason })
  if (typeof value === 'string') {
    if (!value.isWellFormed()) refuse('LONE_SURROGATE')
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) refuse('NUMBER')
  } else if (typeof value === 'object' && value !== null) {
    if (path.length >= maxDepth) refuse('DEPTH')
    else
      for (const key of Object.keys(value)) {
        if (found.length >= most) return
        const named = !Array.isArray(value)
        if (!key.isWellFormed()) refuse('LONE_SURROGATE')
        path.push(key)
        if (named && key === '__proto__') refuse('PROTO_KEY')
        else if (named && integerLike.test(key)) refuse('INTEGER_KEY')
        gatherRefused((value as Record<string, unknown>)[key], path, found, most)
        path.pop()
      }
  }
}

/**
 * Every part of a parsed JSON value that would not survive being stored: integer-like keys, `__proto__`, lone
 * surrogates, numbers that do not round-trip, too deep nesting. After about `most` of them it looks no further.
 */
export const refusedJson = (value: unknown, most: number = Number.POSITIVE_INFINITY): RefusedPart[] => {
  const found: RefusedPart[] = []
  gatherRefused(value, [], found, most)
  return found
}

/** Thrown by `parseJson` for text that is JSON but holds a number which a double cannot carry. */
export class NumberNotCarried extends Error {
  override name = 'NumberNotCarried'
}

/** Thrown by `parseJson` for an object that has a key twice: one of the two values would be dropped without a word. */
export class KeyRepeated extends SyntaxError {
  override name = 'KeyRepeated'
}

// Up to 15 digits without an exponent are always carried; the point may stand anywhere among them. Digits right after a
// quotation mark are a text: most submissions hold a citizen number, and would all take the slow way.
const suspiciousNumber = /(?:^|[[:,\s])-?(?:[\d.]{16}|[\d.]+[eE])/
type ReviverContext = { source?: string }

const parseNumbersChecked = (text: string): unknown => {
  if (!suspiciousNumber.test(text)) return JSON.parse(text)
  const check = (_key: string, value: unknown, context?: ReviverContext) => {
    if (typeof value === 'number' && context?.source !== undefined && !carries(context.source, value))
      throw new NumberNotCarried('a number does not round-trip')
    return value
  }
  try {
    return JSON.parse(text, check as (key: string, value: unknown) => unknown)
  } catch (fault) {
    // The check goes down recursively and a hostile text deeper than the stack; `refusedJson` names it as DEPTH.
    if (fault instanceof RangeError) return JSON.parse(text)
    throw fault
  }
}

/**
 * Parses JSON; a number literal whose value a double does not carry (more than 15 digits, say) throws
 * `NumberNotCarried`, a key that stands twice in an object `KeyRepeated`, other faults throw `SyntaxError`.
 */
export const parseJson = (text: string): unknown => {
  const value = parseNumbersChecked(text)
  if (hasRepeatedKey(text, value)) throw new KeyRepeated('an object has a key twice')
  return value
}

/** Whether a literal and the double that it parsed to are the same number, compared digit by digit. */
const carries = (literal: string, value: number): boolean => {
  if (!Number.isFinite(value)) return false
  const digits = (text: string) => {
    const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
    const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
    const all = (whole + fraction).replace(/^0+/, '')
    const trimmed = all.replace(/0+$/, '')
    return `${trimmed}e${trimmed === '' ? 0 : Number(exponent) - fraction.length + (all.length - trimmed.length)}`
  }
  return digits(literal) === digits(String(value))
}
