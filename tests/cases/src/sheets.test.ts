import { readdirSync } from 'node:fs'
import { pointedAt } from '@hub/intake/sheet/put-at.ts'
import { describe, expect, it } from 'vitest'
import { cellCases } from './cell-cases.ts'
import { fileCases } from './file-cases.ts'
import { caseFile, readCase, type SheetCase } from './sheet-case.ts'

const sheetCases = [...fileCases, ...cellCases]

const isRight = async ({ file, department, right }: SheetCase) => {
  const read = await readCase(file, department)
  if ('unreadable' in right) {
    expect(read.rows).toEqual([])
    expect(read.unreadable).toMatch(right.unreadable)
    return
  }
  expect(read.unreadable).toBeUndefined()
  if ('refused' in right) {
    const [row] = read.rows
    expect(row?.values).toBeUndefined()
    const words = row!.faults.map(({ pointer, message, messageZh }) => `${pointer} ${messageZh} ${message}`)
    for (const { at, says } of right.refused)
      expect(words.some((word) => (at === undefined || word.startsWith(`${at} `)) && says.test(word))).toBe(true)
    return
  }
  expect(read.rows.map(({ faults }) => faults.map(({ code }) => code))).toEqual(right.rows.map(() => []))
  for (const [at, values] of right.rows.entries())
    for (const [pointer, value] of Object.entries(values))
      expect(pointedAt(read.rows[at]!.values, pointer)).toEqual(value)
  for (const words of right.told ?? []) expect(read.told).toMatch(words)
}

describe('a sheet as an office made it is read rightly, or refused with its reason', () => {
  for (const one of sheetCases) it(`${one.file}: ${one.case}`, () => isRight(one))
})

it('every file of the cases is one of them', () => {
  const files = readdirSync(caseFile('.')).filter((file) => /\.\w+$/.test(file))
  expect(sheetCases.map(({ file }) => file).sort()).toEqual(files.sort())
})
