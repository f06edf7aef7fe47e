/** What a text that should be one JSON value shows before it is parsed. */
export type ScannedValue = {
  /** Where the value begins, and the first place behind it. */
  start: number
  end: number
  /** Members of all its objects. */
  members: number
  /** Commas between members of its arrays and objects. */
  commas: number
  /** Whether it is nested deeper than `mostDepth`. */
  tooDeep: boolean
  /** Whether a double carries all its numbers. */
  numbersCarried: boolean
}

/** Deepest nesting that is parsed; of what an event may have (32) the faults are told one by one. */
const mostDepth = 64

/** Longest number that is read digit by digit; no double needs as many. */
const longestNumber = 400

const [quote, backslash, comma, colon] = [34, 92, 44, 58]
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125]

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9
const isDigit = (code: number) => code >= 48 && code <= 57
/** Digits, and the signs, the point and the letters of an exponent. */
const isOfNumber = (code: number) =>
  isDigit(code) || code === 46 || code === 43 || code === 45 || code === 69 || code === 101

/** The first place from `at` on that is no white space. */
export const behindSpace = (text: string, at: number): number => {
  let next = at
  while (isSpace(text.charCodeAt(next))) next++
  return next
}

/** The first place behind the string that begins at `start`; the text's end where it is not closed. */
const behindString = (text: string, start: number): number => {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end
    while (text.charCodeAt(before - 1) === backslash) before--
    if ((end - before) % 2 === 0) return end + 1
  }
  return text.length
}

const digitsOf = (literal: string): string => {
  const [mantissa = '', exponent = '0'] = literal.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const all = (whole + fraction).replace(/^0+/, '')
  let last = all.length
  while (last > 0 && all.charCodeAt(last - 1) === 48) last--
  const trimmed = all.slice(0, last)
  return `${trimmed}e${trimmed === '' ? 0 : Number(exponent) - fraction.length + (all.length - last)}`
}

/** Whether a literal and the double that it is read as are the same number, compared digit by digit. */
const isCarried = (literal: string): boolean => {
  // Up to 15 digits are always carried, with an exponent that leaves them in a double's range.
  if (/^[\d.-]{1,15}(?:[eE][+-]?\d{1,2})?$/.test(literal)) return true
  if (literal.length > longestNumber) return false
  const value = Number(literal)
  return Number.isFinite(value) && digitsOf(literal) === digitsOf(String(value))
}

/**
 * Looks through one value of a JSON text, from `start` to where its brackets close, in one pass and without keeping
 * anything of it. What it says of a text that is not JSON, a parser has to confirm.
 */
export const scanValue = (text: string, start: number): ScannedValue => {
  const found = { members: 0, commas: 0, tooDeep: false, numbersCarried: true }
  let depth = 0
  let at = behindSpace(text, start)
  const begun = at
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === quote) at = behindString(text, at)
    else if (isDigit(code) || code === 45) {
      const first = at
      let hasExponent = false
      for (let next = code; isOfNumber(next); next = text.charCodeAt(++at)) hasExponent ||= next === 69 || next === 101
      if ((hasExponent || at - first > 15) && found.numbersCarried)
        found.numbersCarried = isCarried(text.slice(first, at))
    } else {
      if (code === openArray || code === openObject) depth++
      else if (code === closeArray || code === closeObject) depth--
      else if (code === comma) {
        if (depth === 0) break
        found.commas++
      } else if (code === colon) found.members++
      else if (depth === 0 && isSpace(code)) break
      // A bracket that closes what stands around the value.
      if (depth < 0) break
      at++
      if (depth > mostDepth) found.tooDeep = true
    }
    if (depth === 0 && (code === quote || code === closeArray || code === closeObject)) break
  }
  return { start: begun, end: at, ...found }
}

/**
 * The values of a text that is an array of JSON, each looked through; undefined where it is none. Behind one more than
 * `most` values it looks no further.
 */
export const scanArray = (
  text: string,
  most: number = Number.POSITIVE_INFINITY,
): readonly ScannedValue[] | undefined => {
  let at = behindSpace(text, 0)
  if (text.charCodeAt(at) !== openArray) return undefined
  const values: ScannedValue[] = []
  at = behindSpace(text, at + 1)
  if (text.charCodeAt(at) === closeArray) return behindSpace(text, at + 1) === text.length ? values : undefined
  for (;;) {
    const value = scanValue(text, at)
    values.push(value)
    if (values.length > most) return values
    at = behindSpace(text, value.end)
    const code = text.charCodeAt(at++)
    if (code === closeArray) return behindSpace(text, at) === text.length ? values : undefined
    if (code !== comma) return undefined
  }
}
