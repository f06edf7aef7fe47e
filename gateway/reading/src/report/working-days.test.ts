import { expect, it } from 'vitest'
import { workingDaysBetween } from './working-days.ts'

it('counts from the day after, holidays off and make-up days worked', () => {
  expect(workingDaysBetween('2025-09-29', '2025-10-17')).toBe(9)
  expect(workingDaysBetween('2025-09-29', '2025-10-16')).toBe(8)
  expect(workingDaysBetween('2025-03-03', '2025-03-03')).toBe(0)
})

it('does not say how many there are in a year whose holidays are not published', () => {
  expect(workingDaysBetween('2026-12-25', '2027-01-08')).toBeNull()
})
