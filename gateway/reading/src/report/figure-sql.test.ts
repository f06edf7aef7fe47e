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
  workReport(database, { ordinal }).value(row.count(['answered', '已答复', 'Answered'], 'Answered', { where }))

describe('a figure asks for so many days', () => {
  const answer = (acceptedOn: string, answeredOn: string, extendedDays?: number) =>
    say('Answered', `case-${ordinal}`, { acceptedOn, answeredOn, extendedDays })
  const within = { daysFrom: 'acceptedOn', to: 'answeredOn', atMost: 60 } as const

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
      { names: ['Answered'] },
      { kind: 'average', of: { daysFrom: 'acceptedOn', to: 'answeredOn' } },
    )
    expect(workReport(database, { ordinal }).value(average)).toBeNull()
    answer('2025-01-01', '2025-01-11')
    answer('2025-01-01', '2025-01-16')
    expect(workReport(database, { ordinal }).value(average as ComputedFigure)).toBe(12.5)
  })
})

it('a figure asks for another fact of the same stream', () => {
  say('Answered', 'case-a', {})
  say('Answered', 'case-b', {})
  say('Reserved', 'case-b', {})
  expect(counted({ inStream: ['Reserved'] })).toBe(1)
  expect(counted({ inStream: ['Reserved'], absent: true })).toBe(1)
  say('Reserved', 'case-a', { channel: '窗口' })
  expect(counted({ inStream: ['Reserved'], where: [{ field: 'channel', in: ['窗口'] }] })).toBe(1)
})

describe('the hours of the longest', () => {
  const longest = row.over(
    ['hours', '时长', 'Hours'],
    'hours',
    { names: ['Sent'] },
    { kind: 'longest', from: 'startedAt', until: { name: 'Ended', field: 'endedAt', same: 'number' } },
  )
  const hours = () => workReport(database, { ordinal }).value(longest)
  const sent = (number: string) => say('Sent', 'team-a', { number, startedAt: '2025-03-15T00:00:00.000Z' })
  const ended = (number: string, endedAt: string) => say('Ended', 'team-a', { number, endedAt })

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
