import { createWriteStream, readFileSync, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ExportFormat, exportFormats, isExportFormat } from '@hub/reading/tables/export-formats.ts'
import { isExportKind, personalParameters, readExport } from '@hub/reading/tables/export-request.ts'
import type { ExportTable, Tally } from '@hub/reading/tables/export-table.ts'
import type { Command } from 'commander'
import { openDataFolder } from './data-folder-reading.ts'

export type ExportCommandOptions = {
  out: string
  filter: readonly string[]
  asOf?: string
  asKnownAt?: string
  limit?: string
  sample?: string
  seed?: string
  by?: string
  data: string
}

const formatOf = (out: string): ExportFormat => {
  const ending = out === '-' ? 'csv' : (out.split('.').at(-1) ?? '')
  if (!isExportFormat(ending))
    throw new Error(`--out ends in ${Object.keys(exportFormats).join(' or ')}, or is - for CSV on standard output`)
  return ending
}

/** `key=value` pairs; `-` reads the value from standard input, where personal values have to come from. */
const parametersOf = (pairs: readonly string[], readInput: () => string): Record<string, string> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...rest] = pair.split('=')
      const value = rest.join('=')
      if (value !== '-' && personalParameters.some((name) => name === key))
        throw new Error(`${key} is a personal value: give ${key}=- and the value on standard input`)
      return [key, value === '-' ? readInput().trim() : value]
    }),
  )

/** Writes a table to a file that is there only when it is whole; `-` is standard output. */
export const writeTable = async (table: ExportTable, out: string): Promise<Tally> => {
  let tally: Tally | undefined
  const bytes = Readable.from(
    exportFormats[formatOf(out)].write(table, (end) => {
      tally = end
    }),
    { objectMode: false },
  )
  if (out === '-') await pipeline(bytes, process.stdout, { end: false })
  else {
    const part = `${out}.part`
    try {
      await pipeline(bytes, createWriteStream(part, { mode: 0o600 }))
      renameSync(part, out)
    } catch (error) {
      rmSync(part, { force: true })
      throw error
    }
  }
  return tally!
}

/** `hub export`: writes a list or a figure to a file, which is there only when it is whole. */
export const exportCommand = async (
  kind: string,
  options: ExportCommandOptions,
  tell: (text: string) => void,
  readInput = () => readFileSync(0, 'utf8'),
): Promise<number> => {
  if (!isExportKind(kind)) throw new Error('what can be exported: veterans, events, timeline, report, figure')
  formatOf(options.out)
  const { asOf, asKnownAt, limit, sample, seed, by } = options
  const named = { asOf, asKnownAt, limit, sampleSize: sample, sampleSeed: seed, sampleBy: by }
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
  const read = readExport(kind, { ...parametersOf(options.filter, readInput), ...given })
  if ('faults' in read)
    throw new Error(read.faults.map(({ pointer, message }) => `${pointer.slice(1)}: ${message}`).join('\n'))
  const folder = await openDataFolder(options.data)
  const opening = folder.reader.exportTable(read.request, Date.now())
  try {
    const { table } = await opening
    const { rows, cut, sha256 } = await writeTable(table, options.out)
    tell(`${rows} rows${cut ? `, cut at the limit of ${table.limit}` : ''}, SHA-256 ${sha256}`)
    return 0
  } finally {
    await opening.then(
      ({ close }) => close(),
      () => undefined,
    )
    await folder.close()
  }
}

/** Adds `hub export` to the command. */
export const addExportCommand = (program: Command): void => {
  program
    .command('export <what>')
    .description(
      'take away a list or a figure: veterans, events, timeline, report, or figure (the events behind one) · 导出名单、事件、履历、报告或指标背后的事件',
    )
    .requiredOption('--out <file>', 'the file, .csv or .xlsx; - writes CSV to standard output')
    .option('--filter <key=value...>', 'conditions as in /exports; value - reads it from standard input', [])
    .option('--as-of <instant>', 'only what had happened by then; a day or an instant')
    .option('--as-known-at <instant>', 'only what was known then; a day, an instant or a position')
    .option('--limit <n>', 'most rows, up to 1,000,000; 100,000 where nothing is said')
    .option('--sample <n>', 'draw a sample of so many')
    .option('--seed <text>', 'the seed of the sample; the same draws the same')
    .option('--by <field>', 'stratify the sample: region, birthYear, status, disabilityGrade; department, type, year')
    .option('--data <folder>', 'the data folder', process.env.DATA_FOLDER ?? './data')
    .action(async (what: string, options: ExportCommandOptions) => {
      process.exitCode = await exportCommand(what, options, (text) => process.stderr.write(`${text}\n`))
    })
}
