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

const numberIn = ({ text, repairs }: Step, form: RegExp, fault: CellFaultCode): CellRead => {
  const digits = digitsOf(text)
  const value = Number(digits)
  return form.test(digits) && Math.abs(value) <= Number.MAX_SAFE_INTEGER ? { value, repairs } : { fault }
}

/** A whole number: 12, 1,200, 12.0. */
export const readCount = (step: Step): CellRead => numberIn(step, /^-?\d{1,16}(\.0+)?$/, 'CELL_COUNT')

/** A number with decimals: 91.5. */
export const readDecimal = (step: Step): CellRead => numberIn(step, /^-?\d{1,15}(\.\d{1,10})?$/, 'CELL_DECIMAL')

const answers: Readonly<Record<string, boolean>> = {
  是: true,
  否: false,
  有: true,
  无: false,
  没有: false,
  对: true,
  错: false,
  '√': true,
  '✓': true,
  '×': false,
  '✗': false,
  1: true,
  0: false,
  y: true,
  n: false,
  yes: true,
  no: false,
  true: true,
  false: false,
}

/** Yes or no: 是, 否, √, ×, 1, 0, yes, no, TRUE, FALSE. */
export const readYesNo = ({ text, repairs }: Step): CellRead => {
  const key = text.toLowerCase()
  return Object.hasOwn(answers, key) ? { value: answers[key], repairs } : { fault: 'CELL_YES_NO' }
}
