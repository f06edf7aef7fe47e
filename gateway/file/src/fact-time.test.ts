import { lookUpType } from '@hub/schemas/catalogue.ts'
import { describe, expect, it } from 'vitest'
import { lawOfFact, spanOfFact } from './fact-time.ts'

const rated = (approvedOn: string | undefined, lost: 'nothing' | 'all' = 'nothing') =>
  ({
    definition: lookUpType('veteran-affairs.DisabilityRated.v1')!.definition,
    data: approvedOn === undefined ? {} : { region: '430302', approvedOn, payableFrom: '2024-11' },
    time: '2025-03-31T16:30:00.000Z',
    lost,
  }) as const

describe('the law of a fact', () => {
  it('is that of its own day: the old one on its last, the new one on its first', () => {
    const valueOn = (day: string) => lawOfFact(rated(day)).find(({ rule }) => rule.key === 'pension-start')?.entry.value
    expect(valueOn('2024-09-30')).toBe('month-after-approval')
    expect(valueOn('2024-10-01')).toBe('month-of-approval')
  })

  it('is that of the day which its type names, where another decides than that from which it is so', () => {
    const annulled = (annulledOn: string, lost: 'nothing' | 'others' = 'nothing') => ({
      definition: lookUpType('civil-affairs.MarriageAnnulled.v1')!.definition,
      data: { region: '430302', marriedOn: '1995-05-01', ...(annulledOn === '' ? {} : { annulledOn }) },
      time: '2025-03-31T16:30:00.000Z',
      lost,
    })
    const valueOn = (day: string) => lawOfFact(annulled(day)).map(({ entry }) => entry.value)
    expect(valueOn('2020-12-31')).toEqual(['court-or-registry'])
    expect(valueOn('2021-01-01')).toEqual(['court'])
    expect(lawOfFact(annulled('', 'others'))).toEqual([])
  })

  it('is none where its own day is erased, and of a type that this hub does not know', () => {
    expect(lawOfFact(rated(undefined, 'all'))).toEqual([])
    expect(lawOfFact({ data: {}, time: '2025-03-31T16:30:00.000Z', lost: 'nothing' })).toEqual([])
  })
})

describe('the time of a fact', () => {
  it('is said by its own fields, else it is the day of the envelope; never that of a date which is erased', () => {
    expect(spanOfFact(rated('2024-10-01'))).toEqual({ from: '2024-10-01', paidFrom: '2024-11' })
    expect(spanOfFact(rated(undefined))).toEqual({ from: '2025-04-01' })
    expect(spanOfFact(rated(undefined, 'all'))).toEqual({})
  })
})
