import { brokenRules } from '@hub/intake/rules/broken-rules.ts'
import { codesOfEvents } from '@hub/intake/rules/event-faults.fixture.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'

const faults = codesOfEvents('hr', checks)

describe('Human Resources and Social Security', () => {
  it('notices a fair with more intents than posts, for one post may have several who want it', () => {
    const told = (totals: Record<string, number>) => {
      const definition = eventsOf('hr').find(({ name }) => name === 'JobFairClosed')!
      const time = '2025-03-01T00:00:00.000Z'
      return brokenRules({ definition, data: { totals }, time, today: '2025-03-01' })
    }
    expect(told({ companies: 1, posts: 5, intents: 5 })).toEqual({ faults: [], notices: [] })
    const { faults: none, notices } = told({ companies: 1, posts: 5, intents: 6 })
    expect([none, notices.map(({ code, pointer }) => `${code} ${pointer}`)]).toEqual([
      [],
      ['INTENTS_ABOVE_POSTS /data/totals/intents'],
    ])
  })

  it('wants one attendee an intent', () => {
    expect(faults('JobIntentReached', { attendeeKey: 'A-7' })).toEqual([])
    expect(faults('JobIntentReached', {})).toEqual(['EXACTLY_ONE /person'])
    expect(faults('JobIntentReached', { attendeeKey: 'A-7', person: {} })).toEqual(['EXACTLY_ONE /person'])
  })

  it('refuses unemployment benefit that ends before it begins', () => {
    expect(faults('UnemploymentBenefitGranted', { from: '2025-03', to: '2025-03' })).toEqual([])
    expect(faults('UnemploymentBenefitGranted', { from: '2025-03', to: '2025-02' })).toEqual(['ORDER_OF_DATES /to'])
  })

  it('has medical and maternity insurance handed over by the medical insurance office since 2019', () => {
    const enrolled = (data: Record<string, unknown>) => faults('SocialInsuranceEnrolled', data)
    expect(enrolled({ kind: '医疗', from: '2019-01' })).toEqual(['ASSERTED_FROM /assertedFrom'])
    expect(enrolled({ kind: '生育', from: '2024-05', assertedFrom: '医保' })).toEqual([])
    expect(enrolled({ kind: '医疗', from: '2018-12' })).toEqual([])
    expect(enrolled({ kind: '养老', from: '2024-05' })).toEqual([])
  })
})
