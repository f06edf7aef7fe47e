import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { type Cell, safeText } from './cells.ts'
import { csvOf } from './csv.ts'
import type { ExportTable, Tally } from './export-table.ts'
import { xlsxOf } from './xlsx.ts'

const number = '430302196803142018'
const tableOf = (rows: readonly (readonly Cell[])[], changes: Partial<ExportTable> = {}): ExportTable => ({
  title: '名单: 2025/全部',
  columns: [
    { heading: '序号', width: 8 },
    { heading: '内容', width: 20 },
  ],
  about: [['导出内容', '名单']],
  limit: 1_000,
  total: rows.length,
  pages: async function* () {
    for (const row of rows) yield [row]
  },
  ...changes,
})

const collected = async <T>(pieces: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}
const csv = async (table: ExportTable) => (await collected(csvOf(table))).join('')
const xlsx = async (table: ExportTable, onTally?: (tally: Tally) => void) => {
  const bytes = Buffer.concat(await collected(xlsxOf(table, onTally)))
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  const sheet = (at: number) => {
    const rows: unknown[][] = []
    book.worksheets[at]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
    return rows
  }
  return { book, bytes, rows: sheet(0), about: Object.fromEntries(sheet(1)) as Record<string, unknown> }
}

describe('cells', () => {
  it.each(['=1+1', '+86', '-5', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＠x'])('defuses %j', (text) => {
    expect(safeText(text)).toBe(`'${text}`)
  })
  it('leaves other texts as they are', () => {
    for (const text of ['', '谭志强', number, 'a=b', '0731-1']) expect(safeText(text)).toBe(text)
  })
  it('says where a text was too long, and holds no sign that XML has not', () => {
    expect(safeText('长'.repeat(40_000))).toHaveLength(32_767)
    expect(safeText('长'.repeat(40_000))).toMatch(/已截断）$/)
    expect(safeText('a\u0000b\ud800')).toBe('a\ufffdb\ufffd')
  })
})

describe('CSV', () => {
  it('has a byte order mark, Chinese headings, and digits that survive', async () => {
    const text = await csv(
      tableOf([
        [1, number],
        [2, '007'],
        [3, '说"好", 行\n二'],
        [4, null],
      ]),
    )
    expect(text.startsWith('\ufeff序号,内容\r\n')).toBe(true)
    const rows = parse(text.split('# ')[0]!, { bom: true }) as string[][]
    expect(rows.slice(1)).toEqual([
      ['1', `${number}\t`],
      ['2', '007\t'],
      ['3', '说"好", 行\n二'],
      ['4', ''],
    ])
  })
  it('ends with what it is, and says that it is whole; its digest can be counted anew', async () => {
    const text = await csv(
      tableOf([
        [1, '=1+1'],
        [2, 'b'],
      ]),
    )
    const sha256 = createHash('sha256').update(`[1,"'=1+1"]\n[2,"b"]\n`).digest('hex')
    expect(text.trimEnd().split('\r\n').at(-1)).toBe(`# 完 行数=2 sha256=${sha256}`)
    expect(text).toContain('# 导出内容,名单\r\n')
    expect(text).toContain('# 是否截断,否\r\n')
  })
  it('names its limit where it is cut', async () => {
    const text = await csv(
      tableOf(
        [
          [1, 'a'],
          [2, 'b'],
          [3, 'c'],
        ],
        { limit: 2 },
      ),
    )
    expect(text).toContain('# 行数,2\r\n')
    expect(text).toMatch(/# 是否截断,"?是：共 3 行，只导出前 2 行/)
    expect(text).not.toContain('3,c')
  })
  it('has no last line where its rows broke off', async () => {
    const broken = tableOf([], {
      pages: async function* () {
        yield [[1, 'a']]
        throw new Error('broken off')
      },
    })
    const got: string[] = []
    await expect(
      (async () => {
        for await (const piece of csvOf(broken)) got.push(piece)
      })(),
    ).rejects.toThrow('broken off')
    expect(got.join('')).not.toContain('# 完')
  })
})

describe('XLSX', () => {
  it('holds texts as texts, numbers as numbers, and says what it is on a second sheet', async () => {
    let told: Tally | undefined
    const table = tableOf([
      [1, number],
      [2, '=HYPERLINK("x")'],
      [3, '<a>&"\n'],
      [4, null],
    ])
    const { book, rows, about } = await xlsx(table, (tally) => {
      told = tally
    })
    expect(book.worksheets.map(({ name }) => name)).toEqual(['名单  2025 全部', '说明'])
    expect(rows).toEqual([['序号', '内容'], [1, number], [2, `'=HYPERLINK("x")`], [3, '<a>&"\n'], [4]])
    expect(book.worksheets[0]!.getCell('B2').numFmt).toBe('@')
    expect(about).toMatchObject({ 导出内容: '名单', 行数: 4, 行数上限: 1_000, 是否截断: '否' })
    expect(about['摘要（SHA-256）']).toBe(told!.sha256)
  })
  it('has the same digest as the CSV of the same table, and the same bytes each time', async () => {
    const rows: Cell[][] = [
      [1, number],
      [2, '+1'],
    ]
    const { about, bytes } = await xlsx(tableOf(rows))
    expect(await csv(tableOf(rows))).toContain(`sha256=${about['摘要（SHA-256）']}`)
    expect((await xlsx(tableOf(rows))).bytes.equals(bytes)).toBe(true)
  })
  it('cannot be opened where it was cut off', async () => {
    const pieces = await collected(xlsxOf(tableOf([[1, 'a']])))
    const cut = Buffer.concat(pieces.slice(0, -1))
    await expect(new ExcelJS.Workbook().xlsx.load(cut as never)).rejects.toThrow()
  })
  it('is read no faster than it is taken', async () => {
    let read = 0
    const table = tableOf([], {
      limit: 1_000_000,
      pages: async function* () {
        for (;;) {
          read += 1
          yield Array.from({ length: 100 }, (_, n) => [n, `值 ${read} ${n} ${Math.random()}`])
        }
      },
    })
    const pieces = xlsxOf(table)
    for (let taken = 0; taken < 40; taken++) await pieces.next()
    const rest = () => new Promise((resolve) => setTimeout(resolve, 100))
    await rest()
    const before = read
    await rest()
    expect(read).toBe(before)
    await pieces.return(undefined)
  })
})
