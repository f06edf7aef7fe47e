import { DatabaseSync } from 'node:sqlite'
import { facts } from '@hub/views/projections/facts.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ComputedFigure, Condition, DayWindow, TimeLimit } from './figure.ts'
import { rowOf } from './figure.ts'
import { workReport } from './work-report.ts'

const everything: DayWindow = { name: 'everything', titleZh: '全部', titleEn: 'Everything' }
const row = rowOf(1, everything)
const limit = (unit: TimeLimit['unit'], days: number): TimeLimit => ({
  name: 'answer-within',
  titleZh: '答复期限',
  titleEn: 'How soon it is answered',
  unit,
  default: days,
  min: 1,
  max: 99,
})
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

const answered = (...where: Condition[]) => row.count(['answered', '已答复', 'Answered'], 'PetitionAnswered', { where })
const counted = (...where: Condition[]) => workReport(database, { ordinal }).value(answered(...where))

describe('a figure asks for so many days', () => {
  const answer = (acceptedOn: string, answeredOn: string, extendedDays?: number) =>
    say('PetitionAnswered', `case-${ordinal}`, { acceptedOn, answeredOn, extendedDays })
  const within = { daysFrom: 'acceptedOn', atMost: limit('days', 60) } as const

  it('and takes the last day, not the one after', () => {
    answer('2025-01-01', '2025-03-02')
    expect(counted(within)).toBe(1)
    answer('2025-01-01', '2025-03-03')
    expect(counted(within)).toBe(1)
  })

  it('or for as many as whoever asks says', () => {
    answer('2025-01-01', '2025-01-31')
    answer('2025-01-01', '2025-02-01')
    const within30 = workReport(database, { ordinal, windows: { 'answer-within': { value: 30 } } })
    expect(counted(within)).toBe(2)
    expect(within30.value(answered(within))).toBe(1)
  })

  it('with what was added to them', () => {
    answer('2025-01-01', '2025-04-01', 30)
    answer('2025-01-01', '2025-04-02', 30)
    expect(counted({ ...within, plus: 'extendedDays' })).toBe(1)
  })

  it('in working days where it says so', () => {
    answer('2025-09-29', '2025-10-17')
    answer('2025-09-29', '2025-10-20')
    expect(counted({ ...within, atMost: limit('workingDays', 9), working: true })).toBe(1)
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

it('a figure counts its days, or those that whoever asks says', () => {
  say('PetitionAnswered', 'case-a', {})
  const inYear = (year: string) => ({ from: `${year}-01-01`, to: `${year}-12-31` })
  const of2024 = rowOf(1, { ...everything, ...inYear('2024') }).count(['answered', '', ''], 'PetitionAnswered')
  expect(workReport(database, { ordinal }).value(of2024)).toBe(0)
  expect(workReport(database, { ordinal, windows: { everything: inYear('2025') } }).value(of2024)).toBe(1)
  expect(workReport(database, { ordinal, windows: { everything: { from: '2025-01-02' } } }).value(of2024)).toBe(0)
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

  it('count as in time up to the last hour of the limit, and not while nothing has ended', () => {
    const inTime = row.count(['in-time', '限时', 'In time'], 'EmergencyTeamDeployed', {
      where: [{ until: 'EmergencyDeploymentEnded', hours: limit('hours', 12) }],
    })
    sent('1')
    sent('2')
    sent('3')
    ended('1', '2025-03-15T12:00:00.000Z')
    ended('2', '2025-03-15T12:00:01.000Z')
    expect(workReport(database, { ordinal }).value(inTime)).toBe(1)
    const within13 = workReport(database, { ordinal, windows: { 'answer-within': { value: 13 } } })
    expect(within13.value(inTime)).toBe(2)
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

it('a figure asks for one of several things, and for a field that is there', () => {
  const helped = {
    anyOf: [
      { field: 'via', in: ['招聘会'] },
      { field: 'assistedBy', said: true as const },
    ],
  }
  say('PetitionAnswered', 'a', { via: '招聘会' })
  say('PetitionAnswered', 'b', { via: '自主', assistedBy: true })
  say('PetitionAnswered', 'c', { via: '自主' })
  expect(counted(helped)).toBe(2)
  expect(counted(helped, { field: 'via', in: ['自主'] })).toBe(1)
})
