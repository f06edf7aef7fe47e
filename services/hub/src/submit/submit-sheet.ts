import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CheckRowsContext } from '@hub/intake/sheet/check-rows.ts'
import { chooseFormat } from '../sheets/choose-format.ts'
import { readMapping } from '../sheets/mapping-file.ts'
import { submitLine } from './command-line.ts'
import { SendingStopped } from './destination.ts'
import { type DryRun, dryRun, dryRunText } from './dry-run.ts'
import { isKnownSource } from './known-facts.ts'
import { knownRows, knownRowsText } from './known-rows.ts'
import { openProgress, type Progress, sheetDigest } from './progress-file.ts'
import { reconcile } from './reconcile.ts'
import { writeReconciliation } from './reconciliation-file.ts'
import { noticedHeadings, refusedHeadings, writeToldRows } from './refused-file.ts'
import { rowCounter, sendingBar } from './row-counter.ts'
import type { RowState } from './row-states.ts'
import { sendSheet } from './send-sheet.ts'
import { sheetFormats } from './sheet-formats.ts'
import { defaultGiveUpAfter, defaultUrl, type SubmitOptions } from './submit-options.ts'
import { toldIdsText } from './told-ids.ts'

export type Print = (text: string) => void

/** What became of every row, in words. */
const summaryText = (run: DryRun, counts: Readonly<Record<RowState, number>>): string => {
  const { recorded, corrected, duplicate, doubled, refused, rejected, open } = counts
  const unsent = run.good - recorded - corrected - duplicate - doubled - refused - rejected - open
  return [
    `${run.good + run.refused.size} rows（行）: ${recorded} recorded（已入库）, ${corrected > 0 ? `${corrected} corrections recorded（更正已入库）, ` : ''}${duplicate} duplicates（重复，此前已入库）, ${doubled > 0 ? `${doubled} recorded beside another under the same number（已入库，但同一编号另有其他人员或事项）, ` : ''}${run.refused.size} refused by the check（校验有误）, ${refused} refused by the hub（被枢纽拒收）, ${rejected} rejected by the recorder（未能入库）, ${open} open（尚无结果）${unsent > 0 ? `, ${unsent} not sent（未报送）` : ''}`,
    ...(open > 0
      ? [
          'Open rows are taken, and not recorded yet: run the same command again to follow them（尚无结果的行已接收、未入库，请再次运行同一命令继续查询）',
        ]
      : []),
  ].join('\n')
}

const sourceOf = ({ format }: CheckRowsContext, { system }: SubmitOptions) =>
  `/departments/${format.department}/${system ?? format.system}`

const send = async (
  context: CheckRowsContext,
  run: DryRun,
  progress: Progress,
  options: SubmitOptions,
  print: Print,
) => {
  const { department, url = defaultUrl, giveUpAfter = defaultGiveUpAfter } = options
  const counts = progress.counts()
  const before = progress.lastRow()
  if (before > 0) print(`Going on behind row ${before}（从第 ${before} 行之后继续）`)
  const to = { url, department, wait: options.wait ?? ((ms: number) => sleep(ms)) }
  const bar = sendingBar(run.good, {
    taken: counts.open,
    settled: counts.recorded + counts.corrected + counts.duplicate + counts.doubled + counts.refused + counts.rejected,
  })
  try {
    await sendSheet(context, run.refused, to, progress, {
      patience: giveUpAfter * 1000,
      onWaiting: () =>
        print(
          `The hub takes nothing now; it is tried again for up to ${giveUpAfter} s（枢纽暂不可用，将重试至多 ${giveUpAfter} 秒）`,
        ),
      onTaken: bar.taken,
      onSettled: (outcomes) => bar.settled(outcomes.filter(({ state }) => state !== 'unsent').length),
      correct: options.correct ?? false,
      newSource:
        (await isKnownSource(to, sourceOf(context, options))) === false ? sourceOf(context, options) : undefined,
      replacesreason: options.reason ?? 'clerical-error',
    })
  } catch (error) {
    if (error instanceof SendingStopped) return error
    throw error
  } finally {
    bar.stop()
  }
  return undefined
}

const reconciledSheet = (context: CheckRowsContext, { ids }: DryRun, options: SubmitOptions) => ({
  file: options.file,
  title: `${context.format.titleZh} ${context.format.titleEn}`,
  source: sourceOf(context, options),
  firstId: ids.first,
  lastId: ids.last,
  now: Date.now(),
  url: options.url ?? defaultUrl,
})

const openProgressOf = async (options: SubmitOptions) => {
  const { file, department, url = defaultUrl, region = '', official = '' } = options
  const { period = '', idPrefix = '', correct = false, reason = '', type = '', system = '' } = options
  const mapping = options.mapping === undefined ? '' : readFileSync(options.mapping).toString('base64')
  const asked = { department, url, region, official, period, idPrefix, correct: String(correct), reason }
  const settings = { ...asked, type, mapping, system }
  return openProgress(`${file}.progress`, await sheetDigest(file, settings))
}

/** Checks a sheet and, with `yes`, sends it and follows what becomes of each row. The exit code. */
export const submitSheet = async (options: SubmitOptions, print: Print): Promise<number> => {
  const { file, region, official, period, idPrefix } = options
  const { checks } = sheetFormats[options.department]
  const mapping = options.mapping === undefined ? undefined : await readMapping(options.mapping)
  const { format, sheet, type } = await chooseFormat(file, options.department, { type: options.type, mapping })
  const said = { region, official, period, idPrefix, system: options.system }
  const context = { sheet, format, checks, options: said, now: Date.now() }
  const counter = rowCounter()
  const run = await dryRun(context, counter.tell).finally(counter.clear)
  print([dryRunText(run, format, sheet), ...toldIdsText(run.ids, options)].join('\n'))
  const { department, url = defaultUrl, wait = sleep } = options
  const to = { url, department, wait }
  if (!options.yes && run.good > 0)
    print(
      knownRowsText(await knownRows(context, run.refused, { ...to, timeoutMs: 5_000 }, sourceOf(context, options)), to),
    )
  const progress = options.yes ? await openProgressOf(options) : undefined
  try {
    const stopped = progress && (await send(context, run, progress, options, print))
    const counts = progress?.counts()
    if (counts) print(summaryText(run, counts))
    const wrong = run.refused.size + (counts ? counts.refused + counts.rejected + counts.doubled : 0)
    if (wrong > 0) {
      const refusedOf = (row: number) => run.refused.get(row) ?? progress?.faultsOf(row)
      await writeToldRows(`${file}.refused.csv`, context, refusedOf, refusedHeadings)
      // Left as it is, the second of two rows with one number would take the place of the first.
      const correct = (options.correct ?? false) && !run.faultKinds.some(({ fault }) => fault.code === 'NUMBER_TWICE')
      print(
        `The refused rows are in ${file}.refused.csv: put them right there, then send that file（有误的行已写入该文件，改正后报送该文件）:\n  ${submitLine({ ...options, ...(type && { type }), correct, file: `${file}.refused.csv` })}`,
      )
    }
    if (run.noticed.size > 0) {
      await writeToldRows(`${file}.notices.csv`, context, (row) => run.noticed.get(row), noticedHeadings)
      print(
        `Rows to look at are in ${file}.notices.csv; they are sent like the others（需核对的行已写入该文件，这些行照常报送）`,
      )
    }
    if (progress) {
      const written = await writeReconciliation(
        await reconcile(context, (row) => run.refused.get(row), progress.stateOf),
        reconciledSheet(context, run, options),
      )
      print(`The reconciliation is in（对账单已写入）${written.join(', ')}`)
    }
    if (stopped) print(`Stopped（已中断）: ${stopped.message}`)
    // Everything that had to be told is told and written: only then nothing needs to be remembered.
    else progress?.done()
    if (!options.yes) print('Nothing was sent; add --yes to send（未报送，加 --yes 报送）')
    return stopped || wrong > 0 ? 1 : 0
  } finally {
    progress?.close()
  }
}
