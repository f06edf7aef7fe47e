import { catalogue } from '@hub/schemas/catalogue.ts'
import { describe, expect, it } from 'vitest'
import { type CellKind, readCell } from './cell.ts'
import { eventRow } from './event-row.ts'
import { comparable } from './field-headings.ts'
import { recognise } from './recognise-headings.ts'
import { rowEvent } from './row-event.ts'
import type { SheetFormat } from './sheet-format.ts'
import { sheetFormatOf } from './type-format.ts'

const types = catalogue.filter(({ department }) => department !== 'hub')

const exampleOf = (definition: (typeof types)[number]) => ({
  specversion: '1.0',
  id: 'M-1',
  source: `/departments/${definition.department}/example`,
  type: definition.type,
  time: definition.exampleTime ? new Date(definition.exampleTime).toISOString() : '2024-06-30T16:00:00.000Z',
  ...(definition.name === 'FactRetracted' ? { replaces: `/departments/${definition.department}/example#M-0` } : {}),
  data: definition.example,
})

describe('the sheet of every type', () => {
  it.each(types.map((definition) => [definition.type, definition] as const))(
    '%s: its example as a row reads back the same',
    (_type, definition) => {
      const format = sheetFormatOf(definition)
      const event = exampleOf(definition)
      const row = eventRow(format, event)
      if ('untold' in row) throw new Error(`no cell says ${row.untold}`)
      const columns = [...row.cells.keys()]
      const found = recognise(
        format,
        columns.map(({ headings }) => [headings[0]!]),
      )
      expect([found.missing, found.twice]).toEqual([[], []])
      const back = rowEvent(format, found.columns, [...row.cells.values()], {})
      expect(back).toEqual({ repairs: expect.anything(), event })
    },
  )

  it('has headings in Chinese, and each of its headings means one column', () => {
    for (const definition of types) {
      const { columns } = sheetFormatOf(definition)
      const all = columns.flatMap(({ headings }) => [...new Set(headings.map(comparable))])
      expect(all.filter((heading, at) => all.indexOf(heading) !== at)).toEqual([])
      for (const { headings } of columns) expect(headings[0]).toMatch(/^\p{Script=Han}/u)
    }
  })

  it('says when, where and by whom it was, and what it replaces', () => {
    for (const definition of types) {
      const pointers = sheetFormatOf(definition).columns.flatMap(({ to }) => to)
      for (const pointer of ['/id', '/time', '/data/region', '/duties/经办', '/replaces', '/replacesreason'])
        expect(pointers).toContain(pointer)
    }
  })

  it('takes every code of every list as it is', () => {
    for (const definition of types)
      for (const { cell } of sheetFormatOf(definition).columns) {
        if (typeof cell !== 'object' || !('codes' in cell) || Object.hasOwn(cell.variants, '笔误')) continue
        for (const code of cell.codes ?? []) expect(readCell(cell, code)).toMatchObject({ value: code })
      }
  })
})

const read = (format: SheetFormat, row: Readonly<Record<string, string>>) => {
  const found = recognise(
    format,
    Object.keys(row).map((heading) => [heading]),
  )
  if (found.missing.length > 0) throw new Error('a needed heading is missing')
  return rowEvent(format, found.columns, Object.values(row), { region: '430302', official: 'O-1' })
}
const typeNamed = (name: string) => types.find((definition) => definition.name === name)!

describe('a row of a type’s sheet', () => {
  const visit = sheetFormatOf(typeNamed('RegularContactMade'))
  const contact = { 编号: '7', 身份证号: '430302196803142018', 联系日期: '2025年3月4日', 方式: '上门走访' }

  it('has an id that tells the type, in the one source of the department’s sheets', () => {
    expect(read(visit, { ...contact, 需求: '' })).toMatchObject({
      event: {
        id: 'RegularContactMade/2025-03/7',
        source: '/departments/veteran-affairs/sheets',
        time: '2025-03-03T16:00:00.000Z',
        data: { needs: [] },
      },
    })
  })

  it('replaces an earlier row by its number, or a fact of any system by source and id', () => {
    const reason = { 更正原因: '笔误', 需求: '' }
    expect(read(visit, { ...contact, 替代编号: '6', ...reason })).toMatchObject({
      event: {
        replaces: '/departments/veteran-affairs/sheets#RegularContactMade/2025-03/6',
        replacesreason: 'clerical-error',
      },
    })
    const fact = '/departments/veteran-affairs/oa#HC-6'
    expect(read(visit, { ...contact, 替代编号: fact, ...reason })).toMatchObject({ event: { replaces: fact } })
  })

  it('lists texts between the strongest sign that stands there', () => {
    expect(read(visit, { ...contact, 需求: '就医、助餐' })).toMatchObject({
      event: { data: { needs: ['就医', '助餐'] } },
    })
    expect(read(visit, { ...contact, 需求: '就医、陪诊；助餐' })).toMatchObject({
      event: { data: { needs: ['就医、陪诊', '助餐'] } },
    })
    expect(read(visit, { ...contact, 需求: '就医、陪诊；' })).toMatchObject({
      event: { data: { needs: ['就医、陪诊'] } },
    })
  })

  it('has amounts in yuan, below zero where the field may be', () => {
    const budget = sheetFormatOf(typeNamed('BudgetAdjusted'))
    const amount = budget.columns.find(({ to }) => to[0] === '/data/amount')!
    expect(readCell(amount.cell, '-1,200.50')).toMatchObject({ value: -120_050 })
    const paid = sheetFormatOf(typeNamed('PaymentDisbursed')).columns.find(({ to }) => to[0] === '/data/amount')!
    expect(readCell(paid.cell, '-5')).toEqual({ fault: 'CELL_AMOUNT_SIGN' })
  })
})

describe('cells of these sheets', () => {
  const values: readonly [CellKind, string, unknown][] = [
    ['month', '2025年3月', '2025-03'],
    ['month', '202503', '2025-03'],
    ['month', '2025/3/1', '2025-03'],
    ['partialDate', '1968', '1968'],
    ['partialDate', '1968年3月', '1968-03'],
    ['partialDate', '1968.3.14', '1968-03-14'],
    ['instant', '2025-03-01 09:30', '2025-03-01T01:30:00.000Z'],
    ['instant', '1988-07-01 09:30', '1988-07-01T00:30:00.000Z'],
    ['instant', '2025-03-01T01:30:00Z', '2025-03-01T01:30:00.000Z'],
    ['moment', '2025-03-01', '2025-03-01'],
    ['moment', '2025-03-01 09:30', '2025-03-01T01:30:00.000Z'],
    ['count', '1,200', 1200],
    ['count', '12.0', 12],
    ['decimal', '91.5', 91.5],
    ['yesNo', '是', true],
    ['yesNo', '×', false],
    [{ list: 'number' }, 'ZF-1、ZF-2，ZF-3', ['ZF-1', 'ZF-2', 'ZF-3']],
    ['documentNumber', '43030219680314201x', '43030219680314201X'],
    ['documentNumber', 'H01234567', 'H01234567'],
  ]
  it.each(values)('are read as %j: %s', (kind, raw, value) => {
    expect(readCell(kind, raw)).toMatchObject({ value })
  })

  const faults: readonly [CellKind, string, string][] = [
    ['month', '2025-03-15', 'CELL_MONTH'],
    ['month', '2025-13', 'CELL_MONTH'],
    ['partialDate', '六八年', 'CELL_PARTIAL_DATE'],
    ['instant', '2025-03-01', 'CELL_INSTANT'],
    ['instant', '2025-02-30 09:30', 'CELL_INSTANT'],
    ['count', '12人', 'CELL_COUNT'],
    ['count', '1,2', 'CELL_COUNT'],
    ['decimal', '九十', 'CELL_DECIMAL'],
    ['yesNo', '大概', 'CELL_YES_NO'],
  ]
  it.each(faults)('are refused as %j: %s', (kind, raw, fault) => {
    expect(readCell(kind, raw)).toEqual({ fault })
  })
})
