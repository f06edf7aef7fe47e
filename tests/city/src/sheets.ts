import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dryRun } from '@hub/hub/submit/dry-run.ts'
import { openProgress, sheetDigest } from '@hub/hub/submit/progress-file.ts'
import { refusedHeadings, writeToldRows } from '@hub/hub/submit/refused-file.ts'
import { sendSheet } from '@hub/hub/submit/send-sheet.ts'
import { sheetFormats } from '@hub/hub/submit/sheet-formats.ts'
import { openSheet } from '@hub/intake/sheet/open-sheet.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'
import { dayOfInstant } from './calendar.ts'
import type { Submission } from './submission.ts'

const headings = [
  '登记编号',
  '身份证号码',
  '死亡日期',
  '依据',
  '证明编号',
  '提供部门',
  '登记日期',
  '所属区划',
  '经办人编号',
  '复核人编号',
]

const fullWidth = (text: string) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** A day as the ledger's clerks write it: 2024年3月5日, or as the spreadsheet keeps it. */
const writtenDay = (day: string, row: number): string => {
  const [year, month, date] = day.split('-').map(Number)
  if (row % 3 === 0) return `${year}年${month}月${date}日`
  return row % 3 === 1 ? day : String(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569)
}

/** A row of the ledger of deaths (死亡登记台账), with what a spreadsheet and its clerks do to it. */
const ledgerRow = ({ event }: Submission, row: number): string[] => {
  const {
    person,
    diedOn,
    certificateNo,
    assertedFrom = '',
    region,
    handledBy,
  } = event.data as {
    person: { citizenNumber: string }
    diedOn: string
    certificateNo: string
    assertedFrom?: string
    region: string
    handledBy: { officialId: string }[]
  }
  const number = row % 2 === 0 ? person.citizenNumber.replace('X', 'x') : fullWidth(person.citizenNumber)
  return [
    event.id,
    number,
    writtenDay(diedOn, row),
    '居民死亡医学证明书',
    certificateNo,
    assertedFrom,
    dayOfInstant(Date.parse(event.time)),
    region,
    ...handledBy.map(({ officialId }) => officialId),
  ]
}

/** A ledger after it was handed over. */
export type HandedOver = {
  /** The faults of each refused row, by its place among the submissions. */
  refused: ReadonlyMap<number, readonly Fault[]>
  /** The refused rows as the office gets them back, with 错误原因 and 如何修改. */
  returned?: string
}

/** The title of the ledger and its headings stand above the first row. */
const firstRow = 3

/**
 * Hands a night's ledger over by the way of `hub submit`: written in GB18030, checked in a dry run, sent, followed until
 * all of it is recorded; refused rows come back in a file of their own. The files are taken away afterwards.
 */
export const handOverLedger = async (url: string, submissions: readonly Submission[]): Promise<HandedOver> => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-ledger-'))
  const opened: (() => void)[] = []
  const file = join(folder, '死亡登记台账.csv')
  try {
    const rows = [['湘潭市死亡登记台账'], headings, ...submissions.map(ledgerRow)]
    writeFileSync(file, iconv.encode(stringify(rows, { record_delimiter: '\r\n' }), 'gb18030'), { mode: 0o600 })
    const { format, checks } = sheetFormats['civil-affairs']
    const context = { sheet: await openSheet(file, format), format, checks, options: {}, now: Date.now() }
    const run = await dryRun(context)
    const digest = await sheetDigest(file, { url })
    const progress = openProgress(`${file}.progress`, digest)
    opened.push(progress.close)
    const to = { url, department: 'civil-affairs', wait: () => Promise.resolve() } as const
    await sendSheet(context, run.refused, to, progress, {
      patience: 120_000,
      correct: false,
      // The numbers are the register's: none stands for two.
      newSource: `/departments/civil-affairs/${format.system}`,
      replacesreason: 'clerical-error',
      onWaiting: () => {},
      onTaken: () => {},
      onSettled: () => {},
    })
    const faultsOf = (row: number) => run.refused.get(row) ?? progress.faultsOf(row)
    const refused = new Map(
      submissions.flatMap((_submission, at) => {
        const faults = faultsOf(at + firstRow)
        return faults ? [[at, faults] as const] : []
      }),
    )
    if (refused.size === 0) return { refused }
    await writeToldRows(`${file}.refused.csv`, context, faultsOf, refusedHeadings)
    return { refused, returned: readFileSync(`${file}.refused.csv`, 'utf8') }
  } finally {
    for (const close of opened) close()
    rmSync(folder, { recursive: true, force: true })
  }
}
