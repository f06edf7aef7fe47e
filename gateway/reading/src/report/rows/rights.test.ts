import { DatabaseSync } from 'node:sqlite'
import { dayAfter } from '@hub/schemas/values/day.ts'
import { facts } from '@hub/views/projections/facts.ts'
import { expect, it } from 'vitest'
import { figureOf } from '../figures.ts'
import { workReport } from '../work-report.ts'

/** How many of the events, each with a field so many days after another, a figure counts. */
const counted = (key: string, name: string, [from, to]: [string, string], days: readonly number[], more = {}) => {
  const database = new DatabaseSync(':memory:')
  database.exec(facts.tables)
  const insert = database.prepare(
    `INSERT INTO facts (ordinal, known_from, event_id, type, name, department, stream, revision, position, person, time, known_time, source, id, correlation, figures)
     VALUES (?1, ?1, ?1, ?2, ?2, 'veteran-affairs', ?1, ?1, ?1, ?1, '2025-06-01T00:00:00.000Z', '2025-06-01T00:00:00.000Z', '', ?1, '', ?3)`,
  )
  const first = '2025-01-06'
  days.forEach((after, at) => {
    insert.run(at + 1, name, JSON.stringify({ [from]: first, [to]: dayAfter(first, after), ...more }))
  })
  return workReport(database, { ordinal: days.length }).value(figureOf(key)!)
}

it.each([
  ['petitions-told-in-time', 'PetitionAccepted', ['receivedOn', 'acceptedOn'], 15],
  ['petitions-answered-in-time', 'PetitionAnswered', ['acceptedOn', 'answeredOn'], 60],
  ['petitions-reviewed-in-time', 'PetitionReviewed', ['requestedOn', 'reviewedOn'], 30],
  ['petitions-rechecked-in-time', 'PetitionRechecked', ['requestedOn', 'recheckedOn'], 30],
  ['legal-aid-in-time', 'LegalAidGranted', ['appliedOn', 'grantedOn'], 7],
] as [string, string, [string, string], number][])(
  '%s counts up to the last day of the term',
  (key, name, fields, days) => {
    expect(counted(key, name, fields, [days])).toBe(1)
    expect(counted(key, name, fields, [days + 1])).toBe(0)
  },
)

it('an answer whose term was extended by thirty days is in time on the 90th day and late on the 91st', () => {
  const fields: [string, string] = ['acceptedOn', 'answeredOn']
  const extended = { extendedDays: 30 }
  expect(counted('petitions-answered-in-time', 'PetitionAnswered', fields, [90], extended)).toBe(1)
  expect(counted('petitions-answered-in-time', 'PetitionAnswered', fields, [91], extended)).toBe(0)
})

it('something put right on the last day is in time, a day later not', () => {
  const fields: [string, string] = ['dueOn', 'rectifiedOn']
  expect(counted('rectifications-in-time', 'SupervisionRectified', fields, [0, 1])).toBe(1)
})
