import { describe, expect, it } from 'vitest'
import { cardHandOutTerm, cardReviewTerm, cardUncollectedTerm } from './card-law.ts'
import { assignmentTerm, onPostTerm, reportingTerm } from './placement-law.ts'
import { lastDayOf, monthsAfter, termKept } from './term.ts'

describe('a term of the law', () => {
  it('of days has its last day so many days after the first', () => {
    expect(lastDayOf({ days: 30 }, '2024-09-01')).toBe('2024-10-01')
    expect(lastDayOf({ days: 30 }, '2024-01-31')).toBe('2024-03-01')
    const kept = (on: string) => termKept(reportingTerm, '2024-09-01', on)
    expect(kept('2024-10-01')).toMatchObject({ kept: true, lastDay: '2024-10-01' })
    expect(kept('2024-10-02')).toMatchObject({ kept: false, lastDay: '2024-10-01' })
    expect(kept('2024-10-02')!.entry.article.zh).toContain('第787号）第五十一条')
  })

  it('is that of the law on the day on which it begins', () => {
    expect(termKept(reportingTerm, '2024-08-31', '2024-09-30')!.entry.article.zh).toContain('第608号')
    expect(termKept(reportingTerm, '2011-10-31', '2011-11-30')).toBeUndefined()
    expect(termKept(onPostTerm, '2024-08-31', '2024-09-30')).toMatchObject({ kept: true, lastDay: '2024-09-30' })
    expect(termKept(onPostTerm, '2024-09-01', '2024-10-02')).toMatchObject({ kept: false, lastDay: '2024-10-01' })
  })

  it('of months ends on the same day, or on the last of a month that has no such day', () => {
    expect(termKept(assignmentTerm, '2024-09-15', '2025-03-15')!.kept).toBe(true)
    expect(termKept(assignmentTerm, '2024-09-15', '2025-03-16')!.kept).toBe(false)
    expect(termKept(cardUncollectedTerm, '2025-03-24', '2025-06-24')!.kept).toBe(true)
    expect(termKept(cardUncollectedTerm, '2025-03-24', '2025-06-25')!.kept).toBe(false)
    expect(monthsAfter('2024-08-31', 6)).toBe('2025-02-28')
    expect(monthsAfter('2024-12-31', 2)).toBe('2025-02-28')
    expect(monthsAfter('2023-12-31', 2)).toBe('2024-02-29')
  })

  it('of working days goes by the calendar of the State Council', () => {
    // The National Day holidays of 2025 are 1 to 8 October; 28 September and 11 October were worked.
    expect(termKept(cardHandOutTerm, '2025-09-26', '2025-10-16')).toMatchObject({ kept: true, lastDay: '2025-10-16' })
    expect(termKept(cardHandOutTerm, '2025-09-26', '2025-10-17')!.kept).toBe(false)
    expect(termKept(cardReviewTerm, '2025-03-03', '2025-04-15')).toMatchObject({ kept: true, lastDay: '2025-04-15' })
  })

  it('is said by no law before the first', () => {
    expect(termKept(cardHandOutTerm, '2021-11-14', '2021-12-14')).toBeUndefined()
  })

  it('says neither where the holidays are not published yet', () => {
    expect(lastDayOf({ workingDays: 10 }, '2026-12-25')).toBeNull()
    expect(termKept(cardHandOutTerm, '2026-12-25', '2027-01-05')!.kept).toBeNull()
  })
})
