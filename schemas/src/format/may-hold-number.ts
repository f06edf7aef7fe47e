import { hanDigitSigns } from './plain-digits.ts'

/** How a sign stands to a number: a digit, what may stand between two digits, what ends a number, or to be looked at closer. */
const digit = 1
const between = 2
const end = 3
const unusual = 4

const kindOfUsual = (code: number): number => {
  const sign = String.fromCharCode(code)
  if (/[0-9]/.test(sign) || hanDigitSigns.includes(sign)) return digit
  // A text of JSON ends with a quotation mark.
  if (code === 0x22 || /[A-Za-z\p{Script=Han}]/u.test(sign)) return /[〇〡-〩]/.test(sign) ? unusual : end
  if (code < 0x80) return between
  return /[·—–‐-―‘’“”…、。〈-】〔-〛！＂（），－．／：；？　]/.test(sign) ? between : unusual
}

const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => kindOfUsual(code))

const fewestDigits = 11
const mostBetween = 3
const backslash = 0x5c
const otherNumber = /[^\P{N}0-9]/u
const otherRow = new RegExp(`(?:[0-9${hanDigitSigns}](?:[^\\p{L}\\p{N}"]|\\\\[nrt]){0,3}){${fewestDigits}}`, 'u')

/**
 * Whether a text has what every text with a number in it has: eleven digits with no more than three signs between two of them,
 * or a number sign that is neither a digit of ASCII nor Han. Most texts have neither, and need no closer look. May be asked of
 * a whole JSON text too. Each event is looked through on its way into the store, so this goes by a table.
 */
export const mayHoldNumber = (text: string, from = 0, to = text.length): boolean => {
  let digits = 0
  let since = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    const kind = kinds[code]
    if (kind === end) digits = 0
    else if (kind === digit) {
      digits++
      since = 0
      if (digits === fewestDigits) return true
    } else if (kind === between) {
      since++
      // In JSON a line feed is two signs.
      if (code === backslash && 'nrt'.includes(text[at + 1] ?? ' ')) at++
      if (since > mostBetween) digits = 0
    } else {
      const rest = text.slice(from, to)
      return otherNumber.test(rest) || otherRow.test(rest)
    }
  }
  return false
}
