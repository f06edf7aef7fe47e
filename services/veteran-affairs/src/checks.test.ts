import { codesOfEvents } from '@hub/intake/rules/event-faults.fixture.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'

const faults = codesOfEvents('veteran-affairs', checks)

const period = {
  enlistedOn: '1986-11',
  dischargedOn: '2010-12-01',
  class: '军士',
  rankScheme: '2009年制',
  rank: '上士',
}

describe('Veteran Affairs', () => {
  it('checks only events that it has', () => {
    const names = eventsOf('veteran-affairs').map(({ name }) => name)
    expect(Object.keys(checks).filter((name) => !names.includes(name))).toEqual([])
  })

  it('refuses a service period that ends before it begins, as exactly as both are known', () => {
    expect(faults('ServicePeriodRecorded', period)).toEqual([])
    expect(faults('ServicePeriodRecorded', { ...period, dischargedOn: '1986' })).toEqual([])
    expect(faults('ServicePeriodRecorded', { ...period, dischargedOn: '1986-10-31' })).toEqual([
      'ORDER_OF_DATES /dischargedOn',
    ])
  })

  it('refuses a rank that is not in its table, or not of the class', () => {
    expect(faults('ServicePeriodRecorded', { ...period, rankScheme: '2022年制' })).toEqual(['RANK_NOT_OF_SCHEME /rank'])
    expect(faults('ServicePeriodRecorded', { ...period, class: '义务兵' })).toEqual(['RANK_NOT_OF_SCHEME /rank'])
  })

  it('refuses a discharge mode that the class does not allow', () => {
    expect(faults('PlacementDecided', { dischargeMode: '转业', class: '军官' })).toEqual([])
    expect(faults('PlacementDecided', { dischargeMode: '转业', class: '义务兵' })).toEqual([
      'MODE_NOT_OF_CLASS /dischargeMode',
    ])
  })

  it('calls an eye restored from an acuity of 0.8 on', () => {
    const seen = (acuityAfter: string, outcome?: string) => faults('TreatmentFollowedUp', { acuityAfter, outcome })
    expect([seen('0.8', '恢复至0.8及以上'), seen('0.6', '好转'), seen('0.6')]).toEqual([[], [], []])
    expect(seen('0.6', '恢复至0.8及以上')).toEqual(['OUTCOME_NOT_OF_ACUITY /outcome'])
    expect(seen('1.0', '好转')).toEqual(['OUTCOME_NOT_OF_ACUITY /outcome'])
  })

  it('takes the figures of an enlistment season only as the military department hands them over', () => {
    const season = { from: '2025-07', to: '2025-12' }
    expect(faults('EnlistmentSeasonClosed', { ...season, assertedFrom: '人武部' })).toEqual([])
    expect(faults('EnlistmentSeasonClosed', season)).toEqual(['ASSERTED_FROM /assertedFrom'])
  })

  it('takes a season of enlistment of half a calendar year only', () => {
    const season = (from: string, to: string) => faults('EnlistmentSeasonClosed', { assertedFrom: '人武部', from, to })
    expect(season('2025-01', '2025-06')).toEqual([])
    for (const to of ['2025-12', '2025-05', '2026-06']) expect(season('2025-01', to)).toEqual(['NOT_A_HALF_YEAR /to'])
  })

  it('takes a transit of troops only at the first instant of its month, so that no day is told', () => {
    const transit = (time: string) => faults('TransitSupportProvided', { month: '2024-06' }, time)
    expect(transit('2024-05-31T16:00:00.000Z')).toEqual([])
    expect(transit('2024-06-18T01:00:00.000Z')).toEqual(['TRANSIT_DAY_TOLD /month'])
    expect(transit('2024-06-01T00:00:00.000Z')).toEqual(['TRANSIT_DAY_TOLD /month'])
  })

  it('takes the number of a martyr only for the family of one', () => {
    const family = (basis: string, relatedPerson: object) => faults('FamilyMemberRegistered', { basis, relatedPerson })
    expect(family('烈士', { martyrId: 'LS-1' })).toEqual([])
    expect(family('病故', { name: '谭守义' })).toEqual([])
    expect(family('病故', { martyrId: 'LS-1' })).toEqual(['MARTYR_NOT_OF_BASIS /relatedPerson/martyrId'])
  })

  it('refuses what ends before it begins', () => {
    expect(
      faults('HomeServiceProvided', { startedAt: '2025-03-04T01:00:00.000Z', endedAt: '2025-03-04T00:00:00.000Z' }),
    ).toEqual(['ORDER_OF_DATES /endedAt'])
    expect(faults('EmergencyTeamMemberLeft', { joinedOn: '2025-01-12', leftOn: '2025-01-11' })).toEqual([
      'ORDER_OF_DATES /leftOn',
    ])
    expect(faults('MartyrRatingNotified', { ratedOn: '2021-08-30', notifiedOn: '2021-08-29' })).toEqual([
      'ORDER_OF_DATES /notifiedOn',
    ])
    expect(faults('DualSupportItemListed', { listedOn: '2025-01-20', dueOn: '2025-01-19' })).toEqual([
      'ORDER_OF_DATES /dueOn',
    ])
  })
})
