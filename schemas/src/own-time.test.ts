import { describe, expect, it } from 'vitest'
import { beginningOf, endingOf, isOverOn, lastOf, ownEndOf, paidFromOf } from './own-time.ts'

const told = '2025-03-31T16:30:00.000Z'

describe('the own time of an event', () => {
  it('begins with the first of its fields that is there, else on the day of the envelope in Shanghai', () => {
    const time = { from: ['approvedOn', 'decidedOn'], until: 'next' } as const
    expect(beginningOf({ time }, { approvedOn: '2024-05-18', decidedOn: '2024-05-01' }, told)).toBe('2024-05-18')
    expect(beginningOf({ time }, { decidedOn: '2024-05-01' }, told)).toBe('2024-05-01')
    expect(beginningOf({ time }, {}, told)).toBe('2025-04-01')
    expect(beginningOf({}, { approvedOn: '2024-05-18' }, told)).toBe('2025-04-01')
  })

  it('keeps a month a month and an old year a year, and reads an instant as its day', () => {
    const time = { from: 'from', until: 'ended' } as const
    expect(beginningOf({ time }, { from: '2024-05' }, told)).toBe('2024-05')
    expect(beginningOf({ time }, { from: '1952' }, told)).toBe('1952')
    expect(beginningOf({ time }, { from: told }, told)).toBe('2025-04-01')
  })

  it('ends with the last day or before the first without, as its type says', () => {
    expect(ownEndOf({ time: { until: { last: 'to' } } }, { to: '2025-12' })).toEqual({ at: '2025-12', includes: true })
    expect(ownEndOf({ time: { until: { last: 'to' } } }, {})).toBeUndefined()
    expect(ownEndOf({ time: { until: { endOfYear: 'year' } } }, { year: 2024 })).toEqual({
      at: '2024-12-31',
      includes: true,
    })
    expect(ownEndOf({ time: { until: 'stands' } }, { to: '2025-12' })).toBeUndefined()
    const ends = { firstWithout: 'from' } as const
    expect(endingOf({ time: { until: 'stands', ends } }, { from: '2024-08' }, told)).toEqual({
      at: '2024-08',
      includes: false,
    })
    expect(endingOf({}, {}, told)).toEqual({ at: '2025-04-01', includes: false })
  })

  it('is paid from another month than it is so, where the type says that', () => {
    const time = { from: 'approvedOn', until: 'next', paidFrom: 'payableFrom' } as const
    expect(paidFromOf({ time }, { payableFrom: '2023-06' })).toBe('2023-06')
    expect(paidFromOf({ time }, {})).toBeUndefined()
  })

  it('has its last day, month or year as its end, and never ends before it begins', () => {
    expect(lastOf({ at: '2024-05-31', includes: true }, '2024-01-02')).toBe('2024-05-31')
    expect(lastOf({ at: '2024-03-01', includes: false }, '2024-01-02')).toBe('2024-02-29')
    expect(lastOf({ at: '2024-05', includes: true }, '2024-01')).toBe('2024-05')
    expect(lastOf({ at: '2025-01', includes: false }, '2024-01')).toBe('2024-12')
    expect(lastOf({ at: '1953', includes: false }, '1951-10')).toBe('1952')
    expect(lastOf({ at: '2024-01-02', includes: false }, '2024-01-02')).toBe('2024-01-02')
    expect(lastOf({ at: '2023-12-31', includes: true }, '2024-01-02')).toBe('2024-01-02')
    expect(lastOf({ at: '2024-01', includes: true }, '2024-01-02')).toBe('2024-01')
  })

  it('is over on its last day, and in its last month not yet', () => {
    expect(isOverOn('2024-05-31', '2024-05-30')).toBe(false)
    expect(isOverOn('2024-05-31', '2024-05-31')).toBe(true)
    expect(isOverOn('2024-05', '2024-05-31')).toBe(false)
    expect(isOverOn('2024-05', '2024-06-01')).toBe(true)
  })
})
