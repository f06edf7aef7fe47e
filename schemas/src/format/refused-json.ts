import { type PersonalNumber, personalNumberIn } from './personal-numbers.ts'
import { type ScannedValue, scanValue } from './scan-json.ts'
import type { TextFault } from './text-faults.ts'

/** A part of a JSON value that the hub does not take. `pointer` is a JSON Pointer (RFC 6901). */
export type RefusedPart = {
  pointer: string
  reason: 'INTEGER_KEY' | 'PROTO_KEY' | 'LONE_SURROGATE' | 'NUMBER' | 'DEPTH' | PersonalNumber | TextFault
}

/** Deepest nesting that is taken. */
export const maxDepth = 32

/** A key that engines move to the front of its object. */
export const integerLike = /^(0|[1-9]\d{0,14})$/
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

/** Thrown by `parseJson` for text that is nested so deeply that no event can be meant. */
export class TooDeep extends Error {
  override name = 'TooDeep'
}

const membersKept = (value: unknown): number => {
  let members = 0
  const open = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    const inside = Object.values(next)
    if (!Array.isArray(next)) members += inside.length
    for (const member of inside) open.push(member)
  }
  return members
}

/**
 * Parses a value that was looked through. What does not survive being read throws, as `parseJson` says.
 * A parser keeps the last of two equal keys without a word, and RFC 7493 (I-JSON), which RFC 8785 stands on, forbids them.
 */
export const parseScanned = (text: string, scanned: ScannedValue): unknown => {
  if (scanned.tooDeep) throw new TooDeep('nested deeper than any event')
  const value = JSON.parse(text)
  if (!scanned.numbersCarried) throw new NumberNotCarried('a number does not round-trip')
  if (membersKept(value) !== scanned.members) throw new KeyRepeated('an object has a key twice')
  return value
}

/**
 * Parses JSON; nesting that no event has throws `TooDeep` before it is parsed, a number literal whose value a double does
 * not carry (more than 15 digits, say) `NumberNotCarried`, a key that stands twice in an object `KeyRepeated`, other faults
 * throw `SyntaxError`.
 */
export const parseJson = (text: string): unknown => parseScanned(text, scanValue(text, 0))
