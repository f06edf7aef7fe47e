import { holdsCitizenNumber, type PersonalNumber, personalNumberIn } from './personal-numbers.ts'
import { jsonPointer, type RefusedPart } from './refused-json.ts'

/** A number outside its sealed field. `pointer` is a JSON Pointer (RFC 6901); a key that holds a number is a star in it. */
export type MisplacedNumber = RefusedPart & { reason: PersonalNumber }

type Find = (value: string | number) => PersonalNumber | undefined

const gatherNumbers = (value: unknown, path: string[], find: Find, found: MisplacedNumber[]): void => {
  const look = (text: string | number) => {
    const reason = find(text)
    if (reason) found.push({ pointer: jsonPointer(path), reason })
  }
  if (typeof value === 'string' || typeof value === 'number') look(value)
  else if (typeof value === 'object' && value !== null)
    for (const key of Object.keys(value)) {
      look(key)
      path.push(key)
      gatherNumbers((value as Record<string, unknown>)[key], path, find, found)
      path.pop()
    }
}

const numbersIn = (value: unknown, base: readonly string[], find: Find): readonly MisplacedNumber[] => {
  const found: MisplacedNumber[] = []
  gatherNumbers(value, [...base], find, found)
  return found
}

/** Fewer digits are an amount or a count; a mobile number as a number of JSON can't be told from them. */
export const leastNumber = 1e14

const findPersonal: Find = (value) => {
  if (typeof value === 'string') return personalNumberIn(value)
  return value < leastNumber ? undefined : personalNumberIn(String(value))
}

const findCitizens: Find = (value) =>
  typeof value === 'string' && holdsCitizenNumber(value) ? 'CITIZEN_NUMBER' : undefined

/**
 * Where a personal number stands in what lies open: in a text, in a key, or as a number of at least 15 digits. Pointers begin
 * with `base`.
 */
export const personalNumbersIn = (value: unknown, base: readonly string[] = []): readonly MisplacedNumber[] =>
  numbersIn(value, base, findPersonal)

/** Where a citizen number stands in what is sealed and must not hold one all the same: it would be sealed for another person. */
export const citizenNumbersIn = (value: unknown, base: readonly string[] = []): readonly MisplacedNumber[] =>
  numbersIn(value, base, findCitizens)
