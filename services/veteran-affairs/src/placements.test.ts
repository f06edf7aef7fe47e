import { codesOfEvents } from '@hub/intake/rules/event-faults.fixture.ts'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'
import { placements } from './placements.ts'

const faults = codesOfEvents('veteran-affairs', checks)

const forfeited = (data: Record<string, unknown>) =>
  faults('PlacementForfeited', { dischargeMode: '自主就业', reason: '逾期未报到', ...data })

describe('a placement', () => {
  it('takes a report on the 30th day, and one on the 31st', () => {
    const reported = (reportedOn: string) =>
      faults('VeteranReportedForPlacement', { dischargedOn: '2024-09-01', dischargeMode: '自主就业', reportedOn })
    expect([reported('2024-10-01'), reported('2024-10-02')]).toEqual([[], []])
    expect(reported('2024-08-31')).toEqual(['ORDER_OF_DATES /reportedOn'])
  })

  it('takes work that is assigned after 6 months, and a post that is taken up after 30 days', () => {
    expect(faults('WorkAssigned', { receivedOn: '2024-09-16', assignedOn: '2025-03-17' })).toEqual([])
    expect(faults('WorkAssigned', { receivedOn: '2024-09-16', assignedOn: '2024-09-15' })).toEqual([
      'ORDER_OF_DATES /assignedOn',
    ])
    expect(faults('AssignedPostTakenUp', { letterIssuedOn: '2025-01-01', startedOn: '2025-02-10' })).toEqual([])
  })

  it('is of a mode that the class allows, the older ones of conscripts and cadets too', () => {
    const handedOver = (served: string, dischargeMode: string) =>
      faults('VeteranHandedOver', { class: served, dischargeMode })
    expect(handedOver('义务兵', '复员')).toEqual([])
    expect(handedOver('义务兵', '退伍')).toEqual([])
    expect(handedOver('文职干部', '转业')).toEqual([])
    expect(handedOver('义务兵', '转业')).toEqual(['MODE_NOT_OF_CLASS /dischargeMode'])
  })
})

describe('a placement is forfeited', () => {
  it('only when more than 30 days have passed since the 30 days for reporting', () => {
    const dischargedOn = '2024-09-01'
    expect(forfeited({ dischargedOn, forfeitedOn: '2024-10-31' })).toEqual(['FORFEITED_TOO_EARLY /forfeitedOn'])
    expect(forfeited({ dischargedOn, forfeitedOn: '2024-11-01' })).toEqual([])
  })

  it('only when more than 30 days have passed since the day that was set', () => {
    const set = { dischargeMode: '安排工作', dueOn: '2024-10-08' }
    expect(forfeited({ ...set, forfeitedOn: '2024-11-07' })).toEqual(['FORFEITED_TOO_EARLY /forfeitedOn'])
    expect(forfeited({ ...set, forfeitedOn: '2024-11-08' })).toEqual([])
    expect(forfeited({ dischargeMode: '安排工作', forfeitedOn: '2024-11-08' })).toEqual(['DUE_DAY_NEEDED /dueOn'])
  })

  it('by the law of the day, which the message names', () => {
    const messageOf = (dueOn: string, forfeitedOn: string) =>
      placements.PlacementForfeited!.FORFEITED_TOO_EARLY!(
        { dischargeMode: '安排工作', reason: '逾期未报到', dueOn, forfeitedOn },
        '',
      )[0]!.messageZh
    expect(messageOf('2024-08-31', '2024-09-30')).toContain('第608号）')
    expect(messageOf('2024-09-01', '2024-10-01')).toContain('第787号）第五十一条')
  })

  it('for refusing work, or for a crime while waiting, only by those who are to be given work', () => {
    const refused = (dischargeMode: string) =>
      forfeited({ dischargeMode, reason: '拒不服从安排', forfeitedOn: '2025-02-01' })
    expect(refused('安排工作')).toEqual([])
    expect(refused('自主就业')).toEqual(['REASON_NOT_OF_MODE /reason'])
  })
})
