const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  '◯': 0,
  O: 0,
  o: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  叄: 3,
  参: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
} // prettier-ignore

const digitOf = (character: string): number | undefined =>
  /^\d$/.test(character) ? Number(character) : Object.hasOwn(digits, character) ? digits[character] : undefined

/** A year of four digits one after the other, Han or Arabic: 一九六八, 二〇〇五, 二00五; undefined for anything else. */
export const yearOf = (text: string): string | undefined => {
  const figures = [...text].map(digitOf)
  return figures.length === 4 && !figures.includes(undefined) ? figures.join('') : undefined
}

const tens: Readonly<Record<string, number>> = { 廿: 2, 卄: 2, 卅: 3 }

/** A number from 1 to 99 as days and months are written: 3, 03, 三, 〇三, 十四, 一十四, 廿四, 卅一, 零壹拾; undefined for anything else. */
export const smallNumberOf = (text: string): number | undefined => {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const [, zero = '', ten = '', one = ''] = /^([〇零○◯]?)(廿|卄|卅|.?[十拾])?(.?)$/u.exec(text) ?? []
  if (ten === '' && one === '') return undefined
  const units = one === '' ? 0 : digitOf(one)
  const before = ten === '' ? 0 : (tens[ten] ?? (ten.length === 1 ? 1 : digitOf(ten.slice(0, 1))))
  if (units === undefined || before === undefined || (ten !== '' && (before === 0 || (one !== '' && units === 0))))
    return undefined
  return zero !== '' && ten === '' && units === 0 ? undefined : before * 10 + units
}
