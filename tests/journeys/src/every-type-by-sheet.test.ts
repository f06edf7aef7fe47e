import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportCommand } from '@hub/hub/export-command.ts'
import type { Hub } from '@hub/hub/hub.ts'
import { writeFacts, writeTemplate } from '@hub/hub/sheets-command.ts'
import { submitCommand } from '@hub/hub/submit-command.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, hubFolder, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
let hub: Hub

beforeAll(async () => {
  hub = await startOn(folder)
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const submitted = async (
  file: string,
  department: SubmittingDepartment,
  more: { mapping?: string; type?: string } = {},
) => {
  const told: string[] = []
  const options = { file, department, url: hub.url, yes: true, ...more }
  const code = await submitCommand(options, (text) => told.push(text))
  return { code, words: told.join('\n') }
}
const at = (name: string) => join(folder, name)

describe('every type by its sheet', () => {
  it('is taken from a template that an office has filled; the example is not sent', async () => {
    const file = await writeTemplate('VeteranRegistered', at('建档.xlsx'))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file)
    const sheet = workbook.worksheets[0]!
    const headings = (sheet.getRow(2).values as string[]).slice(1)
    for (const order of [1, 2]) {
      const example = (sheet.getRow(3).values as string[]).slice(1)
      const row = headings.map((heading, place) => {
        if (heading === '*编号') return `V-${order}`
        if (heading === '*身份证号' || heading === '*身份证件 证件号码') return citizenNumberOf(order)
        return heading === '*出生日期' ? '1970-01-01' : (example[place] ?? '')
      })
      sheet.addRow(row)
    }
    await workbook.xlsx.writeFile(file)
    const { code, words } = await submitted(file, 'veteran-affairs')
    expect(code, words).toBe(0)
    expect(words).toMatch(/2 recorded/)
    expect(words).toContain('示例行')
  })

  it('is taken from an office’s own layout by a mapping', async () => {
    const file = at('发放.csv')
    writeFileSync(
      file,
      `月份,序号,公民号,指令,本月发放,到账日,回单号\n2025-03,1,${citizenNumberOf(1)},ZF-1,0.05,2025-03-10,B-1\n`,
    )
    const mapping = at('发放.json')
    const columns = {
      公民号: 'person.citizenNumber',
      指令: 'orderId',
      本月发放: { to: 'amount', unit: '万元' },
      到账日: 'paidOn',
      回单号: 'bankRef',
    }
    const fixed = { region: '430302', 经办人编号: 'O-1' }
    writeFileSync(mapping, JSON.stringify({ type: 'PaymentDisbursed', columns, fixed, id: ['月份', '序号'] }))
    const { code, words } = await submitted(file, 'finance', { mapping })
    expect(code, words).toBe(0)
    expect(words).toMatch(/1 recorded/)
  })

  it('comes back as the same events where the hub wrote it: every row is a duplicate, none is new', async () => {
    await hub.visible()
    for (const [type, department, rows, name] of [
      ['VeteranRegistered', 'veteran-affairs', 2, '建档导出.xlsx'],
      ['PaymentDisbursed', 'finance', 1, '发放导出.csv'],
    ] as const) {
      const to = at(name)
      expect(await writeFacts(type, { to, data: folder })).toContain(`${rows} rows`)
      const { code, words } = await submitted(to, department)
      expect(code, words).toBe(0)
      expect(words).toMatch(new RegExp(`0 recorded.*${rows} duplicates`))
    }
  })

  it('is not a list that the hub wrote for reading: that is told', async () => {
    const to = at('events.csv')
    await exportCommand('events', { out: to, filter: [], data: folder }, () => {})
    const { code, words } = await submitted(to, 'finance')
    expect(code).toBe(1)
    expect(words).toContain('hub sheets export')
  })
})
