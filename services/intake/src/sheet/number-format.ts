/**
 * Number formats that a workbook names by number alone (ECMA-376, 18.8.30), as Chinese Excel shows them: those of days,
 * times and per cent. All other numbers below 164 show numbers.
 */
const builtIn: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

/**
 * What a number format makes of a number: a number, another number than it is (per cent, thousands, 万), a day, a month of a
 * year without its day, a time of day, a duration (`[h]:mm`); a number of so many digits.
 */
export type NumberFormat = 'number' | 'scaled' | 'day' | 'month' | 'time' | 'duration' | { digits: number }

/** Whether a format shows a number as a day or a time. */
export const showsTime = (format: NumberFormat): boolean =>
  format === 'day' || format === 'month' || format === 'time' || format === 'duration'

/** The letters of a format that stand for something: without texts, escaped signs, colours, conditions and locales. */
const lettersOf = (code: string): string =>
  code
    .replaceAll(/"[^"]*"?/g, '')
    .replaceAll(/[\\_*!]./g, '')
    .replaceAll(/\[[^\]]*\]/g, (part) => (/^\[[hms]+\]$/i.test(part) ? 'h' : ''))

/** The first of a format's sections: what it does to positive numbers. A text in quotes may have semicolons. */
const firstSection = (code: string): string => /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)![0]

/** 0.0, shows thousands, 0!.0, shows 万 (the point is put in as a sign), % shows hundredths. */
const scales = (section: string): boolean =>
  /%|‰|[#0?],+(?![#0?,])|[#0?][!\\]\.[#0?]/.test(section.replaceAll(/"[^"]*"?|\[[^\]]*\]/g, ''))

/**
 * What a format makes of the numbers of its cells.
 * @example numberFormat(177, '[$-804]yyyy"年"m"月"d"日";@') // 'day'
 */
export const numberFormat = (id: number, code: string | undefined): NumberFormat => {
  const section = firstSection(code ?? builtIn[id] ?? 'General')
  const letters = lettersOf(section)
  if (/^\s*(?:general|g\/通用格式)/i.test(letters)) return 'number'
  if (scales(section)) return 'scaled'
  if (/^0{2,}$/.test(letters)) return { digits: letters.length }
  const plain = letters.replaceAll(/e[+-]/gi, '').replaceAll(/(?:am\/pm|a\/p|上午\/下午)/gi, 'h')
  if (/\[(?:h+|m+|s+)\]/i.test(section.replaceAll(/"[^"]*"?/g, ''))) return 'duration'
  if (!/[ymdhse]/i.test(plain)) return 'number'
  if (/[hs]/i.test(plain) && !/[yde]/i.test(plain)) return 'time'
  return /[ye]/i.test(plain) && /m/i.test(plain) && !/d/i.test(plain) ? 'month' : 'day'
}
