import type { CellFaultCode } from './cell-fault.ts'
import { readCitizenNumber } from './citizen-number-cell.ts'
import { cleanCell, isMasked, narrowCell, type Step, withoutDecimalTail, withoutSpaces } from './clean-cell.ts'
import { type CodeCell, readCode } from './code-cell.ts'
import { isDayInNumber, readDay } from './day-cell.ts'
import { readDocumentNumber } from './document-number-cell.ts'
import { isBlank, isDitto, isFormulaError, isOfficialsNothing, isProgramsNothing } from './empty-cell.ts'
import { readInstantCell, readMoment } from './instant-cell.ts'
import { readList } from './list-cell.ts'
import { readMonth, readPartialDate } from './month-cell.ts'
import { readNameCell } from './name-cell.ts'
import { readPhone } from './phone-cell.ts'
import { readCount, readDecimal, readYesNo } from './quantity-cell.ts'
import { readRegion } from './region-cell.ts'
import type { Repair } from './repair.ts'
import { readSignedYuan, readYuan } from './yuan-cell.ts'

/**
 * What a column holds. A code list has its codes and their variants: other ways to write its words. A `moment` is a day,
 * or an instant where a time of day is written. A list is of one kind.
 * `words` are an office's own for what the kind holds.
 */
export type CellKind =
  | 'text'
  | 'name'
  | 'number'
  | 'citizenNumber'
  | 'uscc'
  | 'region'
  | 'phone'
  | 'day'
  | 'month'
  | 'partialDate'
  | 'instant'
  | 'moment'
  | 'yuan'
  | 'signedYuan'
  | 'count'
  | 'decimal'
  | 'yesNo'
  | 'documentNumber'
  | CodeCell
  | { list: CellKind }
  | OfficeWords

type PlainKind = Exclude<CellKind, OfficeWords>
type OfficeWords = { words: Readonly<Record<string, string>>; of: CellKind }

/** The value of a cell: amounts in fen, days as texts. */
export type CellValue = string | number | boolean | readonly CellValue[]

/** A cell read: its value (undefined when empty) with what was repaired, or why it is beyond repair. */
export type CellRead = { value: CellValue | undefined; repairs: readonly Repair[] } | { fault: CellFaultCode }

const exponent = /^[+-]?\d+(\.\d+)?[eE]\+?\d+$/
/** A number of year, month and order looks the same; a spreadsheet would have written 2025/3/1. */
const likeDay = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
/** A spreadsheet keeps 15 digits. The number may still be right: one in a thousand ends so. */
const likeCut = /^\d{15}0{3,}$/

const readNumber = (step: Step): CellRead => {
  if (exponent.test(step.text)) return { fault: 'CELL_EXPONENT' }
  if (isDayInNumber(step.text)) return { fault: 'CELL_DAY_IN_NUMBER' }
  if (isMasked(step.text)) return { fault: 'CELL_MASKED' }
  const { text: value, repairs } = withoutDecimalTail(step)
  if (likeDay.test(value)) return { value, repairs: [...repairs, 'DAY_DOUBTFUL'] }
  return { value, repairs: likeCut.test(value) ? [...repairs, 'DIGITS_DOUBTFUL'] : repairs }
}

const readUscc = (step: Step): CellRead => {
  const { text, repairs } = withoutSpaces(step)
  return isMasked(text) ? { fault: 'CELL_MASKED' } : { value: text.toUpperCase(), repairs }
}

/** A value that is made of digits; what a spreadsheet turned into 4.3E+17 is none of them any more. */
const ofDigits = (step: Step, readIt: (step: Step) => CellRead): CellRead => {
  const narrow = narrowCell(step)
  return exponent.test(narrow.text) ? { fault: 'CELL_EXPONENT' } : readIt(narrow)
}

const readFilled = (kind: PlainKind, step: Step): CellRead => {
  switch (kind) {
    case 'text':
      return { value: step.text, repairs: step.repairs }
    case 'name':
      return readNameCell(step)
    case 'number':
      return readNumber(step)
    case 'citizenNumber':
      return ofDigits(step, readCitizenNumber)
    case 'uscc':
      return ofDigits(step, readUscc)
    case 'region':
      return ofDigits(step, readRegion)
    case 'phone':
      return ofDigits(step, readPhone)
    case 'day':
      return readDay(narrowCell(step))
    case 'month':
      return readMonth(narrowCell(step))
    case 'partialDate':
      return readPartialDate(narrowCell(step))
    case 'instant':
      return readInstantCell(narrowCell(step))
    case 'moment':
      return readMoment(narrowCell(step))
    case 'yuan':
      return ofDigits(step, readYuan)
    case 'signedYuan':
      return ofDigits(step, readSignedYuan)
    case 'count':
      return readCount(narrowCell(step))
    case 'decimal':
      return readDecimal(narrowCell(step))
    case 'yesNo':
      return readYesNo(step)
    case 'documentNumber':
      return readDocumentNumber(narrowCell(step).text, (as) => readStep(as, step))
    default:
      return 'list' in kind
        ? readList(step, kind.list === 'text', (member) => readCell(kind.list, member))
        : readCode(kind, step)
  }
}

/** Kinds whose cells may say 'no' or 'none' in so many words. */
const mayAnswerNothing = (kind: CellKind): boolean =>
  typeof kind === 'object' ? !('list' in kind) || mayAnswerNothing(kind.list) : kind === 'yesNo'

/** NA may be a number; everywhere else it is R's mark for 'not available'. */
const isEmptyWord = (kind: CellKind, text: string): boolean =>
  (isProgramsNothing(text) && !((kind === 'number' || kind === 'documentNumber') && /^na$/i.test(text))) ||
  (!mayAnswerNothing(kind) && isOfficialsNothing(text))

const readStep = (kind: CellKind, step: Step): CellRead => {
  if (typeof kind === 'object' && 'words' in kind) {
    const word = Object.hasOwn(kind.words, step.text) ? kind.words[step.text] : undefined
    return readStep(kind.of, word === undefined ? step : { text: word, repairs: [...step.repairs, 'CODE_WORD'] })
  }
  if (isEmptyWord(kind, step.text)) return { value: undefined, repairs: ['EMPTY_WORD'] }
  if (isFormulaError(step.text)) return { fault: 'CELL_ERROR' }
  return isDitto(step.text) ? { fault: 'CELL_DITTO' } : readFilled(kind, step)
}

/**
 * Reads a cell as what its column holds, and puts right what a spreadsheet has done to it. Marks and words for 'nothing'
 * (-, —, /, NULL, 无) are empty cells.
 * @example readCell('day', '45931') // { value: '2025-10-01', repairs: ['SERIAL_DAY'] }
 */
export const readCell = (kind: CellKind, raw: string): CellRead => {
  if (raw.includes('\uFFFD')) return { fault: 'CELL_GARBLED' }
  const step = cleanCell(raw)
  if (isBlank(step.text)) return { value: undefined, repairs: [] }
  return readStep(kind, step)
}
