import { DatabaseSync } from 'node:sqlite'
import { facts } from '@hub/views/projections/facts.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ComputedFigure, Condition } from './figure.ts'
import { rowOf } from './figure.ts'
import { workReport } from './work-report.ts'

const row = rowOf(1, {})
let database: DatabaseSync
let ordinal = 0

beforeEach(() => {
  database = new DatabaseSync(':memory:')
  database.exec(facts.tables)
  ordinal = 0
})

/** A fact that is in the views. */
const say = (name: string, stream: string, figures: Record<string, unknown>): void => {
  ordinal++
  database
    .prepare(
      `INSERT INTO facts (ordinal, known_from, event_id, type, name, department, stream, revision, position, time, known_time, source, id, correlation, figures)
       VALUES (?1, ?1, ?1, ?2, ?2, 'veteran-affairs', ?3, ?1, ?1, '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z', '', ?1, '', ?4)`,
    )
    .run(ordinal, name, stream, JSON.stringify(figures))
}

const counted = (...where: Condition[]) =>
  workReport(database, { ordinal }).value(row.count(['answered', '已答复', 'Answered'], 'PetitionAnswered', { where }))

describe('a figure asks for so many days', () => {
  const answer = (acceptedOn: string, answeredOn: string, extendedDays?: number) =>
    say('PetitionAnswered', `case-${ordinal}`, { acceptedOn, answeredOn, extendedDays })
  const within = { daysFrom: 'acceptedOn', atMost: 60 } as const

  it('and takes the last day, not the one after', () => {
    answer('2025-01-01', '2025-03-02')
    expect(counted(within)).toBe(1)
    answer('2025-01-01', '2025-03-03')
    expect(counted(within)).toBe(1)
  })

  it('with what was added to them', () => {
    answer('2025-01-01', '2025-04-01', 30)
    answer('2025-01-01', '2025-04-02', 30)
    expect(counted({ ...within, plus: 'extendedDays' })).toBe(1)
  })

  it('in working days where it says so', () => {
    answer('2025-09-29', '2025-10-17')
    answer('2025-09-29', '2025-10-20')
    expect(counted({ ...within, atMost: 9, working: true })).toBe(1)
  })

  it('and has an average, which is none where there is nothing', () => {
    const average = row.over(
      ['days', '用时', 'Days'],
      'days',
      { names: ['PetitionAnswered'] },
      { kind: 'average', of: { daysFrom: 'acceptedOn' } },
    )
    expect(workReport(database, { ordinal }).value(average)).toBeNull()
    answer('2025-01-01', '2025-01-11')
    answer('2025-01-01', '2025-01-16')
    expect(workReport(database, { ordinal }).value(average as ComputedFigure)).toBe(12.5)
  })
})

it('a figure asks for another fact of the same stream', () => {
  say('PetitionAnswered', 'case-a', {})
  say('PetitionAnswered', 'case-b', {})
  say('LegalAidReferred', 'case-b', {})
  expect(counted({ inStream: ['LegalAidReferred'] })).toBe(1)
  expect(counted({ inStream: ['LegalAidReferred'], absent: true })).toBe(1)
  say('LegalAidReferred', 'case-a', { channel: '窗口' })
  expect(counted({ inStream: ['LegalAidReferred'], where: [{ field: 'channel', in: ['窗口'] }] })).toBe(1)
})

describe('the hours of the longest', () => {
  const longest = row.over(
    ['hours', '时长', 'Hours'],
    'hours',
    { names: ['EmergencyTeamDeployed'] },
    { kind: 'longest', until: 'EmergencyDeploymentEnded' },
  )
  const hours = () => workReport(database, { ordinal }).value(longest)
  const sent = (number: string) =>
    say('EmergencyTeamDeployed', 'team-a', { deploymentId: number, startedAt: '2025-03-15T00:00:00.000Z' })
  const ended = (number: string, endedAt: string) =>
    say('EmergencyDeploymentEnded', 'team-a', { deploymentId: number, endedAt })

  it('are none while nothing has ended', () => {
    sent('1')
    expect(hours()).toBeNull()
  })

  it('are those to the end with the same number, and of no other', () => {
    sent('1')
    sent('2')
    ended('1', '2025-03-15T12:00:00.000Z')
    ended('3', '2025-03-20T00:00:00.000Z')
    expect(hours()).toBe(12)
    ended('2', '2025-03-15T18:30:00.000Z')
    expect(hours()).toBe(18.5)
  })
})

describe('the things of which facts speak', () => {
  const businesses = row.things(['businesses', '创办主体', 'Businesses'], 'BusinessStarted')
  const jobs = row.over(
    ['jobs', '带动就业', 'Jobs'],
    'number',
    { names: ['BusinessJobsReported'], latest: true },
    { kind: 'sum', fields: ['jobs'] },
  )
  const value = (figure: ComputedFigure) => workReport(database, { ordinal }).value(figure)

  it('are told apart by the key that their type declares', () => {
    for (const businessUscc of ['A', 'B', 'A']) say('BusinessStarted', 'person-a', { businessUscc })
    expect(value(businesses as ComputedFigure)).toBe(2)
    for (const stream of ['station-a', 'station-b', 'station-a']) say('ServiceStationOpened', stream, {})
    expect(value(row.things(['stations', '站', 'Stations'], 'ServiceStationOpened') as ComputedFigure)).toBe(2)
  })

  it('count as said last by their own time, however late something older is told', () => {
    say('BusinessJobsReported', 'person-a', { businessUscc: 'A', asOf: '2025-06-30', jobs: 5 })
    say('BusinessJobsReported', 'person-a', { businessUscc: 'A', asOf: '2024-12-31', jobs: 3 })
    say('BusinessJobsReported', 'person-b', { businessUscc: 'B', asOf: '2024-12-31', jobs: 2 })
    expect(value(jobs as ComputedFigure)).toBe(7)
  })

  it('of types with different keys are counted by no figure', () => {
    const mixed = row.things(['mixed', '混合', 'Mixed'], ['BusinessStarted', 'ServiceStationOpened'])
    expect(() => value(mixed as ComputedFigure)).toThrow(RangeError)
  })
})
