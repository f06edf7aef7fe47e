import { hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { submitCommand } from '../submit-command.ts'
import { numberOf, openBentDoor } from './bent-door.fixture.ts'
import { yuanOf } from './reconciliation-file.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-reconciled-'))
  file = join(folder, 'pay.csv')
})
afterEach(() => rmSync(folder, { recursive: true }))

const headings = '流水号,身份证号,支付指令号,金额（元）,付款日期,银行流水号,行政区划,经办人编号'
const payment = (id: string, amount: string, day = '2025-01-10') =>
  `${id},${numberOf(Number(id) || 1)},ZF-1,"${amount}",${day},B-${id},430302,F-1`

const table = () =>
  readFileSync(`${file}.reconciliation.csv`, 'utf8')
    .split('\r\n')
    .map((line) => line.split(','))
const line = (name: string) => table().find(([first]) => first?.startsWith(name))

it('says of every row and every fen what became of it, and the parts make the whole', async () => {
  const door = await openBentDoor({
    events: () => 'refuse-first',
    receipt: (id) => {
      if (id === '2025-01/2') return { state: 'DUPLICATE' }
      if (id === '2025-01/3') return { state: 'REJECTED', reason: 'TOO_LARGE' }
      return { state: id === '2025-01/4' ? 'PENDING' : 'RECORDED' }
    },
  })
  const amounts = ['0.01', '1,020.00', '0.10', '0.20', '99999999999.99', '0.30']
  writeFileSync(
    file,
    [
      headings,
      ...amounts.map((amount, at) => payment(String(at + 1), amount)),
      payment('7', '7.00', '昨天'),
      payment('1', '3.00'),
      payment('9', '9.00', '2199-01-01'),
    ].join('\n'),
  )
  const told: string[] = []
  const options = { file, department: 'finance', yes: true, url: door.url, giveUpAfter: 0.2 } as const
  expect(await submitCommand(options, (text) => told.push(text))).toBe(1)
  await door.close()

  expect(line('结果')!.slice(1)).toEqual([
    '行数 rows',
    '金额（元）合计（元） sum in yuan',
    '金额（元）无法读取的行 rows without a readable amount',
  ])
  expect(line('已入库')!.slice(1)).toEqual(['2', '100000000000.29', '0'])
  expect(line('重复')!.slice(1)).toEqual(['1', '1020.00', '0'])
  expect(line('枢纽拒收')!.slice(1)).toEqual(['1', '0.01', '0'])
  expect(line('未能入库')!.slice(1)).toEqual(['1', '0.10', '0'])
  expect(line('尚无结果')!.slice(1)).toEqual(['1', '0.20', '0'])
  expect(line('校验有误')![1]).toBe('3')
  expect(line('合计')![1]).toBe('9')
  const parts = ['已入库', '更正', '重复', '校验', '枢纽拒收', '未能', '尚无', '未报送'].map((name) => line(name)!)
  const fen = (text: string | undefined) => BigInt(text!.replace('.', ''))
  expect(parts.reduce((sum, [, rows]) => sum + Number(rows), 0)).toBe(9)
  expect(parts.reduce((sum, [, , amount]) => sum + fen(amount), 0n)).toBe(fen(line('合计')![2]))
  expect(line('SHA-256')).toEqual(['SHA-256', hash('sha256', readFileSync(file))])
  expect(line('来源')![1]).toBe('/departments/finance/disbursement-sheet')
  expect(line('首行编号')![1]).toBe('2025-01/1')
  expect(line('末行编号')![1]).toBe('2025-01/6')
  expect(line('复核人')).toEqual(['复核人', ''])
  expect(statSync(`${file}.reconciliation.csv`).mode & 0o777).toBe(0o600)

  const page = readFileSync(`${file}.reconciliation.html`, 'utf8')
  expect(page).toContain('100000000000.29')
  expect(page).toMatch(/制表人：.*复核人：.*日期：/)
  for (const text of [page, readFileSync(`${file}.reconciliation.csv`, 'utf8')]) expect(text).not.toContain(numberOf(1))
})

it('writes no reconciliation where nothing was to be sent', async () => {
  writeFileSync(file, [headings, payment('1', '1.00')].join('\n'))
  await submitCommand({ file, department: 'finance' }, () => {})
  expect(() => statSync(`${file}.reconciliation.csv`)).toThrow('ENOENT')
})

it('says fen exactly', () => {
  expect([0n, 1n, -1n, 10n, -12_345n, 900719925474099301n].map(yuanOf)).toEqual([
    '0.00',
    '0.01',
    '-0.01',
    '0.10',
    '-123.45',
    '9007199254740993.01',
  ])
})
