import { describe, expect, it } from 'vitest'
import type { EventDefinition } from '../define-event.ts'
import { veteranAffairsEvents } from './events.ts'

const events = veteranAffairsEvents as unknown as readonly EventDefinition[]
const named = (name: string) => events.find((definition) => definition.name === name)!
const earlierOf = (name: string, version: number) => named(name).earlier.find((earlier) => earlier.version === version)!

/** The vocabulary's asterisks: which fields are sealed, of which types. */
describe('the events of veteran-affairs', () => {
  it('have each name once', () => {
    expect(new Set(events.map(({ name }) => name)).size).toBe(events.length)
    expect(events).toHaveLength(147)
  })
})

describe('earlier versions', () => {
  it('a registration of version 1 has its region from the office, and its address when it can be opened', () => {
    const { example, upcast, sealedFields } = earlierOf('VeteranRegistered', 1)
    const { address, ...withoutAddress } = example
    expect(upcast(example)).toMatchObject({ hukouRegion: example.region, addressLine: address })
    expect(upcast(withoutAddress)).not.toHaveProperty('addressLine')
    expect(upcast(withoutAddress)).toMatchObject({ hukouRegion: example.region })
    expect(sealedFields.map(({ field }) => field)).toContain('address')
  })

  it('a rank written alone finds its table by the day of discharge', () => {
    const { example, upcast } = earlierOf('ServicePeriodRecorded', 1)
    const schemeOf = (change: Record<string, unknown>) => upcast({ ...example, ...change }).rankScheme
    expect(schemeOf({ dischargedOn: '2022-03-30' })).toBe('2009年制')
    expect(schemeOf({ dischargedOn: '2022-09-01' })).toBe('2022年制')
    expect(schemeOf({ dischargedOn: undefined })).toBe('2022年制')
    expect(schemeOf({ rank: '三级士官' })).toBe('1999年制')
    expect(schemeOf({ class: '义务兵', rank: '上等兵' })).toBe('义务兵')
  })

  it('a standard in yuan a year becomes whole fen', () => {
    const { example, upcast } = earlierOf('BenefitStandardPublished', 1)
    expect(upcast({ ...example, yuanPerYear: 1234.56 })).toMatchObject({ unit: 'year', amount: 123_456 })
    expect(upcast(example)).not.toHaveProperty('yuanPerYear')
  })
})
