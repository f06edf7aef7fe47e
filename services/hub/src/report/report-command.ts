import type { Cause } from '@hub/reading/compare/fact-difference.ts'
import type { Reader } from '@hub/reading/reader.ts'
import type { ReportWindow } from '@hub/reading/report/figure.ts'
import { figureOf } from '@hub/reading/report/figures.ts'
import {
  type FrozenReport,
  frozenReport,
  frozenReports,
  hasChanged,
  type RecountedFigure,
  recount,
} from '@hub/reading/report/frozen-report.ts'
import { unitOfFrozen, unitWords } from '@hub/reading/report/unit-words.ts'
import { isTimeLimit, reachOfDays, readWindow, reportWindows, windowText } from '@hub/reading/report/windows.ts'
import type { Problem } from '@hub/runtime/problem.ts'
import Table from 'cli-table3'
import type { Command } from 'commander'
import { askHub } from '../ask-hub.ts'
import { openDataFolder } from '../data-folder-reading.ts'
import { problemText } from '../problem-text.ts'

type Print = (text: string) => void

const pageSize = 100

const allFrozen = async (reader: Reader): Promise<FrozenReport[]> => {
  const upTo = reader.checkpoint().ordinal
  const found: FrozenReport[] = []
  for (;;) {
    const page = await frozenReports(reader, { after: found.at(-1)?.ordinal, first: pageSize, upTo })
    found.push(...page.items)
    if (!page.hasMore) return found
  }
}

const shown = (value: number | null | undefined, unit: string): string => {
  if (value === null || value === undefined) return '–'
  if (unit === 'percent') return `${(value * 100).toFixed(2)} %`
  return unit === 'money' ? `${(value / 100).toFixed(2)} 元` : String(value)
}

const momentText = ({
  asOf,
  asKnownAt,
  position,
  ofRegion,
}: Pick<FrozenReport, 'asOf' | 'asKnownAt' | 'position' | 'ofRegion'>) =>
  `发生时间截至 as of ${asOf ?? '不限 all that is known'}，知悉时间截至 as known at ${asKnownAt}（position ${position}）${ofRegion ? `，区划 region ${ofRegion}` : ''}`

const causeWords: Record<Cause, string> = {
  NEW: '新发生 new facts',
  LATE: '补报 late facts',
  CORRECTED: '更正 corrections',
  RETRACTED: '撤销 retractions',
}

const figuresTable = (figures: readonly RecountedFigure[]): string => {
  const table = new Table({
    head: ['行 row', '指标 figure', '定稿 frozen', '现值 now', '差额 difference', '原因 why'],
    style: { head: [], border: [] },
  })
  for (const { frozen, now, difference, parts, redefined } of figures)
    table.push([
      frozen.row,
      `${frozen.titleZh} (${frozen.key})`,
      shown(frozen.value, frozen.unit),
      shown(now, frozen.unit),
      difference === 0 ? '' : shown(difference, frozen.unit),
      [
        ...parts
          .filter((part) => part.difference)
          .map((part) => `${causeWords[part.cause]} ${shown(part.difference, frozen.unit)}`),
        ...(redefined
          ? [figureOf(frozen.key) ? '口径已变 defined otherwise now' : '不再统计 not counted any more']
          : []),
      ].join('\n'),
    ])
  return table.toString()
}

/** The windows that were asked for, a line; none where all were the defaults. */
const askedText = ({ windows }: Pick<FrozenReport, 'windows'>): string => {
  const asked = windows.filter((window) => window.asked)
  return asked.length === 0 ? '' : `\n    指定口径 windows asked for: ${asked.map(windowText).join(' ')}`
}

const windowsTable = (windows: FrozenReport['windows']): string => {
  const table = new Table({ head: ['口径 window', '取值 counted by', ''], style: { head: [], border: [] } })
  for (const { name, titleZh, unit, value, from, to, asked } of windows)
    table.push([
      `${titleZh} (${name})`,
      value === undefined ? `${from ?? '…'} – ${to ?? '…'}` : `${value} ${unitOfFrozen(unit ?? '')}`,
      asked ? '指定 asked for' : '',
    ])
  return table.toString()
}

/** `hub report windows`: every window of the report, its default, what it takes, and the law. */
export const listWindows = (print: Print): number => {
  const table = new Table({
    head: ['口径 window', '默认 default', '取值范围 takes', '依据 law'],
    style: { head: [], border: [] },
  })
  for (const window of reportWindows)
    table.push([`${window.name}\n${window.titleZh}\n${window.titleEn}`, ...takesOf(window)])
  print(table.toString())
  return 0
}

const takesOf = (window: ReportWindow): [string, string, string] => {
  const law = window.law === undefined ? '' : `${window.law.titleZh} ${window.law.key}`
  return isTimeLimit(window)
    ? [`${window.default} ${unitWords[window.unit].zh}`, `${window.min} – ${window.max}`, law]
    : [`${window.from ?? '…'} – ${window.to ?? '…'}`, `${reachOfDays.first} – ${reachOfDays.last}`, law]
}

/** `hub report list`: every frozen report, the newest first. */
export const listReports = async ({ data }: { data: string }, print: Print): Promise<number> => {
  const folder = await openDataFolder(data)
  try {
    for (const report of await allFrozen(folder.reader))
      print(
        `${report.eventId}  ${report.reportName}  定稿 frozen ${report.frozenAt}，${report.frozenBy}\n    ${momentText(report)}${askedText(report)}`,
      )
    return 0
  } finally {
    await folder.close()
  }
}

/** `hub report show`: a frozen report by name or id, each figure beside what it comes to now; 1 when there is none. */
export const showReport = async (
  nameOrId: string,
  { data, json = false, changed = false }: { data: string; json?: boolean; changed?: boolean },
  print: Print,
): Promise<number> => {
  const folder = await openDataFolder(data)
  try {
    const { reader } = folder
    const byName = (await allFrozen(reader)).find(({ reportName }) => reportName === nameOrId)
    const report = byName ?? (await frozenReport(reader, nameOrId))
    if (!report) {
      process.stderr.write(
        '没有此名称或编号的定稿报表 no report is frozen under this name or id; `hub report list` names them all\n',
      )
      return 1
    }
    const figures = recount(report, reader, reader.checkpoint()).filter((figure) => !changed || hasChanged(figure))
    if (json) print(JSON.stringify({ ...report, figures }, null, 2))
    else {
      print(`${report.reportName}，定稿 frozen ${report.frozenAt}，${report.frozenBy}\n${momentText(report)}`)
      print(windowsTable(report.windows))
      print(figures.length === 0 ? '各项指标均无变化 no figure has changed' : figuresTable(figures))
    }
    return 0
  } finally {
    await folder.close()
  }
}

const windowForm = 'name=90 or name=2025-04-01..2025-04-10'

type FreezeOptions = {
  name: string
  by: string
  note?: string
  asOf?: string
  asKnownAt?: string
  region?: string
  window?: readonly string[]
  url: string
  json?: boolean
}

/** `hub report freeze`: asks the running hub to freeze the report; 1 when it refuses. */
export const freezeReport = async (options: FreezeOptions, print: Print): Promise<number> => {
  const { name, by, note, asOf, asKnownAt, region, window = [] } = options
  const windows = window.map((text) => {
    const asked = readWindow(text)
    if (!asked) throw new Error(`--window ${windowForm} · --window 的写法：${windowForm}`)
    return asked
  })
  const known = asKnownAt !== undefined && /^[0-9a-f]{32}$/.test(asKnownAt) ? 'position' : 'time'
  const { ok, body } = await askHub(options.url, '/reports', {
    reportName: name,
    frozenBy: by,
    ...(note === undefined ? {} : { note }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(asKnownAt === undefined ? {} : { asKnownAt: { [known]: asKnownAt } }),
    ...(region === undefined ? {} : { ofRegion: region }),
    ...(windows.length === 0 ? {} : { windows }),
  })
  const outcome = body as { status?: string; eventId: string; report: FrozenReport }
  if (options.json) print(JSON.stringify(body, null, 2))
  else if (!ok) print(problemText(body as Problem))
  else
    print(
      `${outcome.status === 'frozen' ? '已定稿 frozen' : '此前已定稿 frozen before'}: ${name}，${outcome.report.figures.length} 项指标 figures\n${momentText(outcome.report)}${askedText(outcome.report)}\nhub report show ${outcome.eventId}`,
    )
  return ok ? 0 : 1
}

/** Adds `hub report freeze`, `windows`, `list` and `show` to the command. */
export const addReportCommand = (program: Command, print: Print): void => {
  const report = program
    .command('report')
    .description('freeze the work report, and set later counts beside it · 固定工作报告，并与之后的数字对照')
  const inFolder = (command: Command) =>
    command.option('--data <folder>', 'the data folder', process.env.DATA_FOLDER ?? './data')
  report
    .command('freeze')
    .description(
      'freeze the work report of a moment as it stands; a name is frozen once · 固定某一时点的工作报告；同一名称只固定一次',
    )
    .requiredOption('--name <name>', 'its name, e.g. 2025年度工作报告')
    .requiredOption('--by <officialId>', 'who freezes it')
    .option('--note <text>', 'what is noted with it')
    .option('--as-of <instant>', 'only what had happened by then; a day or an instant')
    .option('--as-known-at <instant>', 'only what was known then; a day, an instant or a position')
    .option('--region <code>', 'only what offices there, or under it, say')
    .option('--window <name=value...>', `windows other than the defaults, ${windowForm} · 指定口径`)
    .option('--url <url>', 'the running hub', process.env.HUB_URL ?? 'http://127.0.0.1:4000')
    .option('--json', 'the whole answer, as JSON')
    .action(async (options: FreezeOptions) => {
      process.exitCode = await freezeReport(options, print)
    })
  report
    .command('windows')
    .description('every window of the report, its default and what it takes · 报告的全部口径参数、默认值与取值范围')
    .action(() => {
      process.exitCode = listWindows(print)
    })
  inFolder(report.command('list'))
    .description('every frozen report, the newest first · 全部已固定的报告，新的在前')
    .action(async (options: { data: string }) => {
      process.exitCode = await listReports(options, print)
    })
  inFolder(report.command('show <nameOrId>'))
    .description('a frozen report, each figure beside what it comes to now · 已固定的报告，每项旁列现在的数字')
    .option('--json', 'as JSON')
    .option('--changed', 'only figures that come to something else now')
    .action(async (nameOrId: string, options: { data: string; json?: boolean; changed?: boolean }) => {
      process.exitCode = await showReport(nameOrId, options, print)
    })
}
