import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sheetFormats } from '@hub/hub/submit/sheet-formats.ts'
import { checkRows } from '@hub/intake/sheet/check-rows.ts'
import { openSheet } from '@hub/intake/sheet/open-sheet.ts'
import { pointedAt } from '@hub/intake/sheet/put-at.ts'
import { SheetUnreadable } from '@hub/intake/sheet/sheet-refusals.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { casesReadAt } from '../sheet-case.ts'
import { anySheet, type FuzzedSheet } from './fuzzed-sheets.ts'
import { runs } from './runs.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-fuzz-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const { format, checks } = sheetFormats.finance

/** The rows that would be sent; `undefined` where the file is refused as a whole. */
const readSheet = async ({ bytes }: FuzzedSheet) => {
  const file = join(folder, 'sheet.csv')
  writeFileSync(file, bytes)
  const good: Record<string, unknown>[] = []
  /** The cells of all that is sent or comes back refused: one row may have swallowed others, for a quotation mark. */
  const toldOf: string[] = []
  try {
    const context = { sheet: await openSheet(file, format), format, checks, options: {}, now: casesReadAt }
    for await (const line of checkRows(context)) {
      if (line.kind === 'good') good.push(line.event!)
      if (line.kind === 'good' || line.kind === 'refused') toldOf.push(line.cells.join('\n'))
    }
    return { good, toldOf }
  } catch (error) {
    if (error instanceof SheetUnreadable) return undefined
    throw error
  }
}

it('no row of a sheet says another thing than was written', { timeout: runs.timeout }, async () => {
  let taken = 0
  await fc.assert(
    fc.asyncProperty(anySheet, async (sheet) => {
      const read = await readSheet(sheet)
      if (!read) return
      for (const event of read.good) {
        const means = sheet.rows.get(String(event.id))
        expect(means).toBeDefined()
        for (const [pointer, value] of Object.entries(means!)) expect(pointedAt(event, pointer)).toEqual(value)
      }
      taken += read.good.length
      // None is lost in silence.
      const lost = [...sheet.rows.keys()].filter(
        (id) => !read.toldOf.some((cells) => new RegExp(`${id}(?!\\d)`).test(cells)),
      )
      expect(lost).toEqual([])
    }),
    { numRuns: runs.count, seed: runs.seed },
  )
  // Not because everything was refused.
  expect(taken).toBeGreaterThan(runs.count)
})
