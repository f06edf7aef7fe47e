import { citizenNumberFault, upgradeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import { regions } from '@hub/schemas/values/region-code.ts'
import type { CellFaultCode } from './cell-fault.ts'
import { readDay } from './day-cell.ts'
import { readDocumentNumber } from './document-number-cell.ts'
import { readInstantCell, readMoment } from './instant-cell.ts'
import { readList } from './list-cell.ts'
import { readMonth, readPartialDate } from './month-cell.ts'
import { readCount, readDecimal, readYesNo } from './quantity-cell.ts'
import type { Repair } from './repair.ts'

/**
 * What a column holds. A code list has its codes and their variants: other ways to write its words. A `moment` is a day,
 * or an instant where a time of day is written. A list is of one kind.
 */
export type CellKind =
  | 'text'
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
  | { variants: Readonly<Record<string, string>>; codes?: readonly string[] }
  | { list: CellKind }

/** The value of a cell: amounts in fen, days as texts. */
export type CellValue = string | number | boolean | readonly CellValue[]

/** A cell read: its value (undefined when empty) with what was repaired, or why it is beyond repair. */
export type CellRead = { value: CellValue | undefined; repairs: readonly Repair[] } | { fault: CellFaultCode }

const exponent = /^[+-]?\d+(\.\d+)?[eE]\+?\d+$/
const wide = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g
const edges = /^[\s\u3000\uFEFF]+|[\s\u3000\uFEFF]+$/g
const formulaErrors = /^#(N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!)$/
/** A hyphen from a spreadsheet may be any of these. */
const hyphens = /[\u2010-\u2015\u2212\uFF0D]/g

const regionNames = Map.groupBy(regions, (region) => region.name)

type Step = { text: string; repairs: Repair[] }

const unguarded = (text: string): string =>
  /^="(.*)"$/.exec(text)?.[1] ?? (/^'[=+\-@＝＋－＠\d\t\r]/.test(text) ? text.slice(1) : text)

const plain = (raw: string): Step => {
  const repairs: Repair[] = []
  const trimmed = raw.replace(edges, '')
  const bare = unguarded(trimmed).replace(edges, '')
  if (bare !== trimmed) repairs.push('TEXT_GUARD')
  const narrow = bare.replace(wide, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
  if (narrow !== bare) repairs.push('HALF_WIDTH')
  return { text: narrow, repairs }
}

const read = (value: CellValue | undefined, repairs: readonly Repair[]): CellRead => ({ value, repairs })

const withoutSpaces = ({ text, repairs }: Step): Step => {
  const joined = text.replaceAll(/[\s\u3000]/g, '')
  return { text: joined, repairs: joined === text ? repairs : [...repairs, 'SPACES'] }
}

const withoutDecimalTail = ({ text, repairs }: Step): Step =>
  /^\d+\.0+$/.test(text)
    ? { text: text.replace(/\.0+$/, ''), repairs: [...repairs, 'DECIMAL_TAIL'] }
    : { text, repairs }

const readNumber = (step: Step): CellRead => {
  if (exponent.test(step.text)) return { fault: 'CELL_EXPONENT' }
  const { text, repairs } = withoutDecimalTail(step)
  // A spreadsheet keeps 15 digits. The number may still be right: one in a thousand ends so.
  return read(text, /^\d{15}0{3,}$/.test(text) ? [...repairs, 'DIGITS_DOUBTFUL'] : repairs)
}

const readCitizenNumber = (step: Step): CellRead => {
  if (exponent.test(step.text)) return { fault: 'CELL_EXPONENT' }
  const { text, repairs } = withoutDecimalTail(withoutSpaces(step))
  if (/^\d{15}$/.test(text)) {
    const upgraded = upgradeCitizenNumber(text)
    return upgraded === undefined ? { fault: 'CELL_OLD_NUMBER' } : read(upgraded, [...repairs, 'UPGRADED'])
  }
  if (/^\d{15}000$/.test(text) && citizenNumberFault(text) !== undefined) return { fault: 'CELL_DIGITS_LOST' }
  return /^\d{17}x$/.test(text) ? read(text.toUpperCase(), [...repairs, 'CAPITAL_X']) : read(text, repairs)
}

const readUscc = (step: Step): CellRead => {
  if (exponent.test(step.text)) return { fault: 'CELL_EXPONENT' }
  const { text, repairs } = withoutSpaces(step)
  return read(text.toUpperCase(), repairs)
}

const readRegion = (step: Step): CellRead => {
  if (exponent.test(step.text)) return { fault: 'CELL_EXPONENT' }
  const { text, repairs } = withoutDecimalTail(withoutSpaces(step))
  if (/^\d{6}(\d{3}(\d{3})?)?$/.test(text)) return read(text, repairs)
  const named = regionNames.get(text)
  return named?.length === 1 ? read(named[0]!.code, [...repairs, 'REGION_NAME']) : { fault: 'CELL_REGION' }
}

/** Area codes begin with 0 and are lost as a number: 010 and 02x with 8 digits, others of 4 digits with 7 or 8. */
const lostAreaZero = /^(10\d{8}|2\d\d{8}|[3-9]\d{2}\d{7,8})$/

const readPhone = (step: Step): CellRead => {
  if (exponent.test(step.text)) return { fault: 'CELL_EXPONENT' }
  const { text, repairs } = withoutDecimalTail(
    withoutSpaces({ ...step, text: step.text.replace(hyphens, '-').replaceAll(/[()（）]/g, '') }),
  )
  return lostAreaZero.test(text.replace('-', '')) ? read(`0${text}`, [...repairs, 'LEADING_ZERO']) : read(text, repairs)
}

const readYuan = ({ text, repairs }: Step): CellRead => {
  if (exponent.test(text)) return { fault: 'CELL_EXPONENT' }
  const amount = text
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '')
    .replaceAll('，', ',')
    .replaceAll('．', '.')
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)?$/.exec(amount)
  if (!match) return { fault: 'CELL_AMOUNT' }
  const fen = Number(match[1]!.replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? read(fen, [...repairs, 'YUAN']) : { fault: 'CELL_AMOUNT' }
}

const readSignedYuan = (step: Step): CellRead => {
  const negative = /^[-\u2010-\u2015\u2212\uFF0D]\s*/
  const amount = readYuan({ ...step, text: step.text.replace(negative, '') })
  if ('fault' in amount || !negative.test(step.text)) return amount
  return { ...amount, value: amount.value === 0 ? 0 : -Number(amount.value) }
}

const readPlain = (kind: CellKind, step: Step): CellRead => {
  switch (kind) {
    case 'text':
      return read(step.text, step.repairs)
    case 'number':
      return readNumber(step)
    case 'citizenNumber':
      return readCitizenNumber(step)
    case 'uscc':
      return readUscc(step)
    case 'region':
      return readRegion(step)
    case 'phone':
      return readPhone(step)
    case 'day':
      return readDay(step.text, step.repairs)
    case 'yuan':
      return readYuan(step)
    case 'signedYuan':
      return readSignedYuan(step)
    case 'month':
      return readMonth(step.text, step.repairs)
    case 'partialDate':
      return readPartialDate(step.text, step.repairs)
    case 'instant':
      return readInstantCell(step.text, step.repairs)
    case 'moment':
      return readMoment(step.text, step.repairs)
    case 'count':
      return readCount(step.text, step.repairs)
    case 'decimal':
      return readDecimal(step.text, step.repairs)
    case 'yesNo':
      return readYesNo(step.text, step.repairs)
    case 'documentNumber':
      return readDocumentNumber(step.text, (as) => readPlain(as, step))
    default: {
      if ('list' in kind)
        return readList(step.text, step.repairs, kind.list === 'text', (member) => readCell(kind.list, member))
      const word = Object.hasOwn(kind.variants, step.text) ? kind.variants[step.text]! : step.text
      return read(word, word === step.text ? step.repairs : [...step.repairs, 'CODE_WORD'])
    }
  }
}

/**
 * Reads a cell as what its column holds, and puts right what a spreadsheet has done to it. Marks for 'nothing'
 * (-, —, /) are empty cells.
 * @example readCell('day', '45931') // { value: '2025-10-01', repairs: ['SERIAL_DAY'] }
 */
export const readCell = (kind: CellKind, raw: string): CellRead => {
  if (raw.includes('\uFFFD')) return { fault: 'CELL_GARBLED' }
  const step = plain(raw)
  if (step.text === '' || /^[-—/]+$/.test(step.text)) return read(undefined, [])
  return formulaErrors.test(step.text) ? { fault: 'CELL_ERROR' } : readPlain(kind, step)
}
