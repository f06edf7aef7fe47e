import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { writePrivately } from './private-file.ts'
import type { Reconciliation, Sums } from './reconcile.ts'
import { results } from './reconcile.ts'
import { guardedCell } from './refused-file.ts'

/** What a reconciliation is of. */
export type ReconciledSheet = {
  file: string
  /** Title of the format, in both languages. */
  title: string
  source: string
  firstId: string | undefined
  lastId: string | undefined
  /** When it was made, ms. */
  now: number
  /** Where it was sent. */
  url: string
}

/** SHA-256 of a file, hex. */
export const fileSha256 = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** Fen as yuan with two decimals, exactly. */
export const yuanOf = (fen: bigint): string => {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const shanghaiOffsetMs = 8 * 3_600_000
/** A moment as the clocks of the city show it: 2025-03-01 09:30:00 (+08:00). */
const cityTime = (ms: number): string =>
  `${new Date(ms + shanghaiOffsetMs).toISOString().slice(0, 19).replace('T', ' ')} (+08:00)`

type Table = { facts: readonly (readonly [string, string])[]; head: readonly string[]; body: readonly string[][] }

const tableOf = async (reconciliation: Reconciliation, sheet: ReconciledSheet): Promise<Table> => {
  const { amounts, of, total } = reconciliation
  const { file, title, source, firstId = '', lastId = '', now, url } = sheet
  const unread = amounts.filter((_, at) => total.unread[at]! > 0)
  const line = (name: string, { rows, fen, unread: missing }: Sums): string[] => [
    name,
    String(rows),
    ...fen.map(yuanOf),
    ...missing.filter((_, at) => total.unread[at]! > 0).map(String),
  ]
  return {
    facts: [
      ['表格 sheet', title],
      ['文件 file', basename(file)],
      ['SHA-256', await fileSha256(file)],
      ['来源 source', source],
      ['首行编号 first id', firstId],
      ['末行编号 last id', lastId],
      ['枢纽 hub', new URL(url).origin],
      ['制表时间 made at', cityTime(now)],
    ],
    head: [
      '结果 result',
      '行数 rows',
      ...amounts.map((heading) => `${heading}合计（元） sum in yuan`),
      ...unread.map((heading) => `${heading}无法读取的行 rows without a readable amount`),
    ],
    body: [...results.map(([result, zh, en]) => line(`${zh} ${en}`, of[result])), line('合计 total', total)],
  }
}

const signatures = ['制表人', '复核人', '日期'] as const

const csvText = ({ facts, head, body }: Table): string => {
  const signing = signatures.map((name) => [name, ''])
  // The figures are its own: a negative sum is no formula.
  const [said, named] = [facts.map((fact) => fact.map(guardedCell)), head.map(guardedCell)]
  const rows = [['对账单 reconciliation'], ...said, [], named, ...body, [], ...signing]
  return `\uFEFF${stringify(rows, { record_delimiter: '\r\n' })}`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const htmlText = ({ facts, head, body }: Table): string => {
  const row = (tag: 'th' | 'td', cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>对账单</title><style>
body{font-family:"Noto Serif CJK SC","SimSun",serif;margin:2cm;color:#000}
h1{text-align:center;font-size:20pt}
table{border-collapse:collapse;width:100%;margin:1em 0}
th,td{border:1px solid #000;padding:.35em .6em;text-align:left;overflow-wrap:anywhere}
td:nth-child(n+2){text-align:right}.facts td{text-align:left}
tr:last-child{font-weight:bold}.facts tr:last-child{font-weight:normal}
.signing{display:flex;gap:2em;margin-top:3em}.signing span{flex:1;border-bottom:1px solid #000;padding-bottom:.3em}
@page{size:A4}</style></head><body>
<h1>对账单</h1>
<table class="facts">${facts.map((fact) => row('td', fact)).join('\n')}</table>
<table>${row('th', head)}
${body.map((cells) => row('td', cells)).join('\n')}</table>
<div class="signing">${signatures.map((name) => `<span>${name}：</span>`).join('')}</div>
</body></html>
`
}

/**
 * Writes what became of a sheet beside it: `<file>.reconciliation.csv`, and `.html` to print and sign. Amounts are
 * exact; no cell of the sheet but its headings is in it. The names of the two files.
 * @throws {FileUnwritable}
 */
export const writeReconciliation = async (
  reconciliation: Reconciliation,
  sheet: ReconciledSheet,
): Promise<readonly string[]> => {
  const table = await tableOf(reconciliation, sheet)
  const texts = [
    [`${sheet.file}.reconciliation.csv`, csvText(table)],
    [`${sheet.file}.reconciliation.html`, htmlText(table)],
  ] as const
  for (const [to, text] of texts) await writePrivately(to, (write) => write(text))
  return texts.map(([to]) => to)
}
