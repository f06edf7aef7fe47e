import { eventsOf } from '@hub/schemas/catalogue.ts'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'

const faults = (name: string, data: Record<string, unknown>, time = '2025-03-01T00:00:00.000Z') =>
  checks[name]!(data, time).map(({ code, pointer }) => `${code} ${pointer}`)

const [one, other] = [{ citizenNumber: '430302196803142018' }, { citizenNumber: '430302197008223040' }]

describe('Civil Affairs', () => {
  it('checks only events that it has', () => {
    const names = eventsOf('civil-affairs').map(({ name }) => name)
    expect(Object.keys(checks).filter((name) => !names.includes(name))).toEqual([])
  })

  it('refuses a marriage with oneself', () => {
    expect(faults('MarriageRegistered', { person: one, spouse: { name: '何秋荷', person: other } })).toEqual([])
    expect(faults('MarriageRegistered', { person: one, spouse: { name: '何秋荷' } })).toEqual([])
    expect(faults('MarriageRegistered', { person: one, spouse: { name: '何秋荷', person: one } })).toEqual([
      'SAME_PERSON /spouse/person',
    ])
  })

  it('refuses a guardian who is the person', () => {
    expect(faults('GuardianAppointed', { person: one, guardian: { name: '何秋荷', person: one } })).toEqual([
      'SAME_PERSON /guardian/person',
    ])
  })

  it('refuses a check of means that was over before its month', () => {
    expect(faults('HouseholdMeansVerified', { asOf: '2024-05', validUntil: '2024-05-31' })).toEqual([])
    expect(faults('HouseholdMeansVerified', { asOf: '2024-05', validUntil: '2024-04-30' })).toEqual([
      'ORDER_OF_DATES /validUntil',
    ])
  })

  it.each(['ResidenceRecorded', 'MovedAway', 'NameChanged'])('takes %s only as the police hand it over', (name) => {
    expect(faults(name, { assertedFrom: '公安' })).toEqual([])
    expect(faults(name, {})).toEqual(['ASSERTED_FROM /assertedFrom'])
    expect(faults(name, { assertedFrom: '教育' })).toEqual(['ASSERTED_FROM /assertedFrom'])
  })
})
