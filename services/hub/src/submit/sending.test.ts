import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rejectionRefusals } from '@hub/schemas/hub/rejection-refusals.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { submitCommand } from '../submit-command.ts'
import { type Bends, death, deathHeadings, manyDeaths, numberOf, openBentDoor } from './bent-door.fixture.ts'
import { openProgress, SheetInUse } from './progress-file.ts'

let folder: string
let file: string
let told: string[]
let doors: Awaited<ReturnType<typeof openBentDoor>>[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-sending-'))
  file = join(folder, 'sheet.csv')
  told = []
  doors = []
})
afterEach(async () => {
  await Promise.all(doors.map((door) => door.close()))
  rmSync(folder, { recursive: true })
})

const doorOf = async (bends: Bends = {}, port = 0) => {
  const door = await openBentDoor(bends, port)
  doors.push(door)
  return door
}
const submit = (url: string, giveUpAfter = 60) =>
  submitCommand({ file, department: 'civil-affairs', yes: true, url, giveUpAfter, wait: async () => {} }, (text) =>
    told.push(text),
  )
const words = () => told.join('\n')
const refusedRows = () => readFileSync(`${file}.refused.csv`, 'utf8').split('\r\n').filter(Boolean)
const summary = () => told.find((text) => text.includes('rows（行）'))?.replaceAll(/（[^）]*）/g, '')

describe('sending', () => {
  it('follows every receipt to its end, and says of each row what became of it', async () => {
    const door = await doorOf({
      receipt: (id, asked) => {
        if (asked < 3 && id === 'M-250') return { state: 'PENDING' }
        if (id === 'M-2') return { state: 'DUPLICATE' }
        return { state: 'RECORDED' }
      },
    })
    writeFileSync(file, manyDeaths(250))
    expect(await submit(door.url), words()).toBe(0)
    expect(door.batches.map((ids) => [ids[0], ids.length])).toEqual([
      ['M-1', 200],
      ['M-201', 50],
    ])
    expect(summary()).toBe(
      '250 rows: 249 recorded, 1 duplicates, 0 refused by the check, 0 refused by the hub, 0 rejected by the recorder, 0 open',
    )
    expect(existsSync(`${file}.progress`)).toBe(false)
    expect(existsSync(`${file}.refused.csv`)).toBe(false)
  })

  it.each(Object.values(rejectionRefusals).filter(({ code }) => code !== 'ID_REUSED_WITH_OTHER_CONTENT'))(
    'writes what the recorder rejected as $code into the refused file',
    async (refusal) => {
      const { code, message, messageZh, whatToDo, whatToDoZh } = refusal
      const said = { detail: message, detailZh: messageZh, whatToDo, whatToDoZh }
      const door = await doorOf({
        receipt: (id) => (id === 'M-2' ? { state: 'REJECTED', reason: code, ...said } : { state: 'RECORDED' }),
      })
      writeFileSync(file, manyDeaths(3))
      expect(await submit(door.url)).toBe(1)
      expect(summary()).toContain('2 recorded')
      expect(summary()).toContain('1 rejected by the recorder')
      expect(refusedRows()).toHaveLength(2)
      expect(refusedRows()[1]).toMatch(/^M-2,/)
      expect(refusedRows()[1]).toContain(messageZh)
      expect(refusedRows()[1]).toContain(whatToDoZh)
      expect(statSync(`${file}.refused.csv`).mode & 0o777).toBe(0o600)
      expect(existsSync(`${file}.progress`)).toBe(false)
    },
  )

  it('gives up on a hub that takes and never records, says how many are open, and goes on by the same command', async () => {
    let recording = false
    const door = await doorOf({ receipt: () => ({ state: recording ? 'RECORDED' : 'PENDING' }) })
    writeFileSync(file, manyDeaths(3))
    expect(await submit(door.url, 0.2)).toBe(1)
    expect(summary()).toContain('3 open')
    expect(words()).toContain('run the same command')
    expect(readFileSync(`${file}.progress`, 'latin1')).not.toContain(numberOf(1))
    expect(statSync(`${file}.progress`).mode & 0o777).toBe(0o600)
    recording = true
    expect(await submit(door.url)).toBe(0)
    expect(door.batches).toHaveLength(1)
    expect(words()).toContain('3 recorded')
  })

  it('waits out an intake that is busy, and receipts that cannot be had', async () => {
    const door = await doorOf({
      events: (request) => (request <= 2 ? 'unavailable' : 'take'),
      receiptsStatus: (request) => (request === 1 ? 503 : 200),
    })
    writeFileSync(file, manyDeaths(3))
    expect(await submit(door.url)).toBe(0)
    expect(door.batches).toEqual([['M-1', 'M-2', 'M-3']])
  })

  it('waits for a hub that takes nothing for a minute, and says so', async () => {
    const door = await doorOf({ events: (request) => (request <= 60 ? 'unavailable' : 'take') })
    writeFileSync(file, manyDeaths(3))
    expect(await submit(door.url)).toBe(0)
    expect(words().match(/takes nothing now/g)).toHaveLength(1)
    expect(words()).toContain('3 recorded')
  })

  it('goes on where it stopped, and still knows what was refused before', async () => {
    writeFileSync(file, manyDeaths(450))
    const failing = await doorOf({ events: (request) => (request === 1 ? 'refuse-first' : 'unavailable') })
    expect(await submit(failing.url, 5)).toBe(1)
    expect(words()).toContain('takes nothing now')
    expect(failing.batches).toHaveLength(1)
    await failing.close()
    // The same hub is meant: the progress says where it went.
    const door = await doorOf({}, failing.port)
    expect(await submit(failing.url)).toBe(1)
    expect(door.batches.map((ids) => [ids[0], ids.length])).toEqual([
      ['M-201', 200],
      ['M-401', 50],
    ])
    expect(words()).toContain('449 recorded')
    expect(refusedRows()).toHaveLength(2)
    expect(refusedRows()[1]).toMatch(/,已销毁,勿报$/)
    expect(existsSync(`${file}.progress`)).toBe(false)
  })

  it('begins anew when the file has changed', async () => {
    writeFileSync(file, manyDeaths(300))
    let isAway = true
    const door = await doorOf({ events: (request) => (request === 1 || !isAway ? 'take' : 'unavailable') })
    await submit(door.url, 5)
    isAway = false
    writeFileSync(file, [deathHeadings, death(7)].join('\n'))
    expect(await submit(door.url)).toBe(0)
    expect(door.batches.map((ids) => ids[0])).toEqual(['M-1', 'M-7'])
  })

  it('sends all rows again to a hub that keeps another store now', async () => {
    let restored = false
    const door = await doorOf({
      receipt: (id) => {
        if (restored) return { state: 'RECORDED' }
        if (id !== 'M-2') return { state: 'RECORDED' }
        restored = true
        return { problem: { code: 'RECEIPT_OF_ANOTHER_STORE' } }
      },
    })
    writeFileSync(file, manyDeaths(3))
    expect(await submit(door.url)).toBe(0)
    expect(door.batches).toEqual([
      ['M-1', 'M-2', 'M-3'],
      ['M-1', 'M-2', 'M-3'],
    ])
  })

  it('stops at a hub whose store changes all the time, and at one that knows no receipts', async () => {
    writeFileSync(file, manyDeaths(3))
    const restless = await doorOf({ receipt: () => ({ problem: { code: 'RECEIPT_UNKNOWN' } }) })
    expect(await submit(restless.url)).toBe(1)
    expect(words()).toContain('更换了存储库')
    const older = await doorOf({ receiptsStatus: () => 404 })
    expect(await submit(older.url)).toBe(1)
    expect(words()).toContain('answered 404 to receipts')
  })

  it('sends in halves what an intake does not take together, in the order of the sheet', async () => {
    const door = await doorOf({ events: () => 'too-large' })
    writeFileSync(file, manyDeaths(201))
    expect(await submit(door.url), words()).toBe(0)
    expect(door.batches.map(({ length }) => length)).toEqual([50, 50, 50, 50, 1])
    expect(door.batches.flat()).toEqual(Array.from({ length: 201 }, (_, at) => `M-${at + 1}`))
  })

  it('follows nobody to another place with what is personal', async () => {
    const door = await doorOf({ events: (request) => (request === 1 ? 'elsewhere' : 'take') })
    writeFileSync(file, manyDeaths(3))
    expect(await submit(door.url)).toBe(1)
    expect(words()).toContain('answered 307 to a batch')
    expect(door.batches).toEqual([])
  })

  it('lets one command at a time send a sheet, and goes on behind one that was killed', async () => {
    const door = await doorOf()
    writeFileSync(file, manyDeaths(3))
    const other = openProgress(`${file}.progress`, 'other')
    expect(() => openProgress(`${file}.progress`, 'other')).toThrow(SheetInUse)
    expect(await submit(door.url)).toBe(1)
    expect(words()).toContain('另一命令正在报送')
    expect(door.batches).toEqual([])
    other.close()
    expect(await submit(door.url)).toBe(0)
  })

  it('begins anew over the progress of an older hub, or one that is damaged', async () => {
    const door = await doorOf()
    writeFileSync(file, manyDeaths(3))
    writeFileSync(`${file}.progress`, '{"digest":"0"}\n{"row":2,"sent":1,"refused":[]}\n'.repeat(100))
    expect(await submit(door.url)).toBe(0)
    expect(door.batches).toEqual([['M-1', 'M-2', 'M-3']])
  })
})
