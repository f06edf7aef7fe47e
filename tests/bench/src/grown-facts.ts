import { readCheckpoint } from '@hub/views/checkpoint.ts'
import { indexEvents, indexFiles, type Views } from '@hub/views/open-views.ts'

const same = 'type, name, department, revision, region, source, id, replaces, figures'
/** Real stores are mostly payments: of so many facts of a person, the rest are. */
const factsAPerson = 20

/**
 * Grows the facts of views to so many rows: copies of the lives that are there, each of persons of its own, until there
 * is one for so many facts, and copies of the payments for the rest. What a city does once a year stays as it is. The
 * store does not hold the copies: only the first facts can be opened.
 */
export const growFacts = (views: Views, target: number): { facts: number; persons: number } => {
  const { database } = views
  const { ordinal } = readCheckpoint(views)
  const count = (what: string) => Number(database.prepare(`SELECT ${what} AS n FROM facts`).get()!.n)
  const copiesOf = (condition: string, wanted: number, first: number) => {
    const { n } = database
      .prepare(`SELECT count(*) AS n FROM facts WHERE ordinal <= ? AND ${condition}`)
      .get(ordinal) as { n: number }
    const end = first + Math.ceil(Math.max(0, wanted) / n)
    database
      .prepare(
        `WITH RECURSIVE copies (k) AS (SELECT ?1 UNION ALL SELECT k + 1 FROM copies WHERE k + 1 < ?2)
         INSERT INTO facts (ordinal, event_id, stream, position, person, time, known_time, known_from, known_to, correlation, ${same})
         SELECT ordinal + k * ?3, event_id || '-' || k, stream || '-' || k, printf('%016x%016x', ordinal + k * ?3, ordinal + k * ?3),
           person || '-' || k, time, strftime('%Y-%m-%dT%H:%M:%fZ', known_time, '+' || k || ' hours'),
           known_from + k * ?3, known_to + k * ?3, correlation || '-' || k, ${same}
         FROM copies CROSS JOIN (SELECT * FROM facts WHERE ordinal <= ?3 AND ${condition})`,
      )
      .run(first, end, ordinal)
    return end
  }
  const indexes = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'facts'").all()
  for (const { name } of indexes) database.exec(`DROP INDEX ${name}`)
  database.exec('PRAGMA synchronous = OFF')
  const lives = `name IN ('VeteranRegistered', 'ServicePeriodRecorded', 'MarriageRegistered', 'EmploymentStarted', 'HealthStatusRecorded')`
  const perPerson = count(`sum(${lives})`) / count(`sum(name = 'VeteranRegistered')`)
  const more = target / factsAPerson - count('count(DISTINCT person)')
  const next = copiesOf(lives, Math.max(0, more * perPerson), 1)
  copiesOf("name IN ('PaymentOrdered', 'PaymentDisbursed')", target - count('count(*)'), next)
  indexEvents(views)
  indexFiles(views)
  const last = database
    .prepare('SELECT ordinal, position, known_time AS time FROM facts ORDER BY ordinal DESC LIMIT 1')
    .get()!
  database
    .prepare('UPDATE checkpoint SET position = ?, ordinal = ?, known_time = ?')
    .run(last.position!, last.ordinal!, last.time!)
  return { facts: count('count(*)'), persons: count('count(DISTINCT person)') }
}
