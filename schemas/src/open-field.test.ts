import { describe, expect, it } from 'vitest'
import { inForm, type OpenForm } from './open-field.ts'

const of = (value: unknown, as: OpenForm, data: Record<string, unknown>) => inForm(value, as, () => '', data)

describe('what lies open of a day', () => {
  it('is only how many working days lie between it and another', () => {
    const days = (handedOutOn?: string) => of('2025-09-26', { form: 'workingDays', to: 'handedOutOn' }, { handedOutOn })
    expect(days('2025-10-16')).toBe(10)
    expect(days()).toBeUndefined()
    expect(days('2027-03-01')).toBeUndefined()
  })

  it('is only whether a term of the law of that day was kept', () => {
    const term = { form: 'kept', term: 'card-hand-out-term', to: 'handedOutOn' } as const
    const kept = (from: string, handedOutOn: string) => of(from, term, { handedOutOn, region: '430302' })
    expect(kept('2025-09-26', '2025-10-16')).toBe('kept')
    expect(kept('2025-09-26', '2025-10-17')).toBe('late')
    expect(kept('2021-11-14', '2021-12-14')).toBeUndefined()
  })
})
