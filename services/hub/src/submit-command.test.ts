import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSampleIntake } from '@hub/intake/sample-intake.fixture.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { exampleCompanies } from '@hub/schemas/example-act.ts'
import { citizenCheckCharacter } from '@hub/schemas/values/citizen-number.ts'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { submitCommand } from './submit-command.ts'

const numberOf = (order: number) => {
  const first17 = `43030219680314${String(order).padStart(3, '0')}`
  return first17 + citizenCheckCharacter(first17)
}
const deathHeadings = '编号,公民身份号码,死亡日期,死亡依据,证明编号,行政区划代码,经办人编号'
const death = (order: number) => `M-${order},${numberOf(order)},2025-03-01,医学证明,SW-${order},430302,O-1001`
const manyDeaths = (count: number) =>
  [deathHeadings, ...Array.from({ length: count }, (_, at) => death(at + 1))].join('\r\n')

let folder: string
let file: string
let told: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-submit-'))
  file = join(folder, 'sheet.csv')
  told = []
})
afterEach(() => rmSync(folder, { recursive: true }))

const submit = (
  department: SubmittingDepartment,
  more: { yes?: boolean; url?: string; region?: string; official?: string } = {},
) => submitCommand({ file, department, wait: async () => {}, ...more }, (text) => told.push(text))
const words = () => told.join('\n')
const refusedRows = () => readFileSync(`${file}.refused.csv`, 'utf8').split('\r\n').filter(Boolean)

it('says where there is no such file', async () => {
  expect(await submit('civil-affairs')).toBe(1)
  expect(words()).toContain('没有此文件')
})

/** An intake whose answers a test can bend; keeps the ids of every batch. */
const openDoor = async (bend: (batch: number) => 'answer' | 'refuse-first' | 'unavailable' = () => 'answer') => {
  const batches: string[][] = []
  let requests = 0
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const how = bend(++requests)
    if (how === 'unavailable') return response.writeHead(503, { 'retry-after': '1' }).end()
    const ids = (JSON.parse(body) as { id: string }[]).map(({ id }) => id)
    batches.push(ids)
    const errors = [
      {
        pointer: '/data',
        code: 'PERSON_ERASED',
        message: 'erased',
        messageZh: '已销毁',
        whatToDo: '',
        whatToDoZh: '勿报',
      },
    ]
    const items = ids.map((id, at) =>
      how === 'refuse-first' && at === 0 ? { id, status: 'refused', problem: { errors } } : { id, status: 'accepted' },
    )
    return response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ items }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, batches, close: () => new Promise((resolve) => server.close(resolve)) }
}

describe('a dry run', () => {
  const sheets: readonly [SubmittingDepartment, string][] = [
    ['civil-affairs', `${deathHeadings}\n${death(1)}`],
    [
      'veteran-affairs',
      `编号,身份证号,姓名,性别,出生日期,户籍地,住址,联系电话,建档日期\nV-1,${numberOf(1)},谭志强,男性,1968/3/14,雨湖区,莲花巷８号,73155550000,45931`,
    ],
    [
      'finance',
      `流水号,身份证号码,支付指令号,金额（元）,付款日期,银行流水号\nD-1,${numberOf(1)},ZF-1,"1,234.50",2024年5月10日,B-1`,
    ],
    [
      'hr',
      `编号,身份证号,统一社会信用代码,岗位类别,就业途径,就业日期\nJ-1,${numberOf(1)},${exampleCompanies.employer},设备维护,自主就业,2024-04-15`,
    ],
  ]
  it.each(sheets)('reads the sheet of %s as UTF-8, with BOM, and as GB18030', async (department, text) => {
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), iconv.encode(text, 'gb18030')]) {
      writeFileSync(file, bytes)
      expect(await submit(department, { region: '430302', official: 'O-1' }), words()).toBe(0)
    }
    expect(words().match(/1 rows can be sent/g)).toHaveLength(3)
    expect(existsSync(`${file}.refused.csv`)).toBe(false)
  })

  it('finds the headings under a title, and leaves out blank rows and sums', async () => {
    writeFileSync(file, `死亡登记台账\n\n${deathHeadings}\n${death(1)}\n,,,\n合计,1,,\n`)
    expect(await submit('civil-affairs')).toBe(0)
    expect(words()).toContain('1 rows can be sent')
  })

  it('tells repairs and the first rows of each kind of fault, and nothing of the cells', async () => {
    writeFileSync(
      file,
      [
        deathHeadings,
        death(1),
        'M-2,4.3E+17,45931,火化证明,,430302,O-1',
        death(1),
        `M-3,${numberOf(3)},2025/10/1,猜测,,,`,
      ].join('\n'),
    )
    expect(await submit('civil-affairs')).toBe(1)
    expect(words()).toMatch(/1 rows can be sent.*3 refused/)
    expect(words()).toMatch(/公民身份号码: 表格软件.*\(rows 3\)/)
    expect(words()).toContain('(rows 4)')
    expect(words()).toContain('--region')
    expect(words()).toContain('--official')
    expect(words()).toContain('日期统一为')
    expect(words()).not.toContain(numberOf(3))
    expect(words()).not.toContain('猜测')
  })

  it('says which headings are needed where there are none, and that a workbook is no CSV', async () => {
    writeFileSync(file, '甲,乙\n1,2\n')
    expect(await submit('civil-affairs')).toBe(1)
    expect(words()).toContain('死亡日期')
    writeFileSync(file, 'PK\u0003\u0004')
    expect(await submit('civil-affairs')).toBe(1)
    expect(words()).toContain('.xlsx')
  })
})

describe('the refused file', () => {
  it('has the rows as they were with reasons, begins with a BOM, and runs no formula', async () => {
    writeFileSync(
      file,
      iconv.encode([deathHeadings, `=1+1,${numberOf(2)},昨天,医学证明,@x,430302,O-1`].join('\n'), 'gb18030'),
    )
    expect(await submit('civil-affairs')).toBe(1)
    const [headings, row] = refusedRows()
    expect(headings).toBe(`\uFEFF${deathHeadings},错误原因,如何修改`)
    expect(row).toMatch(new RegExp(`^'=1\\+1,'${numberOf(2)},昨天,医学证明,'@x,430302,O-1,死亡日期：`))
  })

  it('can be put right and sent as a sheet', async () => {
    writeFileSync(file, [deathHeadings, `0012,${numberOf(2)},昨天,医学证明,,430302,O-1`].join('\n'))
    await submit('civil-affairs')
    writeFileSync(file, readFileSync(`${file}.refused.csv`, 'utf8').replace('昨天', '2025-03-01'))
    expect(await submit('civil-affairs')).toBe(0)
    writeFileSync(file, readFileSync(file, 'utf8').replace('2025-03-01', '前天'))
    await submit('civil-affairs')
    expect(refusedRows()[0]).toBe(`\uFEFF${deathHeadings},错误原因,如何修改`)
    expect(refusedRows()[1]).toMatch(/^''?0012,/)
  })
})

describe('sending', () => {
  it('reaches the intake, which takes every row', async () => {
    const intake = await openSampleIntake({ department: 'civil-affairs' })
    const url = await intake.http.listen({ port: 0, host: '127.0.0.1' })
    writeFileSync(file, manyDeaths(150))
    expect(await submit('civil-affairs', { yes: true, url }), words()).toBe(0)
    expect(words()).toContain('150 taken')
    expect(existsSync(`${file}.progress`)).toBe(false)
    await intake.close()
  })

  it('sends nothing without yes', async () => {
    const door = await openDoor()
    writeFileSync(file, manyDeaths(3))
    expect(await submit('civil-affairs', { url: door.url })).toBe(0)
    expect(door.batches).toEqual([])
    await door.close()
  })

  it('waits out an intake that is busy', async () => {
    const door = await openDoor((request) => (request <= 2 ? 'unavailable' : 'answer'))
    writeFileSync(file, manyDeaths(3))
    expect(await submit('civil-affairs', { yes: true, url: door.url })).toBe(0)
    expect(door.batches).toEqual([['M-1', 'M-2', 'M-3']])
    await door.close()
  })

  it('goes on where it stopped, and still knows what was refused before', async () => {
    writeFileSync(file, manyDeaths(250))
    const failing = await openDoor((request) => (request === 1 ? 'refuse-first' : 'unavailable'))
    expect(await submit('civil-affairs', { yes: true, url: failing.url })).toBe(1)
    expect(failing.batches).toHaveLength(1)
    expect(readFileSync(`${file}.progress`, 'utf8')).not.toContain(numberOf(1))
    const { port } = new URL(failing.url)
    await failing.close()

    const door = await openDoor()
    // The same hub is meant: the progress says where it went.
    const progress = readFileSync(`${file}.progress`, 'utf8')
    writeFileSync(`${file}.progress`, `${progress}{"row":1`)
    const proxy = createServer((request, response) => {
      let body = ''
      request.on('data', (piece) => {
        body += piece
      })
      request.on('end', async () => {
        const answer = await fetch(`${door.url}${request.url}`, { method: 'POST', body })
        response.writeHead(answer.status).end(await answer.text())
      })
    })
    await new Promise<void>((resolve) => proxy.listen(Number(port), '127.0.0.1', resolve))
    expect(await submit('civil-affairs', { yes: true, url: failing.url })).toBe(1)
    expect(door.batches.map((ids) => [ids[0], ids.length])).toEqual([
      ['M-101', 100],
      ['M-201', 50],
    ])
    expect(words()).toContain('249 taken')
    expect(refusedRows()).toHaveLength(2)
    expect(refusedRows()[1]).toMatch(/,已销毁,勿报$/)
    expect(existsSync(`${file}.progress`)).toBe(false)
    await new Promise((resolve) => proxy.close(resolve))
    await door.close()
  })

  it('begins anew when the file has changed', async () => {
    writeFileSync(file, manyDeaths(150))
    const failing = await openDoor((request) => (request === 1 ? 'answer' : 'unavailable'))
    await submit('civil-affairs', { yes: true, url: failing.url })
    writeFileSync(file, manyDeaths(151))
    expect(await submit('civil-affairs', { yes: true, url: failing.url })).toBe(1)
    expect(readFileSync(`${file}.progress`, 'utf8').trim().split('\n')).toHaveLength(1)
    await failing.close()
  })
})
