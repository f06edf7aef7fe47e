import type { CellKind } from './cell.ts'
import { withPointMoved } from './decimal-point.ts'

/** A unit in which amounts of money are written. */
export type AmountUnit = {
  zh: string
  /** By how many places the decimal point moves to make yuan of it. */
  places: number
}

const units: readonly AmountUnit[] = [
  { zh: '亿元', places: 8 },
  { zh: '百万元', places: 6 },
  { zh: '十万元', places: 5 },
  { zh: '万元', places: 4 },
  { zh: '千元', places: 3 },
  { zh: '百元', places: 2 },
  { zh: '元', places: 0 },
  { zh: '角', places: -1 },
  { zh: '分', places: -2 },
]

export const yuan: AmountUnit = units.find(({ zh }) => zh === '元')!

/** Whether cells of a kind are amounts of money. */
export const isMoney = (kind: CellKind): boolean =>
  typeof kind === 'object' ? 'list' in kind && isMoney(kind.list) : kind === 'yuan' || kind === 'signedYuan'

const unitOf = (word: string | undefined) => units.find(({ zh }) => zh === word)

/** Words for units; 万 and 千 alone stand for theirs. */
const word = '(?:亿|百万|十万|万|千|百)?元|亿|百万|十万|万|千|角|分'
const wholeUnit = new RegExp(
  `^(?:(?:金额|计量|货币|币种|计价)?单位)?(?:为|是)?(?:人民币)?(${word})(?:人民币)?(?:整)?(?:[/每].*)?$`,
)
const said = (text: string) => unitOf(/[亿万千]$/.test(text) ? `${text}元` : text)

/** The unit that a note names: 万元, 单位:元, 人民币千元; undefined where it names none. */
export const unitNamed = (note: string): AmountUnit | undefined =>
  said(wholeUnit.exec(note.normalize('NFKC').replaceAll(/[\s:]/g, ''))?.[1] ?? '')

/** What stands behind 单位：, up to the end of the brackets; and 以万元为单位, 以万元计. */
const unitList = /(?:单位|币种|人民币)\s*[:(为是]\s*([^)\]】〕]{1,60})/g
const unitAsSaid = new RegExp(`以(?:人民币)?(${word})(?:人民币)?(?:为单位|计)`, 'g')

const unitsOfCell = (text: string): readonly AmountUnit[] => {
  const whole = unitNamed(text.replaceAll(/[()[\]【】〔〕]/g, ''))
  if (whole) return [whole]
  const listed = [...text.matchAll(unitList)].flatMap(([, list]) => list!.split(/[、,/;和及与\s|]+/))
  const named = [...text.matchAll(unitAsSaid)].map(([, unit]) => unit!)
  return [...listed, ...named].flatMap((one) => unitNamed(one) ?? [])
}

/** The units that the cells of a row over or under a table name, each once: 单位：万元, （金额单位：元、人）. */
export const unitsInTitle = (cells: readonly string[]): readonly AmountUnit[] => {
  const texts = cells.map((cell) => cell.normalize('NFKC').trim()).filter((cell) => cell !== '')
  // 单位： and 万元 may stand in two cells.
  return [...new Set([...texts, texts.join(' ')].flatMap(unitsOfCell))]
}

/** An amount in yuan of one written in a unit; why there is none otherwise. */
export type InYuan = { yuan: string } | { fault: 'other unit' | 'no amount' }

/**
 * An amount that is written in a unit, in yuan; exact, by moving the decimal point. A unit behind the amount must be the
 * same one.
 * @example inYuan('5.20', 万元) // { yuan: '52000' }
 */
export const inYuan = (text: string, unit: AmountUnit): InYuan => {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^(?:[¥$]|RMB|人民币)/i, '')
  const [, behind] = new RegExp(`(${word})整?$`).exec(plain) ?? []
  if (behind !== undefined && said(behind) !== unit) return { fault: 'other unit' }
  const amount = plain.replace(new RegExp(`(?:${word})整?$`), '')
  const [, sign = '', ...match] = /^([-\u2010-\u2015\u2212]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(amount) ?? []
  const [whole, fraction = ''] = match
  if (whole === undefined) return { fault: 'no amount' }
  return { yuan: (sign === '' ? '' : '-') + withPointMoved(whole.replaceAll(',', ''), fraction, unit.places) }
}
