import { describe, expect, it } from 'vitest'
import { declaredFields, fieldsSaidByHand } from './field-rules.ts'
import { sourceFiles } from './source-file.ts'

const files = sourceFiles()
const planted = (line: string, path = 'gateway/file/src/a.ts') =>
  fieldsSaidByHand([...files.filter((file) => file.path === 'gateway/file/src/file.ts'), { path, text: `\n${line}\n` }])

it('the fold, the views, the report and GraphQL take from the vocabulary what a field is for', () => {
  expect(fieldsSaidByHand(files)).toEqual([])
})

it('the vocabulary says it of many fields', () => {
  for (const field of ['approvedOn', 'payableFrom', 'cardNo', 'spouse', 'causeEventId', 'attendeeKey'])
    expect(declaredFields, field).toContain(field)
})

describe('the rule finds', () => {
  it.each([
    ['a list of dates', "const dates = ['approvedOn', 'decidedOn']"],
    ['a date of one type', 'DeathRegistered: (data) => data.diedOn,'],
    ['a date where there is one', 'const from = data?.from ?? data.time'],
    ['a date by its name in brackets', "const from = data['payableFrom']"],
    ['a path in SQL', "json_extract(f.figures, '$.decidedOn')"],
    ['a key', "const ofCard = 'cardNo'"],
    ['a function for a key', 'key: (data) => [data.item, data.category],'],
    ['another one', 'const keyOf = (fact: Fact) => fact.id'],
    ['whom an event names', 'const other = data.spouse'],
    ['which event it names', "const cause = 'causeEventId'"],
  ])('%s', (_what, line) => {
    expect(planted(line)).toHaveLength(1)
  })
})

describe('the rule lets pass', () => {
  it.each([
    ['what a department says of a file', 'NameChanged: (data) => data.to,'],
    ['a field that the file has itself', "orderBy: { field: 'registeredOn', direction: 'ASC' }"],
    ['a comment', '// As `approvedOn` was once.'],
  ])('%s', (_what, line) => {
    expect(planted(line)).toEqual([])
  })

  it('what a figure measures, tests, and other workspaces', () => {
    const line = "daysFrom: 'receivedOn'"
    for (const path of [
      'gateway/reading/src/report/rows/rights.ts',
      'gateway/file/src/a.test.ts',
      'services/hr/src/unemployment.ts',
    ])
      expect(planted(line, path)).toEqual([])
  })
})
