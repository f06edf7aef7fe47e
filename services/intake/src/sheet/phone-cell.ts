import type { CellRead } from './cell.ts'
import { hyphenLike, isMasked, type Step, withoutDecimalTail, withoutSpaces } from './clean-cell.ts'

const mobile = /^1[3-9]\d{9}$/
/**
 * Area codes begin with 0 and are lost as a number: 010 and 02x with 8 digits, others of 4 digits with 7 or 8. 400 and 800
 * are no area codes.
 */
const lostAreaZero = /^(?:10\d{8}|2\d\d{8}|(?![48]00)[3-9]\d{2}\d{7,8})$/
const anyHyphen = new RegExp(`[${hyphenLike}]`, 'g')
const digitsOf = (text: string) => text.replaceAll(/\D/g, '')

/** Behind a number: 转801, ext. 801, 分机801. */
const extension = /\s*(?:转|轉|分机|分機|ext\.?|#)\s*[:：]?\s*(\d{1,6})$/i
/** A number with its area code or without, and what stands behind the last hyphen: an extension. */
const withExtension = /^((?:\d{2,4}-)?\d{7,8})-(\d{1,6})$/
/** Begins as a mobile number does, and has not its eleven digits. */
const likeMobile = /^1[3-9]\d{7,}$/

/** Two numbers, with a sign, a word, a line break or a space between them. */
const holdsTwo = (text: string): boolean => {
  const [first = '', ...others] = text.split(/[/、,;|\\\n]|或|和|\s{2,}/)
  if (others.some((other) => digitsOf(other).length > 0) && digitsOf(first).length >= 7) return true
  return [/\s+/, '-'].some((sign) => text.split(sign).filter((part) => digitsOf(part).length >= 7).length > 1)
}

/** China's country code, before an area code or a mobile number. */
const withoutCountry = (text: string): string =>
  /^(?:\+|00)86-?0?-?(.{7,})$/.test(text)
    ? text.replace(/^(?:\+|00)86-?/, '')
    : // Twelve digits and more are no number of one's own: 86 731 55550000 has the country's before it.
      text.replace(/^86-?(?=1[3-9]\d{9}$)|^86-(?=0?[1-9]\d{1,2}-?\d{7,8}$)|^86(?=0?[1-9]\d{9,10}$)/, '')

/**
 * A telephone number: a mobile number in its eleven digits, another as it is written, with the area code's zero, without
 * China's country code, an extension behind a hyphen. Two numbers in one cell are refused: which one holds is the office's to say.
 */
export const readPhone = (step: Step): CellRead => {
  const plain = step.text
    .replace(anyHyphen, '-')
    .replace(extension, '-$1')
    .replaceAll(/[()[\]（）]/g, ' ')
    .trim()
  if (isMasked(plain)) return { fault: 'CELL_MASKED' }
  if (holdsTwo(plain)) return { fault: 'CELL_TWO_PHONES' }
  const joined = withoutDecimalTail(withoutSpaces({ ...step, text: plain }))
  const national = withoutCountry(joined.text)
  const bare = national.replaceAll('-', '')
  const repairs = [
    ...joined.repairs,
    ...(national === joined.text ? [] : (['COUNTRY_CODE'] as const)),
    ...(mobile.test(bare) && bare !== national && !joined.repairs.includes('SPACES') ? (['SPACES'] as const) : []),
  ]
  if (mobile.test(bare)) return { value: bare, repairs }
  if (likeMobile.test(national)) return { fault: 'CELL_PHONE' }
  const main = withExtension.exec(national)?.[1] ?? national
  if (lostAreaZero.test(main.replace('-', ''))) return { value: `0${national}`, repairs: [...repairs, 'LEADING_ZERO'] }
  return { value: national, repairs }
}
