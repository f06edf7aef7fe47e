import { type CheckRowsContext, checkRows } from '@hub/intake/sheet/check-rows.ts'
import type { OpenSheet } from '@hub/intake/sheet/open-sheet.ts'
import { headingOf } from '@hub/intake/sheet/recognise-headings.ts'
import { type Repair, repairCatalogue } from '@hub/intake/sheet/repair.ts'
import type { SheetFormat } from '@hub/intake/sheet/sheet-format.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import { ruleAnswer, rulesToldOf } from '../rules-told.ts'
import { countLine, newReading, type Reading, readingText } from './reading-text.ts'
import { idTeller, type ToldIds } from './told-ids.ts'

/** One kind of fault in a sheet: how often, and the first rows that have it. */
export type FaultKind = { fault: Fault; count: number; firstRows: number[] }

/** What a sheet holds, found without sending anything. */
export type DryRun = {
  /** How the sheet was read. */
  reading: Reading
  /** The sheet's own headings. */
  headings: readonly string[]
  good: number
  refused: Map<number, readonly Fault[]>
  repairs: Map<Repair, { count: number; firstRow: number }>
  faultKinds: readonly FaultKind[]
  /** Good rows in which something is rare, and what. */
  noticed: Map<number, readonly Fault[]>
  noticeKinds: readonly FaultKind[]
  ids: ToldIds
}

const rowsShown = 3

/** Counts faults, or notices, of one kind at one place. */
const countKinds = () => {
  const kinds = new Map<string, FaultKind>()
  return {
    add: (row: number, faults: readonly Fault[]) => {
      for (const fault of faults) {
        const key = `${fault.code} ${fault.pointer}`
        const kind = kinds.get(key) ?? { fault, count: 0, firstRows: [] }
        kind.count++
        if (kind.firstRows.length < rowsShown) kind.firstRows.push(row)
        kinds.set(key, kind)
      }
    },
    mostFirst: (): readonly FaultKind[] => [...kinds.values()].sort((one, other) => other.count - one.count),
  }
}

/** Reads and checks a whole sheet; keeps no row. `onRow` is told of each row, for showing how far it is. */
export const dryRun = async (context: CheckRowsContext, onRow: (row: number) => void = () => {}): Promise<DryRun> => {
  let good = 0
  const reading = newReading()
  let headings: readonly string[] = []
  const refused: DryRun['refused'] = new Map()
  const repairs: DryRun['repairs'] = new Map()
  const noticed: DryRun['noticed'] = new Map()
  const [faultKinds, noticeKinds] = [countKinds(), countKinds()]
  const ids = idTeller()
  // A sheet that is wrong throughout has the same faults in every row: they are kept once.
  const same = new Map<string, readonly Fault[]>()
  const oneOf = (faults: readonly Fault[]) => {
    const key = JSON.stringify(faults)
    const known = same.get(key) ?? faults
    same.set(key, known)
    return known
  }
  for await (const line of checkRows(context)) {
    onRow(line.row)
    countLine(reading, line)
    if (line.kind === 'headings') headings = line.cells
    if (line.kind === 'headings' || line.kind === 'skipped') continue
    for (const repair of line.repairs) {
      const told = repairs.get(repair)
      if (told) told.count++
      else repairs.set(repair, { count: 1, firstRow: line.row })
    }
    if (line.kind === 'good') {
      good++
      ids.take(line)
    } else refused.set(line.row, oneOf(line.faults))
    if (line.notices.length > 0) noticed.set(line.row, oneOf(line.notices))
    faultKinds.add(line.row, line.faults)
    noticeKinds.add(line.row, line.notices)
  }
  return {
    reading,
    headings,
    good,
    refused,
    repairs,
    faultKinds: faultKinds.mostFirst(),
    noticed,
    noticeKinds: noticeKinds.mostFirst(),
    ids: ids.told,
  }
}

const kindLines = ({ fault, count, firstRows }: FaultKind, format: SheetFormat, headings: readonly string[]) => {
  const heading = headingOf(format, fault.pointer, headings)
  const rows = `${firstRows.join(', ')}${count > firstRows.length ? ' …' : ''}`
  return [
    `  ${count} × ${heading === undefined ? '' : `${heading}: `}${fault.messageZh} · ${fault.message} (rows ${rows})`,
    `      → ${fault.whatToDoZh} ${fault.whatToDo}`,
  ]
}

/** What fields of a row have to do with each other, as it was looked at. */
const ruleLines = ({ type }: SheetFormat): readonly string[] => {
  const definition = lookUpType(type)?.definition
  const rules = definition ? rulesToldOf(definition) : []
  if (rules.length === 0) return []
  return [
    'Rules between the columns（各列之间的规则）:',
    ...rules.map((rule) => `  ${ruleAnswer(rule)}: ${rule.words.zh} · ${rule.words.en}`),
  ]
}

/** A dry run in words, for the terminal. Nothing of what the cells hold is in it. */
export const dryRunText = (run: DryRun, format: SheetFormat, sheet: OpenSheet): string => {
  const lines = [
    ...readingText(sheet, run.reading),
    `${format.titleZh} (${format.titleEn}): ${run.good} rows can be sent（可报送）, ${run.refused.size} refused（有误）`,
  ]
  if (run.repairs.size > 0) lines.push('Put right（自动修正）:')
  for (const [repair, { count, firstRow }] of run.repairs) {
    const [en, zh] = repairCatalogue[repair]
    lines.push(`  ${count} × ${zh} · ${en} (first in row ${firstRow})`)
  }
  if (run.faultKinds.length > 0) lines.push('Faults（错误）:')
  for (const kind of run.faultKinds) {
    const { fault } = kind
    lines.push(...kindLines(kind, format, run.headings))
    if (fault.code === 'MISSING' && fault.pointer === '/data/region')
      lines.push('      → 或加 --region <区划代码>; or give --region <code>.')
    if (fault.code === 'MISSING' && fault.pointer === '/data/handledBy')
      lines.push('      → 或加 --official <经办人编号>; or give --official <id>.')
  }
  if (run.noticeKinds.length > 0) lines.push(`Taken, but look at（可报送，请核对）: ${run.noticed.size} rows（行）`)
  for (const kind of run.noticeKinds) lines.push(...kindLines(kind, format, run.headings))
  lines.push(...ruleLines(format))
  return lines.join('\n')
}
