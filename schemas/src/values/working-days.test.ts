import { expect, it } from 'vitest'
import { isWorkingDay, workingDayAfter, workingDaysBetween } from './working-days.ts'

it('counts from the day after, holidays off and make-up days worked', () => {
  expect(workingDaysBetween('2025-09-29', '2025-10-17')).toBe(9)
  expect(workingDaysBetween('2025-09-29', '2025-10-16')).toBe(8)
  expect(workingDaysBetween('2025-03-03', '2025-03-03')).toBe(0)
  expect(workingDaysBetween('2025-03-05', '2025-03-03')).toBe(0)
  expect(['2025-09-28', '2025-09-29', '2025-10-01', '2025-10-11', '2025-10-12'].map(isWorkingDay)).toEqual([
    true,
    true,
    false,
    true,
    false,
  ])
})

it('finds the n-th working day after a day', () => {
  expect(workingDayAfter('2025-09-29', 9)).toBe('2025-10-17')
  expect(workingDayAfter('2025-03-07', 1)).toBe('2025-03-10')
})

it('does not say how many there are in a year whose holidays are not published', () => {
  expect(workingDaysBetween('2026-12-25', '2027-01-08')).toBeNull()
  expect(workingDaysBetween('2003-12-25', '2004-01-08')).toBeNull()
  expect(isWorkingDay('2027-01-04')).toBeNull()
  expect(workingDayAfter('2026-12-30', 9)).toBeNull()
})
