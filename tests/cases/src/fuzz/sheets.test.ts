import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sheetFormats } from '@hub/hub/submit/sheet-formats.ts'
import { checkRows } from '@hub/intake/sheet/check-rows.ts'
import { openSheet } from '@hub/intake/sheet/open-sheet.ts'
import { pointedAt } from '@hub/intake/sheet/put-at.ts'
import { SheetUnreadable } from '@hub/intake/sheet/sheet-refusals.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, it } from 'vitest'
import { casesReadAt } from '../sheet-case.ts'
import { type FuzzedIntakes, openFuzzedIntakes } from './fuzzed-intakes.ts'
import { anySheet, type FuzzedSheet } from './fuzzed-sheets.ts'
import { howToRun, parts, partTimeout } from './runs.ts'
import { assertSameData } from './same-as-sent.ts'

let folder: string
let intakes: FuzzedIntakes
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hub-fuzz-'))
  intakes = await openFuzzedIntakes()
})
afterAll(async () => {
  await intakes.close()
  rmSync(folder, { recursive: true })
})

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

type Event = Record<string, unknown>

/** Sends the events as one batch; what the store has then is what they said. */
const assertStored = async (events: readonly Event[]) => {
  const { status, messages } = await intakes.send({
    department: 'finance',
    headers: { 'content-type': 'application/cloudevents-batch+json' },
    body: JSON.stringify(events),
  })
  assert.equal(status, 202)
  const stored = await intakes.recorded('finance', messages)
  for (const { type, metadata, data } of stored) {
    // Numbers are drawn anew for each sheet, and one may come twice.
    if (type === 'hub.SubmissionRejected.v1') assert.equal(data.reason, 'ID_REUSED_WITH_OTHER_CONTENT')
    if (type === 'hub.SubmissionRejected.v1') continue
    assertSameData(type, events.find(({ id }) => id === metadata.id)!.data, data)
  }
  return stored.length
}

it.each(parts)(
  'no row of a sheet says another thing than was written (seed $seed)',
  {
    timeout: partTimeout,
  },
  async (part) => {
    let [taken, stored] = [0, 0]
    await fc.assert(
      fc.asyncProperty(anySheet, async (sheet) => {
        const read = await readSheet(sheet)
        if (!read) return
        for (const event of read.good) {
          const means = sheet.rows.get(String(event.id))
          assert.ok(means, String(event.id))
          for (const [pointer, value] of Object.entries(means)) assert.equal(pointedAt(event, pointer), value, pointer)
        }
        taken += read.good.length
        // None is lost in silence.
        const lost = [...sheet.rows.keys()].filter(
          (id) => !read.toldOf.some((cells) => new RegExp(`${id}(?!\\d)`).test(cells)),
        )
        assert.deepEqual(lost, [])
        // A share goes all the way.
        if (sheet.bytes.length % 4 === 0 && read.good.length > 0) stored += await assertStored(read.good)
      }),
      howToRun(part),
    )
    // Not because everything was refused.
    assert.ok(taken > part.runs && stored > part.runs / 8, `only ${taken} rows were taken, and ${stored} recorded`)
  },
)
