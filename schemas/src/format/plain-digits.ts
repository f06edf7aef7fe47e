/** Signs of numbers that have no decimal digit in Unicode, or a compatibility form with brackets or dots. */
const runsOfNumbers: readonly (readonly [first: number, last: number, value: number])[] = [
  [0x2160, 0x2168, 1], // Ⅰ to Ⅸ
  [0x2170, 0x2178, 1], // ⅰ to ⅸ
  [0x2474, 0x2487, 1], // ⑴ to ⒇
  [0x2488, 0x249b, 1], // ⒈ to ⒛
  [0x24eb, 0x24f4, 11], // ⓫ to ⓴
  [0x24f5, 0x24fe, 1], // ⓵ to ⓾
  [0x24ff, 0x24ff, 0], // ⓿
  [0x2776, 0x277f, 1], // ❶ to ❿
  [0x2780, 0x2789, 1], // ➀ to ➉
  [0x278a, 0x2793, 1], // ➊ to ➓
  [0x3021, 0x3029, 1], // 〡 to 〩
  [0x1f100, 0x1f100, 0], // 🄀
  [0x1f101, 0x1f10a, 0], // 🄁 to 🄊
  [0x1f10b, 0x1f10c, 0], // 🄋
]

const hanDigits: ReadonlyMap<string, string> = new Map(
  ['〇一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖', '零壹貳參肆伍陸柒捌玖', '洞幺两'].flatMap((digits) =>
    [...digits].map((sign, value): [string, string] => [sign, String(value)]),
  ),
)

const isDecimal = (codePoint: number) => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint))

/** The value of a decimal digit of any script: Unicode has them in runs of ten that begin with the zero. */
const plainDecimal = (digit: string): string => {
  const codePoint = digit.codePointAt(0)!
  let before = 0
  while (isDecimal(codePoint - before - 1)) before++
  return String(before % 10)
}

const plainNumber = (sign: string): string => {
  const codePoint = sign.codePointAt(0)!
  const run = runsOfNumbers.find(([first, last]) => codePoint >= first && codePoint <= last)
  return run ? String(run[1] === 0x1f10c ? 0 : codePoint - run[0] + run[2]) : (hanDigits.get(sign) ?? sign)
}

/** The Han signs that are read as digits, also those on cheques. */
export const hanDigitSigns: string = [...hanDigits.keys()].join('')

const numberSign = new RegExp(`[\\p{No}\\p{Nl}${hanDigitSigns}]`, 'gu')
/** What people type for the check character of a citizen number: the Roman ten, times, Greek and Cyrillic letters. */
const checkCharacter = /[ⅩⅹΧχХх×✕✖]/g
/** Marks on a sign, and what has no width: nobody sees them between two digits. */
const unseen = /[\p{M}\p{Cf}\p{Co}\u115f\u1160\u3164\uffa0]/gu

/** Whether a text is ASCII throughout, as most are: it is in plain digits as it is. */
const isAscii = (text: string) => !/[^\0-\x7f]/.test(text)

const seen = (text: string) => text.normalize('NFKC').replace(unseen, '')

/**
 * The readings of a text in which its numbers stand in the digits 0 to 9, so that a number is the same however it was typed:
 * decimal digits of every script, then also signs that are read as numbers (circled, Roman, Han). Both, for such a sign may
 * stand right beside a number and not belong to it. Only to look for numbers in: never stored, never told.
 */
export const readingsInDigits = (text: string): readonly string[] => {
  if (isAscii(text)) return [text]
  const decimal = text.replace(checkCharacter, 'X').replace(/\p{Nd}/gu, plainDecimal)
  // A sign whose compatibility form is digits must not get them in the first reading.
  const first = seen(decimal.replace(numberSign, '|'))
  const second = seen(decimal.replace(numberSign, plainNumber)).replace(numberSign, plainNumber)
  return first === second ? [first] : [first, second]
}
