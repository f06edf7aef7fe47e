import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Hub } from '@hub/hub/hub.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, startOn } from './running-hub.ts'

const run = promisify(execFile)
const cli = fileURLToPath(import.meta.resolve('@hub/hub/cli.ts'))
const { folder, remove } = hubFolder()
let hub: Hub
beforeAll(async () => {
  hub = await startOn(join(folder, 'data'))
})
afterAll(async () => {
  await hub.stop()
  remove()
})

/** `hub …`, as it is typed; how it ended and what it said. */
const command = async (...words: string[]) => {
  const env = { ...process.env, HUB_URL: hub.url }
  try {
    const { stdout } = await run(process.execPath, [cli, ...words], { cwd: folder, env })
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return { code, said: stdout }
  }
}

const file = join(folder, '三月发放.csv')
const refusedFile = `${file}.refused.csv`
const mappingFile = `${file}.mapping.json`
const people = [1, 2, 3, 4].map((order) => citizenNumberOf(order))
const wrongNumber = `${people[1]!.slice(0, -1)}${people[1]!.endsWith('1') ? '2' : '1'}`
const rows = [
  `2025-03,1,${people[0]},ZF-1,0.05,2025-03-10,B-1,银行,无`,
  `2025-03,2,${wrongNumber},ZF-1,0.06,2025-03-10,B-2,银行,无`,
  `2025-03,3,${people[2]},ZF-1,六百,2025-03-10,B-3,银行,无`,
  `2025-03,4,${people[3]},ZF-1,0.08,2025-03-10,B-4,银行,无`,
]
const read = (path: string) => readFileSync(path, 'utf8')
/** The rows of a reconciliation that are not empty, as name, rows and sum. */
const reconciled = (path: string) =>
  Object.fromEntries(
    read(path)
      .split('\r\n')
      .map((line) => /^([^,]*?) [^,]*,(\d+),([\d.]+)(?:,|$)/.exec(line))
      .flatMap((match) => (match && match[2] !== '0' ? [[match[1]!, [Number(match[2]), match[3]]]] : [])),
  )

describe('whoever connects an office with docs/submitting.md and docs/sheets.md', () => {
  it('has a mapping of their own layout proposed, and fills it in', async () => {
    writeFileSync(file, `月份,序号,公民号,指令,本月发放,到账日,回单号,渠道,备注\n${rows.join('\n')}\n`)
    const proposed = await command('sheets', 'mapping', file, '--type', 'PaymentDisbursed')
    expect(proposed.code).toBe(0)
    const mapping = JSON.parse(read(mappingFile)) as { columns: Record<string, unknown> }
    expect(Object.keys(mapping.columns)).toEqual(expect.arrayContaining(['公民号', '本月发放', '渠道']))
    Object.assign(mapping, {
      columns: {
        公民号: '/data/person/citizenNumber',
        指令: '支付指令编号',
        本月发放: { to: 'amount', unit: '万元' },
        到账日: 'paidOn',
        回单号: '银行流水号',
        渠道: '',
        备注: '',
      },
      fixed: { 行政区划: '430302', 经办人编号: 'O-1001' },
      id: ['月份', '序号'],
      system: 'pay',
    })
    writeFileSync(mappingFile, JSON.stringify(mapping))
  })

  const submit = (sheet: string, ...more: string[]) =>
    command('submit', sheet, '--department', 'finance', '--mapping', mappingFile, ...more)

  it('sees two rows refused before anything is sent, and nothing of the persons in what is said', async () => {
    const { code, said } = await submit(file)
    expect(code).toBe(1)
    expect(said).toContain('2 rows can be sent')
    expect(said).toContain('万元')
    for (const person of [...people, wrongNumber]) expect(said).not.toContain(person)
  })

  it('sends what is right; the two rows come back with what is wrong and what to do', async () => {
    const { code, said } = await submit(file, '--yes')
    expect(code).toBe(1)
    expect(said).toMatch(/2 recorded/)
    const [head = '', ...refused] = read(refusedFile).split('\r\n').filter(Boolean)
    expect(head).toMatch(/错误原因,如何修改$/)
    expect(refused).toHaveLength(2)
    expect(refused[0]).toContain('公民身份号码')
    expect(refused[1]).toContain('金额')
    expect(reconciled(`${file}.reconciliation.csv`)).toMatchObject({ 已入库: [2, '1300.00'], 合计: [4, '1900.00'] })
  })

  it('mends them in that file, sends it, and has all four recorded', async () => {
    writeFileSync(refusedFile, read(refusedFile).replace(wrongNumber, people[1]!).replace('六百', '0.07'))
    const { code, said } = await submit(refusedFile, '--yes')
    expect(said).toMatch(/2 recorded/)
    expect(code).toBe(0)
    expect(reconciled(`${refusedFile}.reconciliation.csv`)).toEqual({
      已入库: [2, '1300.00'],
      合计: [2, '1300.00'],
    })
  })

  it('finds each amount with its person, and sends the whole sheet again without harm', async () => {
    const { ask, personIdOf } = clientOf(hub)
    for (const [at, person] of people.entries()) {
      await personIdOf(person)
      const { data } = await ask(
        `{ veteran(by: { citizenNumber: "${person}" }) { benefits { payments { amount { value { yuan } } } } } }`,
      )
      expect(data?.veteran).toEqual({
        benefits: { payments: [{ amount: { value: { yuan: `${(at + 5) * 100}.00` } } }] },
      })
    }
    writeFileSync(file, read(file).replace(wrongNumber, people[1]!).replace('六百', '0.07'))
    const again = await submit(file, '--yes')
    expect(again.said).toMatch(/4 duplicates/)
    expect(again.code).toBe(0)
  })
})
