import { eventsOf } from '@hub/schemas/catalogue.ts'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'

const faults = (name: string, data: Record<string, unknown>, time = '2025-03-01T00:00:00.000Z') =>
  checks[name]!(data, time).map(({ code, pointer }) => `${code} ${pointer}`)

describe('Human Resources and Social Security', () => {
  it('checks only events that it has', () => {
    const names = eventsOf('hr').map(({ name }) => name)
    expect(Object.keys(checks).filter((name) => !names.includes(name))).toEqual([])
  })

  it('takes a fair with more intents than posts, for one post may have several who want it', () => {
    expect(Object.keys(checks)).not.toContain('JobFairClosed')
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
})
