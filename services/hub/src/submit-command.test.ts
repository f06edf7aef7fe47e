import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { exampleCompanies } from '@hub/schemas/example-act.ts'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { death, deathHeadings, numberOf } from './submit/bent-door.fixture.ts'
import type { SubmitOptions } from './submit/submit-options.ts'
import { submitCommand } from './submit-command.ts'

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
  more: Partial<SubmitOptions> = {},
  // A port at which nothing answers: no hub of this machine is asked.
) =>
  submitCommand({ file, department, url: 'http://127.0.0.1:9', wait: async () => {}, ...more }, (text) =>
    told.push(text),
  )
const words = () => told.join('\n')
const refusedRows = () => readFileSync(`${file}.refused.csv`, 'utf8').split('\r\n').filter(Boolean)

it('says where there is no such file', async () => {
  expect(await submit('civil-affairs')).toBe(1)
  expect(words()).toContain('没有此文件')
})

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

  it('says which rows are dated outside the period that was given', async () => {
    writeFileSync(file, [deathHeadings, death(1).replace('M-1', '1'), death(2).replace('M-2', '2')].join('\n'))
    await submit('civil-affairs', { period: '2025-02' })
    expect(words()).toContain('2 行的日期不在所给期间内')
    told.length = 0
    await submit('civil-affairs', { period: '2025-Q1' })
    expect(words()).not.toContain('不在所给期间内')
  })

  it('names the command that sends the mended rows, with --correct where that takes nothing from another row', async () => {
    const wrong = death(2).replace('2025-03-01', 'x')
    writeFileSync(file, [deathHeadings, death(1), wrong].join('\n'))
    await submit('civil-affairs', { correct: true, period: 'none' })
    expect(words()).toContain(
      'sheet.csv.refused.csv --department civil-affairs --url http://127.0.0.1:9 --period none --correct --yes',
    )
    told.length = 0
    writeFileSync(file, [deathHeadings, death(1), death(2).replace('M-2', 'M-1')].join('\n'))
    await submit('civil-affairs', { correct: true, period: 'none' })
    expect(words()).toContain('--period none --yes')
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

  it('says whose headings it looked for, what a heading row lacks, and what bytes are that are no sheet', async () => {
    writeFileSync(file, '甲,乙\n1,2\n')
    expect(await submit('civil-affairs')).toBe(1)
    expect(words()).toContain('没有哪一行像是死亡登记台账的标题行')
    writeFileSync(file, deathHeadings.replace('编号,', '序号,'))
    expect(await submit('civil-affairs')).toBe(1)
    expect(words()).toMatch(/第 1 行像是标题行，缺少：编号（/)
    writeFileSync(file, 'PK\u0003\u0004')
    expect(await submit('civil-affairs')).toBe(1)
    expect(words()).toContain('工作簿已损坏')
  })
})

it('sends nothing without yes', async () => {
  writeFileSync(file, [deathHeadings, death(1)].join('\n'))
  expect(await submit('civil-affairs', { url: 'http://127.0.0.1:1' })).toBe(0)
  expect(words()).toContain('Nothing was sent')
  expect(existsSync(`${file}.progress`)).toBe(false)
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
