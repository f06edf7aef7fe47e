import { createHash } from 'node:crypto'
import { type Cell, type Column, safeRow, safeText } from './cells.ts'

/** A line of the second sheet: what is said, and of what. */
export type AboutLine = readonly [label: string, value: string | number]

/** A list or a figure to take away, before it is written in a format. */
export type ExportTable = {
  /** Chinese title: the name of the first sheet. */
  title: string
  columns: readonly Column[]
  /** Pages of rows; read once, in order. */
  pages(): AsyncIterable<readonly (readonly Cell[])[]>
  /** Question, moment, position, sample: what is known before the first row. */
  about: readonly AboutLine[]
  /** Most rows that are written. */
  limit: number
  /** How many rows the whole has; undefined where that is known only when all are read. */
  total?: number | undefined
}

/** A table to take away, and what gives back the snapshot that its rows are read from. */
export type OpenedExport = { table: ExportTable; close(): void }

/** What the second sheet says: complete once the rows have been read. */
export type Tally = { rows: number; cut: boolean; sha256: string; about: readonly AboutLine[] }

const tallyLines = (table: ExportTable, rows: number, cut: boolean, sha256: string): AboutLine[] => [
  ['行数', rows],
  ['行数上限', table.limit],
  [
    '是否截断',
    cut
      ? `是：${table.total === undefined ? '另有更多行' : `共 ${table.total} 行`}，只导出前 ${rows} 行；请缩小范围或提高上限`
      : '否',
  ],
  ['摘要（SHA-256）', sha256],
  ['摘要算法', '每行各单元格写成 JSON 数组，行末加换行，按顺序计算；同一问题、时点、位置再次导出应得同一摘要'],
]

/** The rows of a table made safe, counted, digested, and cut at its limit. `tally` is right once the pages are read to the end. */
export const tallied = (table: ExportTable): { pages: AsyncIterable<Cell[][]>; tally: () => Tally } => {
  const hash = createHash('sha256')
  let [rows, cut] = [0, false]
  async function* pages() {
    for await (const page of table.pages()) {
      const kept = page.slice(0, table.limit - rows).map(safeRow)
      for (const row of kept) hash.update(`${JSON.stringify(row)}\n`)
      rows += kept.length
      cut = kept.length < page.length
      if (kept.length > 0) yield kept
      if (cut) return
    }
  }
  const tally = (): Tally => {
    const sha256 = hash.copy().digest('hex')
    const about = [...table.about, ...tallyLines(table, rows, cut, sha256)]
    return {
      rows,
      cut,
      sha256,
      about: about.map(([label, value]) => [label, typeof value === 'string' ? safeText(value) : value]),
    }
  }
  return { pages: pages(), tally }
}
