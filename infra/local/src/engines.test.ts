import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRunning } from './engine-process.ts'
import { enginesDown, engineUp } from './engines.ts'
import { missingEngine } from './real-engine.fixture.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-engines-test-'))
  chmodSync(folder, 0o711)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const reason = await missingEngine('postgres')

describe.skipIf(reason !== undefined)(`servers in a folder${reason ? ` (${reason})` : ''}`, () => {
  it('are started once, however many ask, and stopped once', async () => {
    const ask = () => engineUp('postgres', { folder, until: process.pid })
    const urls = await Promise.all([ask(), ask(), ask()])
    expect(new Set(urls).size).toBe(1)
    expect(await enginesDown(folder)).toEqual(['postgres'])
    expect(await enginesDown(folder)).toEqual([])
  })
})

it('does not stop another process that has got the pid since', async () => {
  writeFileSync(join(folder, 'kafka.json'), JSON.stringify({ pid: process.pid, url: 'kafka://127.0.0.1:1' }))
  expect(await enginesDown(folder)).toEqual([])
  expect(isRunning(process.pid)).toBe(true)
})
