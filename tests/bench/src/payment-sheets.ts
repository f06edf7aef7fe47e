import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportTable } from '@hub/reading/tables/export-table.ts'
import { xlsxOf } from '@hub/reading/tables/xlsx.ts'
import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'

/** Headings of a list of payments (代发明细) as a finance office has it. */
const headings = [
  '流水号',
  '公民身份号码',
  '支付指令号',
  '金额',
  '付款日期',
  '银行流水号',
  '行政区划代码',
  '经办人编号',
]
/** Each is paid to once a month. */
const persons = 900
const rowsAPage = 500

const numbers = Array.from({ length: persons }, (_, order) =>
  completeCitizenNumber(`43030419700101${String(order + 1).padStart(3, '0')}`),
)

const paymentOf = (n: number): string[] => [
  `LS-${n}`,
  numbers[n % persons]!,
  `ZL-${Math.floor(n / persons)}`,
  `${800 + (n % 700)}.${String(n % 100).padStart(2, '0')}`,
  `2025-0${(n % 9) + 1}-15`,
  `YH-${n}`,
  '430302',
  'O-1001',
]

function* csvOf(rows: number) {
  yield `${headings.join(',')}\r\n`
  for (let from = 0; from < rows; from += rowsAPage)
    yield Array.from(
      { length: Math.min(rowsAPage, rows - from) },
      (_, n) => `${paymentOf(from + n).join(',')}\r\n`,
    ).join('')
}

const tableOf = (rows: number): ExportTable => ({
  title: '代发明细',
  columns: headings.map((heading) => ({ heading, width: 20 })),
  about: [],
  limit: rows,
  total: rows,
  pages: async function* () {
    for (let from = 0; from < rows; from += rowsAPage)
      yield Array.from({ length: Math.min(rowsAPage, rows - from) }, (_, n) => paymentOf(from + n))
  },
})

/** Writes a list of so many payments, every row of which can be sent; the form is the file's ending. */
export const writePayments = async (file: string, rows: number): Promise<void> => {
  const pieces = file.endsWith('.xlsx') ? xlsxOf(tableOf(rows)) : csvOf(rows)
  await pipeline(Readable.from(pieces, { objectMode: false }), createWriteStream(file))
}
