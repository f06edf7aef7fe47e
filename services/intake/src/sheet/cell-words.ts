import type { CellKind } from './cell.ts'

/** What to write into a cell, in both languages. */
export type CellWords = { zh: string; en: string }

type PlainKind = Extract<CellKind, string>

const words: Readonly<Record<PlainKind, CellWords>> = {
  text: { zh: '文字', en: 'text' },
  name: { zh: '姓名，各部分以“·”分隔', en: 'name of a person, with · between its parts' },
  number: { zh: '编号', en: 'a number or id' },
  citizenNumber: { zh: '18 位公民身份号码', en: 'citizen number of 18 characters' },
  uscc: { zh: '18 位统一社会信用代码', en: 'credit code of 18 characters' },
  region: { zh: '6、9 或 12 位区划代码，或本市区划名称', en: 'division code, or the name of a region of the city' },
  phone: { zh: '电话', en: 'telephone' },
  day: { zh: '日期，如 2025-10-01', en: 'date, as 2025-10-01' },
  month: { zh: '年月，如 2025-10', en: 'month, as 2025-10' },
  partialDate: { zh: '年、年月或日期', en: 'year, month or date' },
  instant: { zh: '日期和时分，如 2025-10-01 09:30', en: 'date and time of day, as 2025-10-01 09:30' },
  moment: { zh: '日期，可写时分', en: 'date, with the time of day where it matters' },
  yuan: { zh: '金额（元），如 1234.50', en: 'amount in yuan, as 1234.50' },
  signedYuan: { zh: '金额（元），减少填负数', en: 'amount in yuan, below zero where it is less' },
  count: { zh: '整数', en: 'whole number' },
  decimal: { zh: '数', en: 'number' },
  yesNo: { zh: '是 或 否', en: '是 (yes) or 否 (no)' },
  documentNumber: { zh: '证件号码', en: 'number of the document' },
}

/** What a column's cells hold, as an official reads it. */
export const cellWords = (kind: CellKind): CellWords => {
  if (typeof kind === 'string') return words[kind]
  if ('words' in kind) return cellWords(kind.of)
  if (!('list' in kind)) return { zh: '代码', en: 'a code of the list' }
  const { zh, en } = cellWords(kind.list)
  return kind.list === 'text'
    ? { zh: `${zh}，多项以、或；分隔`, en: `${en}; several with 、 or ； between` }
    : { zh: `${zh}，多项以、分隔`, en: `${en}; several with 、 between` }
}

/** The codes that a column's cells may hold; none where it is no code list. */
export const codesOf = (kind: CellKind): readonly string[] => {
  if (kind === 'yesNo') return ['是', '否']
  if (typeof kind === 'string') return []
  if ('words' in kind) return codesOf(kind.of)
  return 'list' in kind ? codesOf(kind.list) : (kind.codes ?? [])
}
