import { setTimeout as sleep } from 'node:timers/promises'
import type { CheckRowsContext } from '@hub/intake/sheet/check-rows.ts'
import { encodingOf, SheetUnreadable } from '@hub/intake/sheet/sheet-rows.ts'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import cliProgress from 'cli-progress'
import { type Command, Option } from 'commander'
import { type DryRun, dryRun, dryRunText } from './submit/dry-run.ts'
import { openProgress, sheetDigest } from './submit/progress-file.ts'
import { writeRefusedFile } from './submit/refused-file.ts'
import { SendingStopped } from './submit/send-batch.ts'
import { sendSheet } from './submit/send-sheet.ts'
import { sheetFormats } from './submit/sheet-formats.ts'

export type SubmitOptions = {
  file: string
  department: SubmittingDepartment
  /** Default http://127.0.0.1:4000 */
  url?: string
  /** Whether to send what can be sent; without it nothing leaves the machine. */
  yes?: boolean
  region?: string
  official?: string
  /** Waits between two attempts at a batch. */
  wait?: (ms: number) => Promise<void>
}

type Print = (text: string) => void

const defaultUrl = 'http://127.0.0.1:4000'

/** Counts the rows read on the terminal; how many there are is known at the end only. */
const rowCounter = () => {
  const { stderr } = process
  let shown = false
  return {
    tell: (row: number) => {
      if (!stderr.isTTY || row % 1000 !== 0) return
      shown = true
      stderr.write(`\rchecking row ${row}（校验中）`)
    },
    clear: () => {
      if (shown) stderr.write('\r\u001b[K')
    },
  }
}

const progressBar = () =>
  new cliProgress.SingleBar(
    { format: '{bar} {percentage}% | {value}/{total} | {eta_formatted}', clearOnComplete: true, noTTYOutput: false },
    cliProgress.Presets.shades_classic,
  )

const send = async (context: CheckRowsContext, run: DryRun, options: SubmitOptions, print: Print) => {
  const { file, department, url = defaultUrl, region = '', official = '' } = options
  const digest = await sheetDigest(file, { department, url, region, official })
  const progress = openProgress(`${file}.progress`, digest)
  if (progress.row > 0) print(`Going on behind row ${progress.row}（从第 ${progress.row} 行之后继续）`)
  const to = { url, department, wait: options.wait ?? ((ms: number) => sleep(ms)) }
  const bar = progressBar()
  bar.start(run.good, progress.sent + progress.refused.size)
  try {
    await sendSheet(context, run.refused, to, progress, (rows) => bar.increment(rows))
  } finally {
    bar.stop()
    for (const [row, faults] of progress.refused) run.refused.set(row, faults)
  }
  print(`${progress.sent} taken（已接收）, ${progress.refused.size} refused by the hub（被枢纽拒收）`)
  progress.done()
}

const submitSheet = async (options: SubmitOptions, print: Print): Promise<number> => {
  const { file, region, official } = options
  const { format, checks } = sheetFormats[options.department]
  const encoding = await encodingOf(file)
  const context = { file, encoding, format, checks, options: { region, official }, now: Date.now() }
  const counter = rowCounter()
  const run = await dryRun(context, counter.tell).finally(counter.clear)
  print(dryRunText(run, format))
  let stopped: SendingStopped | undefined
  if (options.yes) {
    try {
      await send(context, run, options, print)
    } catch (error) {
      if (!(error instanceof SendingStopped)) throw error
      stopped = error
    }
  }
  if (run.refused.size > 0) {
    await writeRefusedFile(`${file}.refused.csv`, context, run.refused)
    print(
      `The refused rows are in ${file}.refused.csv: put them right there and send that file（有误的行已写入该文件，改正后报送该文件即可）`,
    )
  }
  if (stopped) print(`Stopped（已中断）: ${stopped.message}`)
  else if (!options.yes) print('Nothing was sent; add --yes to send（未报送，加 --yes 报送）')
  return stopped || run.refused.size > 0 ? 1 : 0
}

/**
 * `hub submit`: checks a department's sheet row by row and, with `yes`, sends what can be sent. The exit code: 0 when no
 * row was refused and nothing stopped the sending, else 1.
 */
export const submitCommand = async (options: SubmitOptions, print: Print): Promise<number> => {
  try {
    return await submitSheet(options, print)
  } catch (error) {
    if (error instanceof SheetUnreadable) {
      print(`The sheet cannot be read（无法读取）: ${error.message}`)
      return 1
    }
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      print(`There is no such file（没有此文件）: ${options.file}`)
      return 1
    }
    throw error
  }
}

/** Adds `hub submit FILE --department <d>` to the command. */
export const addSubmitCommand = (program: Command, print: Print): void => {
  program
    .command('submit <file>')
    .description(
      "check a department's sheet (CSV, UTF-8 or GB18030) and, with --yes, send its rows · 核对部门表格（CSV，UTF-8 或 GB18030），加 --yes 才报送",
    )
    .addOption(
      new Option('--department <department>', 'whose sheet').choices(submittingDepartments).makeOptionMandatory(),
    )
    .option('--yes', 'send what can be sent; without it nothing is sent · 报送可报送的各行；不加则只核对')
    .option('--url <url>', 'the running hub · 运行中的枢纽地址', process.env.HUB_URL ?? defaultUrl)
    .option('--region <code>', 'region of rows that have none · 未填行政区划的行所用区划')
    .option('--official <id>', 'official of rows that have none · 未填经办的行所用经办人')
    .action(async (file: string, options: Omit<SubmitOptions, 'file'>) => {
      process.exitCode = await submitCommand({ ...options, file }, print)
    })
}
