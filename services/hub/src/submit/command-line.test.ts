import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { quoted, submitLine } from './command-line.ts'
import type { SubmitOptions } from './submit-options.ts'

const options: SubmitOptions = { file: '三月.csv.refused.csv', department: 'finance', url: 'http://127.0.0.1:4000' }

describe('the command that sends the mended rows', () => {
  it('repeats all that decides what the rows say and which ids they have', () => {
    expect(submitLine(options, 'linux')).toBe('npm run hub -- submit 三月.csv.refused.csv --department finance --yes')
    const said: SubmitOptions = {
      ...options,
      url: 'http://hub.example:4000',
      type: 'PaymentDisbursed',
      mapping: '对照 表.json',
      system: 'payroll',
      region: '430302',
      official: 'F-1',
      giveUpAfter: 20,
      period: 'none',
      idPrefix: '-A/',
      correct: true,
      reason: 'late-proof',
      yes: true,
    }
    expect(submitLine(said, 'linux')).toBe(
      "npm run hub -- submit 三月.csv.refused.csv --department finance --url http://hub.example:4000 --type PaymentDisbursed --mapping '对照 表.json' --system payroll --region 430302 --official F-1 --give-up-after 20 --period none '--id-prefix=-A/' --correct --reason late-proof --yes",
    )
  })

  it.each([
    ...['3 月 发放.csv', '发放(1).csv', '发放（一）.csv', "it's.csv", 'a"b.csv', '$HOME.csv', '`id`.csv', 'a\\b.csv'],
    ...['!x.csv', '%TEMP%.csv', 'a;b.csv', 'a&b.csv', '*.csv', '~/x.csv', '#1.csv', '“三月”.csv'],
  ])('names %j so that a POSIX shell gives that very name', (file) => {
    const line = `printf %s ${quoted(file, 'linux')}`
    expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(file)
  })

  it('takes a file that begins with a dash for no option', () => {
    expect(submitLine({ ...options, file: '-x.csv' }, 'linux')).toContain(' ./-x.csv ')
    expect(submitLine({ ...options, file: '-x y.csv' }, 'win32')).toContain(' ".\\-x y.csv" ')
  })

  it.each([
    ['C:\\报送\\三月.csv', 'C:\\报送\\三月.csv'],
    ['C:\\Program Files\\三月 (1).csv', '"C:\\Program Files\\三月 (1).csv"'],
    ['a&b.csv', '"a&b.csv"'],
    ['a,b.csv', '"a,b.csv"'],
    ["it's.csv", '"it\'s.csv"'],
    ['$x.csv', "'$x.csv'"],
    ['“三月”.csv', "'“三月”.csv'"],
    ["‘三’'月'$.csv", "'‘‘三’’''月''$.csv'"],
  ])('writes %s for Windows as %s', (file, line) => {
    expect(quoted(file, 'win32')).toBe(line)
  })
})
