import type { Repair } from './repair.ts'

/** What a cell holds, on the way to being read, and what was put right so far. */
export type Step = { text: string; repairs: readonly Repair[] }

/** Spaces of every kind, those of CSV exports that forget to decode them too. */
const edges = /^[\s\uFEFF]+|[\s\uFEFF]+$/g
/** Variation selectors: they choose between forms of the character in front, so a text keeps them. */
const variationSelectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu
/** What nobody sees: joiners, direction marks, soft hyphens, fillers, control characters; not tabs and line breaks. */
const invisible = /(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\p{Default_Ignorable_Code_Point}\u2800\p{Cc}](?<![\t\n\r])/gu
const mayBeInvisible = /[^\x20-\x7E\u3000-\u33FF\u4E00-\u9FFF\uFF01-\uFF5E]/u

const wideLetters = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
const wide = /[\uFF01-\uFF5E]/g
const half = (letter: string) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)

/** Apostrophes, typed or made of one by a word processor, that a spreadsheet or an official puts before a number. */
const apostrophes = "'`\u00B4\u02B9\u02BC\u2018\u2019\u201B\u2032\u2035\uFF07"
const guard = new RegExp(`^[${apostrophes}]+(?=[=+\\-@＝＋－＠0-9０-９\\t\\r])`)
const formulaText = /^[=＝]["“”＂](.*)["“”＂]$/
const quotes = new RegExp(`^[${apostrophes}"“”＂]+|[${apostrophes}"“”＂]+$`, 'g')

const then = ({ text, repairs }: Step, changed: string, repair: Repair): Step =>
  changed === text
    ? { text, repairs }
    : { text: changed, repairs: repairs.includes(repair) ? repairs : [...repairs, repair] }

/** Hyphens, minus signs and dashes: what keyboards and word processors put between the parts of a number or a day. */
export const hyphenLike = '\\-\\u2010-\\u2015\\u2043\\u2212\\u30FC\\uFE58\\uFE63\\uFF0D\\uFF70\\uFFDA\\uFFE3'

/** A cell without what cannot be seen, without a text mark, and with half-width letters and digits. */
export const cleanCell = (raw: string): Step => {
  const start: Step = { text: raw.replace(edges, ''), repairs: [] }
  const seen = mayBeInvisible.test(start.text)
    ? then(start, start.text.replace(invisible, '').replace(edges, ''), 'INVISIBLE')
    : start
  const bare = formulaText.exec(seen.text)?.[1] ?? seen.text.replace(guard, '')
  const open = then(seen, bare.replace(edges, ''), 'TEXT_GUARD')
  return then(open, open.text.replace(wideLetters, half), 'HALF_WIDTH')
}

/** A cell of a number or a day: half-width throughout, and without quotes around it. */
export const narrowCell = (step: Step): Step => {
  const shown = then(step, step.text.replace(variationSelectors, ''), 'INVISIBLE')
  const narrow = then(shown, shown.text.replace(wide, half), 'HALF_WIDTH')
  return then(narrow, narrow.text.replace(quotes, '').replace(edges, ''), 'TEXT_GUARD')
}

/** A number without spaces in it. */
export const withoutSpaces = (step: Step): Step => then(step, step.text.replaceAll(/\s/g, ''), 'SPACES')

const separators = new RegExp(`[\\s.·_${hyphenLike}]`, 'g')

/** A number without spaces, hyphens or points between its parts. */
export const withoutSeparators = (step: Step): Step => then(step, step.text.replaceAll(separators, ''), 'SPACES')

/** A number without the .0 of a program that took it for a figure. */
export const withoutDecimalTail = (step: Step): Step =>
  then(step, step.text.replace(/^(\d+)\.0+$/, '$1'), 'DECIMAL_TAIL')

const masking = /[*＊•●■█○◯★×xX]{3,}|[*＊•●■█○◯★]+\d|\d[*＊•●■█○◯★]+/

/** Whether signs stand in the place of digits, as in 139****0001. */
export const isMasked = (text: string): boolean => masking.test(text)
