/**
 * What no text may have, id or not: a sign that nobody sees or that turns round what others see, a private sign that each
 * machine shows otherwise, or one that stands for a sign that was lost.
 */
export type TextFault = 'CHARACTER' | 'LINE_BREAK' | 'SPACES_AROUND' | 'BLANK' | 'NOT_COMPOSED'

/** What a text is for: an id is compared, words are read. */
export type TextUse = 'id' | 'words'

const usual = 0
const space = 1
const lineBreak = 2
const refused = 3
/** A mark or a sign that NFC may put together with others, or write otherwise. */
const composed = 4
const surrogate = 5

/** Controls, marks of direction and other signs without a width, private and lost signs, fillers that look like spaces. */
const refusedSign = /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0\ufdd0-\ufdef\ufff9-\uffff]|\u034f/u

const kindOfUnit = (unit: number): number => {
  if (unit >= 0xd800 && unit <= 0xdfff) return surrogate
  const sign = String.fromCharCode(unit)
  // A tabulator and a line feed; a carriage return has no use of its own.
  if (unit === 0x09 || unit === 0x0a) return lineBreak
  if (refusedSign.test(sign)) return refused
  if (/\p{Zs}/u.test(sign)) return space
  return /[\p{M}\u1161-\u11ff]/u.test(sign) || sign.normalize('NFC') !== sign ? composed : usual
}

const kinds = Uint8Array.from({ length: 0x10000 }, (_, unit) => kindOfUnit(unit))
const hasSpaceAround = (text: string) =>
  kinds[text.charCodeAt(0)] === space || kinds[text.charCodeAt(text.length - 1)] === space

/** Planes end with two code points that are no characters; the last two planes are private; tags have no width. */
const isRefusedPair = (codePoint: number) =>
  (codePoint & 0xfffe) === 0xfffe || refusedSign.test(String.fromCodePoint(codePoint))

/** Variation selectors choose among the forms of a sign: in a name they tell two signs apart, in an id nobody sees them. */
const selector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/u

/**
 * What is wrong with a text; undefined for one that may be stored as it is. Each text of a submission is looked through, so
 * it goes by a table. Lone surrogates are found by `refusedJson`.
 */
export const textFault = (text: string, use: TextUse): TextFault | undefined => {
  let isBlank = true
  let hasLineBreak = false
  let isUnusual = false
  for (let at = 0; at < text.length; at++) {
    const kind = kinds[text.charCodeAt(at)]
    if (kind === usual) isBlank = false
    else if (kind === refused) return 'CHARACTER'
    else if (kind === lineBreak) hasLineBreak = true
    else if (kind !== space) {
      isBlank = false
      isUnusual = true
      if (kind === surrogate && isRefusedPair(text.codePointAt(at)!)) return 'CHARACTER'
      if (kind === surrogate) at++
    }
  }
  if (text === '') return undefined
  if (isBlank) return 'BLANK'
  if (hasLineBreak) return 'LINE_BREAK'
  if (hasSpaceAround(text)) return 'SPACES_AROUND'
  if (use !== 'id' || !isUnusual) return undefined
  if (selector.test(text)) return 'CHARACTER'
  return text.normalize('NFC') === text ? undefined : 'NOT_COMPOSED'
}

const spaces = ' \\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'
const refusedInPattern =
  '\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufdd0-\\ufdef\\ufeff\\uffa0\\ufff9-\\uffff\\ue000-\\uf8ff'

/**
 * The same of words as a regular expression, as far as all dialects of it go: without look-around and classes of Unicode, in
 * the basic plane.
 */
export const textPattern = `^[^${spaces}${refusedInPattern}]([^${refusedInPattern}]*[^${spaces}${refusedInPattern}])?$`
