import type { CellRead } from './cell.ts'
import { hyphenLike, type Step } from './clean-cell.ts'

/** An amount in yuan, as whole fen: 500, 1,234.50, ¥1234.5, 1234.50元. Commas stand between thousands or nowhere. */
export const readYuan = ({ text, repairs }: Step): CellRead => {
  const amount = text.replace(/^[¥￥]\s*/, '').replace(/\s*元整?$/, '')
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)?$/.exec(amount)
  if (!match) return { fault: 'CELL_AMOUNT' }
  const fen = Number(match[1]!.replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? { value: fen, repairs: [...repairs, 'YUAN'] } : { fault: 'CELL_AMOUNT' }
}

const negative = new RegExp(`^[${hyphenLike}]\\s*`)

/** An amount that may be negative. */
export const readSignedYuan = (step: Step): CellRead => {
  const amount = readYuan({ ...step, text: step.text.replace(negative, '') })
  if ('fault' in amount || !negative.test(step.text)) return amount
  return { ...amount, value: amount.value === 0 ? 0 : -Number(amount.value) }
}
