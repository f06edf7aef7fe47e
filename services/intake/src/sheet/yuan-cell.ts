import { amountOfWords } from './amount-words.ts'
import type { CellRead } from './cell.ts'
import { hyphenLike, type Step } from './clean-cell.ts'

const currency = /^(?:[¥￥]|RMB|CNY|人民币)\s*[:：]?\s*/i
/** Between thousands: commas, or the spaces and apostrophes of other countries' programs. One sign throughout. */
const grouped = /^\d{1,3}(?:(?:,\d{3})+|(?:\s\d{3})+|(?:['’]\d{3})+)$/
const decimal = /^([\d,\s'’]+)(?:\.(\d{1,2})0*)?$/

/** An amount without a sign, in fen; undefined for none. */
const fenOf = (text: string): number | undefined => {
  const amount = text.replace(currency, '')
  const words = amountOfWords(amount.replaceAll(/\s/g, ''))
  if (words !== undefined) return words
  const [, whole = '', fraction = ''] = decimal.exec(amount.replace(/\s*(?:元|圆)[整正]?$/, '')) ?? []
  if (!/^\d+$/.test(whole) && !grouped.test(whole)) return undefined
  const fen = Number(whole.replaceAll(/\D/g, '')) * 100 + Number(fraction.padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? fen : undefined
}

const before = new RegExp(`^(?:[¥￥]\\s*)?(?:[${hyphenLike}]|负|(\\+))\\s*`)
const behind = new RegExp(`(?<=[\\d元])\\s*[${hyphenLike}]$`)
const brackets = /^(?:[¥￥]\s*)?\((.*)\)$/

/** An amount and whether it is below zero: -500, 500-, (500), 负500; of several signs none is the one that is meant. */
const signOf = (text: string): { text: string; negative: boolean } => {
  const inside = brackets.exec(text)?.[1]
  if (inside !== undefined) return { text: inside, negative: true }
  const sign = before.exec(text)
  if (sign) return { text: text.slice(sign[0].length), negative: sign[1] === undefined }
  return behind.test(text) ? { text: text.replace(behind, ''), negative: true } : { text, negative: false }
}

/**
 * An amount that may be negative, in whole fen: -500, (1,020.00) as bookkeepers write it, 500- as SAP does, and what
 * `readYuan` reads.
 */
export const readSignedYuan = ({ text, repairs }: Step): CellRead => {
  const { text: amount, negative } = signOf(text)
  const fen = fenOf(amount)
  if (fen === undefined) return { fault: 'CELL_AMOUNT' }
  return { value: negative && fen > 0 ? -fen : fen, repairs: [...repairs, 'YUAN'] }
}

/**
 * An amount in yuan, as whole fen: 500, 1,234.50, 1 234.50, ¥1234.5, 1234.50元, 壹仟贰佰叁拾肆元伍角. Signs between thousands
 * stand there or nowhere.
 */
export const readYuan = (step: Step): CellRead => {
  const amount = readSignedYuan(step)
  return 'value' in amount && Number(amount.value) < 0 ? { fault: 'CELL_AMOUNT_SIGN' } : amount
}
