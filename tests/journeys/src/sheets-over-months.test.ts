import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hub } from '@hub/hub/hub.ts'
import type { SubmitOptions } from '@hub/hub/submit/submit-options.ts'
import { submitCommand } from '@hub/hub/submit-command.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hubFolder, startOn } from './running-hub.ts'

const cases = new URL('../../cases/submissions/two-files/', import.meta.url)
const { folder, remove } = hubFolder()
let hub: Hub
beforeAll(async () => {
  hub = await startOn(join(folder, 'data'))
})
afterAll(async () => {
  await hub.stop()
  remove()
})

let sheets = 0
/** Hands a sheet over as an office does, under a file name of its own, and says how it ended. */
const submit = async (text: string, more: Partial<SubmitOptions> = {}) => {
  const file = join(folder, `sheet-${++sheets}.csv`)
  writeFileSync(file, text)
  const told: string[] = []
  const department = 'finance'
  const code = await submitCommand({ file, department, yes: true, url: hub.url, ...more }, (words) => told.push(words))
  const summary = told.find((words) => words.includes('rows（行）'))?.replaceAll(/（[^）]*）/g, '')
  const counts = Object.fromEntries(
    [...(summary ?? '').matchAll(/(\d+) ([a-z ]+)/g)]
      .map(([, count, state]) => [state, Number(count)] as const)
      .filter(([state, count]) => state !== 'rows' && count! > 0),
  )
  const refused = existsSync(`${file}.refused.csv`)
    ? readFileSync(`${file}.refused.csv`, 'utf8').split('\r\n').filter(Boolean).slice(1)
    : []
  expect(existsSync(`${file}.progress`)).toBe(false)
  rmSync(file)
  return { code, counts, refused, words: told.join('\n') }
}
const caseFile = (name: string) => readFileSync(new URL(name, cases), 'utf8')
const january = caseFile('pay-jan.csv')
const february = caseFile('pay-feb.csv')
const corrected = caseFile('pay-jan-corrected.csv')

describe("a department's monthly lists, whose numbers begin at 1 again", () => {
  it('are new facts each month, and are told so before they are sent', async () => {
    const dry = await submit(january, { yes: false })
    expect(dry.words).toContain('2025-01: 2 × 2025-01/1 … 2025-01/2')
    expect(dry.words).toContain('--period')
    expect(await submit(january)).toMatchObject({ code: 0, counts: { recorded: 2 } })
    expect(await submit(february)).toMatchObject({ code: 0, counts: { recorded: 2 } })
  })

  it('are there already when they are sent again, whatever the file is called', async () => {
    expect(await submit(january)).toMatchObject({ code: 0, counts: { duplicates: 2 } })
  })

  it('are told apart from what was said before: nothing that differs is lost in silence', async () => {
    const told = await submit(corrected)
    expect(told).toMatchObject({ code: 1, counts: { duplicates: 1, 'rejected by the recorder': 1 } })
    expect(told.refused).toHaveLength(1)
    expect(told.refused[0]).toMatch(/^1,.*650\.00.*已报送过其他内容.*--correct/)
  })

  it('correct what they said, row by row, once', async () => {
    const correct = { correct: true }
    expect(await submit(corrected, correct)).toMatchObject({
      code: 0,
      counts: { 'corrections recorded': 1, duplicates: 1 },
    })
    expect(await submit(corrected, correct)).toMatchObject({ code: 0, counts: { duplicates: 2 } })
    // The first list says now what was corrected: that is told, and is no correction back.
    const old = await submit(january)
    expect(old).toMatchObject({ code: 1, counts: { duplicates: 1, 'rejected by the recorder': 1 } })
    expect(old.refused[0]).toContain('此后已更正或撤回')
  })

  it('can be corrected again, and back', async () => {
    const correct = { correct: true }
    const third = corrected.replace('650.00', '655.00')
    expect((await submit(third, correct)).counts).toEqual({ 'corrections recorded': 1, duplicates: 1 })
    expect((await submit(january, correct)).counts).toEqual({ 'corrections recorded': 1, duplicates: 1 })
    expect((await submit(january, correct)).counts).toEqual({ duplicates: 2 })
    expect((await submit(corrected, correct)).counts).toEqual({ 'corrections recorded': 1, duplicates: 1 })
  })
})
