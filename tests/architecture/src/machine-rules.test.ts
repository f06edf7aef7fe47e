import { describe, expect, it } from 'vitest'
import { machineDependence, needlessExceptions } from './machine-rules.ts'
import { sourceFiles } from './source-file.ts'

const files = sourceFiles()

describe('the repository', () => {
  it('asks the machine for no zone, locale or folder that an answer would depend on', () => {
    expect(machineDependence(files)).toEqual([])
  })

  it('excepts no file without need', () => {
    expect(needlessExceptions(files)).toEqual([])
  })
})

describe('the rules', () => {
  const planted = (line: string) => machineDependence([{ path: 'services/hub/src/a.ts', text: `\n${line}\n` }])

  it.each([
    ['new Date(at).', 'getDay()'],
    ['at.', 'setHours(0, 0, 0, 0)'],
    ['at.', 'toDateString()'],
    ['new ', 'Date(2025, 0, 1)'],
    ['new ', 'Date(year, month - 1, day)'],
    ['new ', "Date('2025-03-01T09:00:00')"],
    ['Date', '.parse(`2025-03-01T00:00`)'],
    ['z.iso.', 'datetime({ offset: true, local: true })'],
    ['count.', 'toLocaleString()'],
    ['names.sort((a, b) => a.', 'localeCompare(b))'],
    ['new Intl', '.Collator()'],
    ['import chineseDays ', "from 'chinese-days'"],
    ["SELECT date('now', ", "'localtime')"],
    ["new URL('./a.ts', import.meta.url)", '.pathname'],
  ])('find what is planted: %s%s', (before, after) => {
    expect(planted(before + after)).toHaveLength(1)
  })

  it.each([
    'new Date(at).getUTCDay()',
    'new Date(Date.UTC(2025, 0, 1)).toISOString()',
    "new Date('2025-03-01T09:00:00+08:00')",
    "Date.parse('2025-03-01T09:00:00.000Z')",
    'Date.parse(`2025-03-01T00:00:00Z`)',
    "fileURLToPath(new URL('./a.ts', import.meta.url))",
    'const { pathname } = new URL(request.url)',
    "import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }",
  ])('let pass: %s', (line) => {
    expect(planted(line)).toEqual([])
  })
})
