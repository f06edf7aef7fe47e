import type { CellRead } from './cell.ts'
import type { CellFaultCode } from './cell-fault.ts'
import type { Step } from './clean-cell.ts'

const grouped = /^-?\d{1,3}(,\d{3})+(?=\.|$)/
const hyphens = /^[\u2010-\u2015\u2212\uFF0D]/

/** The digits of a number without the commas between thousands; a comma elsewhere stays, and is no number. */
const digitsOf = (text: string): string => {
  const plain = text.replaceAll('，', ',').replaceAll('．', '.').replace(hyphens, '-')
  return grouped.test(plain) ? plain.replaceAll(',', '') : plain
}

/** Digits that a number of JavaScript is sure to keep. */
const keptDigits = 15

const numberIn = ({ text, repairs }: Step, form: RegExp, fault: CellFaultCode): CellRead => {
  const digits = digitsOf(text)
  const value = Number(digits)
  const isKept = Number.isSafeInteger(value) || digits.replaceAll(/\D/g, '').replace(/^0+/, '').length <= keptDigits
  return form.test(digits) && isKept ? { value: value === 0 ? 0 : value, repairs } : { fault }
}

/** A whole number: 12, 1,200, 12.0. */
export const readCount = (step: Step): CellRead => numberIn(step, /^-?\d{1,16}(\.0+)?$/, 'CELL_COUNT')

/** A number with decimals: 91.5. */
export const readDecimal = (step: Step): CellRead => numberIn(step, /^-?\d{1,15}(\.\d{1,10})?$/, 'CELL_DECIMAL')

const yes = '是 是的 有 对 √ ✓ ✔ ☑ 1 1.0 y yes true t'.split(' ')
const no = '否 不是 无 没有 错 × ✗ ✘ ☒ 0 0.0 n no false f'.split(' ')
const answers = new Map([...yes.map((word) => [word, true] as const), ...no.map((word) => [word, false] as const)])

/** Yes or no: 是, 否, √, ×, 1, 0, yes, no, TRUE, FALSE. An empty box, x and ○ mean either to somebody. */
export const readYesNo = ({ text, repairs }: Step): CellRead => {
  // A sign may be told to show as text, not as a picture.
  const value = answers.get(text.toLowerCase().replaceAll(/\s|\uFE0E|\uFE0F/g, ''))
  return value === undefined ? { fault: 'CELL_YES_NO' } : { value, repairs }
}
