import { DatabaseSync } from 'node:sqlite'
import { facts } from '@hub/views/projections/facts.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { figureOf } from '../figures.ts'
import { workReport } from '../work-report.ts'

let database: DatabaseSync
let ordinal = 0

beforeEach(() => {
  database = new DatabaseSync(':memory:')
  database.exec(facts.tables)
  ordinal = 0
})

/** What is said of one person, each by its name. */
const say = (...names: readonly string[]): void => {
  for (const name of names) insert(name, {})
}

const insert = (name: string, figures: Record<string, unknown>): void => {
  ordinal++
  database
    .prepare(
      `INSERT INTO facts (ordinal, known_from, event_id, type, name, department, stream, revision, position, person, time, known_time, source, id, correlation, figures)
       VALUES (?1, ?1, ?1, ?2, ?2, '', 'person-a', ?1, ?1, 'a', '2025-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z', '', ?1, '', ?3)`,
    )
    .run(ordinal, name, JSON.stringify(figures))
}

/** A registration as it lies open: of marital statuses only those without a spouse. */
const register = (maritalStatus?: string) => insert('VeteranRegistered', maritalStatus ? { maritalStatus } : {})

const complete = () => workReport(database, { ordinal }).value(figureOf('files-complete')!)

describe('a file is complete where each department has said what applies', () => {
  it('of a married person with a job: service, marriage, employment and health', () => {
    register()
    say('ServicePeriodRecorded', 'MarriageRegistered', 'EmploymentStarted')
    expect(complete()).toBe(0)
    say('HealthStatusRecorded')
    expect(complete()).toBe(1)
  })

  it.each(['未婚', '丧偶', '离婚'])('of somebody without a spouse and without children (%s)', (status) => {
    register(status)
    say('ServicePeriodRecorded', 'EmploymentStarted', 'HealthStatusRecorded')
    expect(complete()).toBe(1)
  })

  it('not of somebody of whose family nothing is said, or only that there is a spouse', () => {
    register()
    say('ServicePeriodRecorded', 'EmploymentStarted', 'HealthStatusRecorded')
    expect(complete()).toBe(0)
  })

  it('of a childless couple, by their marriage', () => {
    register()
    say('ServicePeriodRecorded', 'MarriageRegistered', 'EmploymentStarted', 'HealthStatusRecorded')
    expect(complete()).toBe(1)
  })

  it('of a farmer, a pensioner or somebody who never worked, where HR has said so', () => {
    register('未婚')
    say('ServicePeriodRecorded', 'HealthStatusRecorded')
    expect(complete()).toBe(0)
    say('EmploymentAndInsuranceConfirmed')
    expect(complete()).toBe(1)
  })

  it('counts a person once, however often registered', () => {
    register('未婚')
    register('离婚')
    say('ServicePeriodRecorded', 'PensionGranted', 'HealthStatusRecorded')
    expect(complete()).toBe(1)
  })
})
