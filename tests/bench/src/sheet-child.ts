import { chooseFormat } from '@hub/hub/sheets/choose-format.ts'
import { dryRun } from '@hub/hub/submit/dry-run.ts'
import { sheetFormats } from '@hub/hub/submit/sheet-formats.ts'
import { openSheet } from '@hub/intake/sheet/open-sheet.ts'
import { childInput, tell } from './child.ts'
import { timed } from './measure.ts'

/** Reads a sheet: its cells alone, or as a dry run of `hub submit` does, each row checked. */
const { file, read } = childInput<{ file: string; read: 'cells' | 'dry-run' }>()
let rows = 0

const readCells = async () => {
  const sheet = await openSheet(file)
  for await (const { cells } of sheet.rows()) if (cells.length > 0) rows++
}

const runDry = async () => {
  const { format, sheet } = await chooseFormat(file, 'finance', {})
  const { checks } = sheetFormats.finance
  const run = await dryRun({ sheet, format, checks, options: {}, now: Date.parse('2025-10-01T00:00:00.000Z') })
  if (run.refused.size > 0)
    throw new Error(`${run.refused.size} rows were refused: ${run.faultKinds[0]?.fault.message}`)
  rows = run.good
}

const ms = await timed(read === 'cells' ? readCells : runDry)
const { user, system } = process.cpuUsage()
tell({ rows, ms, cpuMs: (user + system) / 1000 })
