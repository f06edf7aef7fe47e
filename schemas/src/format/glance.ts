import { mayHoldNumber } from './may-hold-number.ts'
import { leastNumber } from './misplaced-numbers.ts'
import { integerLike, maxDepth } from './refused-json.ts'
import { textFault } from './text-faults.ts'

/**
 * What a JSON value may hold, told in one walk. What it says no to is not there; what it says yes to has to be looked for.
 */
export type Glance = {
  /** A part that `refusedJson` finds. */
  refusedParts: boolean
  /** A text or a key that is no id: whatever `refusedTexts` finds is among these. */
  unusualTexts: boolean
  /** What may be somebody's number: all that `personalNumbersIn` and `citizenNumbersIn` find is among these. */
  numbers: boolean
  /** A key `personId`. */
  personIds: boolean
  /** Bytes that it has as JSON, at most. */
  mostBytes: number
}

/** Keys of which nothing is to be told: those of the vocabulary come again and again. */
const plainKeys = new Set<string>()
const mostPlainKeys = 5_000
const longestPlainKey = 60

/** No sign of a text takes more in JSON: a control is written as \u0000. */
const mostBytesOfSign = 6
const mostBytesOfNumber = 25

const lookAtText = (text: string, into: Glance): void => {
  into.mostBytes += text.length * mostBytesOfSign + 3
  if (!into.unusualTexts && textFault(text, 'id') !== undefined) into.unusualTexts = true
  if (!into.numbers && mayHoldNumber(text)) into.numbers = true
}

const lookAtKey = (key: string, into: Glance): void => {
  if (plainKeys.has(key)) {
    into.mostBytes += key.length * mostBytesOfSign + 4
    return
  }
  const of: Glance = { refusedParts: false, unusualTexts: false, numbers: false, personIds: false, mostBytes: 1 }
  lookAtText(key, of)
  of.refusedParts = !key.isWellFormed() || key === '__proto__' || integerLike.test(key)
  of.personIds = key === 'personId'
  if (of.refusedParts || of.unusualTexts || of.numbers || of.personIds) {
    into.refusedParts ||= of.refusedParts
    into.unusualTexts ||= of.unusualTexts
    into.numbers ||= of.numbers
    into.personIds ||= of.personIds
  } else if (plainKeys.size < mostPlainKeys && key.length <= longestPlainKey) plainKeys.add(key)
  into.mostBytes += of.mostBytes
}

const isSoleNumber = (keys: readonly string[], value: Record<string, unknown>): boolean =>
  keys.length === 1 && keys[0] === 'citizenNumber' && typeof value.citizenNumber === 'string'

const look = (value: unknown, depth: number, into: Glance): void => {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) into.refusedParts = true
    lookAtText(value, into)
  } else if (typeof value === 'number') {
    into.mostBytes += mostBytesOfNumber
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) into.refusedParts = true
    // An attribute that is a number becomes a text.
    if (depth <= 1 || !(value < leastNumber)) into.numbers = true
  } else if (typeof value !== 'object' || value === null) into.mostBytes += 6
  else if (depth >= maxDepth) into.refusedParts = true
  else if (Array.isArray(value)) {
    into.mostBytes += 2 + value.length
    for (const member of value) look(member, depth + 1, into)
  } else lookAtMembers(value as Record<string, unknown>, depth, into)
}

const lookAtMembers = (value: Record<string, unknown>, depth: number, into: Glance): void => {
  const keys = Object.keys(value)
  into.mostBytes += 2
  // A person's number in its own field is no number elsewhere; whether it is one the schema says.
  const before = into.numbers
  for (const key of keys) {
    lookAtKey(key, into)
    look(value[key], depth + 1, into)
  }
  if (isSoleNumber(keys, value)) into.numbers = before
}

/** Glances over an event, or its data. A text in `{ citizenNumber }` alone is not told as a number. */
export const glanceAt = (value: unknown): Glance => {
  const into: Glance = {
    refusedParts: false,
    unusualTexts: false,
    numbers: false,
    personIds: false,
    mostBytes: 0,
  }
  look(value, 0, into)
  return into
}

/** What either of two glances has seen. */
export const bothGlances = (one: Glance, other: Glance): Glance => ({
  refusedParts: one.refusedParts || other.refusedParts,
  unusualTexts: one.unusualTexts || other.unusualTexts,
  numbers: one.numbers || other.numbers,
  personIds: one.personIds || other.personIds,
  mostBytes: Math.max(one.mostBytes, other.mostBytes),
})
