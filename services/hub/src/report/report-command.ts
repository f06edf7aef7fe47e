import type { Cause } from '@hub/gateway/compare/fact-difference.ts'
import { figureOf } from '@hub/gateway/report/figures.ts'
import {
  type FrozenReport,
  frozenReport,
  frozenReports,
  hasChanged,
  type RecountedFigure,
  recount,
} from '@hub/gateway/report/frozen-report.ts'
import type { Reader } from '@hub/gateway/views/read-types.ts'
import Table from 'cli-table3'
import type { Command } from 'commander'
import { openDataFolder } from '../data-folder-reading.ts'

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

const momentText = ({ asOf, asKnownAt, position, ofRegion }: FrozenReport) =>
  `as of ${asOf ?? 'all that is known'}, as known at ${asKnownAt} (position ${position})${ofRegion ? `, region ${ofRegion}` : ''}`

const causeWords: Record<Cause, string> = {
  NEW: 'new facts',
  LATE: 'late facts',
  CORRECTED: 'corrections',
  RETRACTED: 'retractions',
}

const figuresTable = (figures: readonly RecountedFigure[]): string => {
  const table = new Table({
    head: ['row', 'figure', 'frozen', 'now', 'difference', 'why'],
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
        ...(redefined ? [figureOf(frozen.key) ? 'defined otherwise now' : 'not counted any more'] : []),
      ].join('\n'),
    ])
  return table.toString()
}

/** `hub report list`: every frozen report, the newest first. */
export const listReports = async ({ data }: { data: string }, print: Print): Promise<number> => {
  const folder = await openDataFolder(data)
  try {
    for (const report of await allFrozen(folder.reader))
      print(
        `${report.eventId}  ${report.reportName}  frozen ${report.frozenAt} by ${report.frozenBy}\n    ${momentText(report)}`,
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
      process.stderr.write('no report is frozen under this name or id; hub report list names them all\n')
      return 1
    }
    const figures = recount(report, reader, reader.checkpoint()).filter((figure) => !changed || hasChanged(figure))
    if (json) print(JSON.stringify({ ...report, figures }, null, 2))
    else
      print(
        `${report.reportName}, frozen ${report.frozenAt} by ${report.frozenBy}\n${momentText(report)}\n${figuresTable(figures)}`,
      )
    return 0
  } finally {
    await folder.close()
  }
}

type FreezeOptions = {
  name: string
  by: string
  note?: string
  asOf?: string
  asKnownAt?: string
  region?: string
  url: string
}

/** `hub report freeze`: asks the running hub to freeze the report; 1 when it refuses. */
export const freezeReport = async (options: FreezeOptions, print: Print): Promise<number> => {
  const { name, by, note, asOf, asKnownAt, region } = options
  const known = asKnownAt !== undefined && /^[0-9a-f]{32}$/.test(asKnownAt) ? 'position' : 'time'
  const response = await fetch(new URL('/reports', options.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      reportName: name,
      frozenBy: by,
      ...(note === undefined ? {} : { note }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(asKnownAt === undefined ? {} : { asKnownAt: { [known]: asKnownAt } }),
      ...(region === undefined ? {} : { ofRegion: region }),
    }),
  })
  print(JSON.stringify(await response.json(), null, 2))
  return response.ok ? 0 : 1
}

/** Adds `hub report freeze`, `list` and `show` to the command. */
export const addReportCommand = (program: Command, print: Print): void => {
  const report = program.command('report').description('freeze the work report, and set later counts beside it')
  const inFolder = (command: Command) =>
    command.option('--data <folder>', 'the data folder', process.env.DATA_FOLDER ?? './data')
  report
    .command('freeze')
    .description('freeze the work report of a moment as it stands; a name is frozen once')
    .requiredOption('--name <name>', 'its name, e.g. 2025年度工作报告')
    .requiredOption('--by <officialId>', 'who freezes it')
    .option('--note <text>', 'what is noted with it')
    .option('--as-of <instant>', 'only what had happened by then; a day or an instant')
    .option('--as-known-at <instant>', 'only what was known then; a day, an instant or a position')
    .option('--region <code>', 'only what offices there, or under it, say')
    .option('--url <url>', 'the running hub', process.env.HUB_URL ?? 'http://127.0.0.1:4000')
    .action(async (options: FreezeOptions) => {
      process.exitCode = await freezeReport(options, print)
    })
  inFolder(report.command('list'))
    .description('every frozen report, the newest first')
    .action(async (options: { data: string }) => {
      process.exitCode = await listReports(options, print)
    })
  inFolder(report.command('show <nameOrId>'))
    .description('a frozen report, each figure beside what it comes to now')
    .option('--json', 'as JSON')
    .option('--changed', 'only figures that come to something else now')
    .action(async (nameOrId: string, options: { data: string; json?: boolean; changed?: boolean }) => {
      process.exitCode = await showReport(nameOrId, options, print)
    })
}
