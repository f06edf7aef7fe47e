import { readCheckpoint } from '@hub/views/checkpoint.ts'
import { openColumns, regionsOfRows } from '@hub/views/projections/files.ts'
import { type SearchKey, tokensOfFile } from '@hub/views/search-tokens.ts'
import { among } from './keyset.ts'
import { type FileReading, inSnapshot, readFiles } from './read-files.ts'
import { type FileTables, searchFiles } from './read-list.ts'
import type { FileRow, Moment, Page, SearchQuery } from './reader.ts'

/** Events after which a file may be listed or found differently. */
const telling = [
  'VeteranRegistered',
  'FamilyMemberRegistered',
  'NameChanged',
  'ContactDetailsChanged',
  'ResidenceRecorded',
  'MovedAway',
  'DisabilityRated',
  'DisabilityCertificateCancelled',
  'DeathRegistered',
  'DeathDeclarationRevoked',
]

const personsAtOnce = 200
const momentsKept = 6

/**
 * Two in-memory tables of this connection for one past moment: the rows of persons who may be listed differently then
 * than now.
 */
type Slot = { name: string; tables: FileTables; moment: string; seen: number; persons: Set<string>; users: number }

const columns = 'person, region, status, disability_grade, birth_year, registered_on'

const tablesOf = (name: string): FileTables => ({
  files: `(SELECT ${columns} FROM files WHERE person NOT IN (SELECT person FROM temp.${name}_files)
    UNION ALL SELECT ${columns} FROM temp.${name}_files WHERE present)`,
  tokens: `(SELECT token, person FROM tokens WHERE person NOT IN (SELECT person FROM temp.${name}_files)
    UNION ALL SELECT token, person FROM temp.${name}_tokens)`,
})

/**
 * Lists files as they were at a moment. A person about whom no event of `telling` was recorded since is listed as now.
 * Every other file is folded at the moment, once, and its row is kept: the past does not change.
 */
export const createListAtMoment = (reading: FileReading, searchKey: SearchKey) => {
  const { views } = reading
  const slots: Slot[] = []

  const newSlot = (): Slot => {
    const name = `at_${slots.length + 1}`
    if (slots.length === 0) views.database.exec('PRAGMA temp_store = MEMORY')
    views.database.exec(`
      CREATE TEMP TABLE ${name}_files (person TEXT PRIMARY KEY, present INTEGER NOT NULL, region TEXT, status TEXT,
        disability_grade INTEGER, birth_year INTEGER, registered_on TEXT);
      CREATE TEMP TABLE ${name}_tokens (token TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (token, person)) WITHOUT ROWID`)
    const slot = { name, tables: tablesOf(name), moment: '', seen: 0, persons: new Set<string>(), users: 0 }
    slots.push(slot)
    return slot
  }

  /** The slot of a moment: the one that it has, else the unused slot that has waited longest, emptied. */
  const slotOf = (moment: string): Slot => {
    const known = slots.find((slot) => slot.moment === moment)
    const idle = slots.length < momentsKept ? undefined : slots.find((slot) => slot.users === 0)
    const slot = known ?? idle ?? newSlot()
    if (!known) {
      views.database.exec(`DELETE FROM temp.${slot.name}_files; DELETE FROM temp.${slot.name}_tokens`)
      Object.assign(slot, { moment, seen: 0, persons: new Set<string>() })
    }
    slots.push(...slots.splice(slots.indexOf(slot), 1))
    return slot
  }

  const personsOf = (sql: string, ...values: (string | number | null)[]) =>
    views
      .statement(sql)
      .all(...values)
      .map(({ person }) => String(person))

  /** Persons who may be listed differently at the moment than they are now. */
  const suspects = ({ ordinal, asOf }: Moment, seen: number): string[] => {
    if (seen > 0) return personsOf('SELECT DISTINCT person FROM facts WHERE ordinal > ? AND person IS NOT NULL', seen)
    const [names] = among('name', telling)
    const later = `(ordinal > ?2 OR (?3 IS NOT NULL AND time > ?3))`
    return personsOf(
      `SELECT DISTINCT person FROM facts WHERE person IS NOT NULL AND ${names!.sql.replace('?', '?1')}
         AND (known_from > ?2 OR known_to > ?2 OR (?3 IS NOT NULL AND time > ?3))
       UNION SELECT DISTINCT person FROM facts WHERE person IS NOT NULL AND ${later} AND NOT EXISTS (
         SELECT 1 FROM facts AS before WHERE before.person = facts.person AND before.known_from = before.ordinal
           AND before.ordinal <= ?2 AND (?3 IS NULL OR before.time <= ?3))`,
      JSON.stringify(telling),
      ordinal,
      asOf ?? null,
    )
  }

  const write = async ({ name, persons: written }: Slot, persons: readonly string[], moment: Moment) => {
    const files = await readFiles(reading, persons, moment, { linked: false })
    const row = views.statement(`INSERT OR REPLACE INTO temp.${name}_files VALUES (?, ?, ?, ?, ?, ?, ?)`)
    const token = views.statement(`INSERT OR IGNORE INTO temp.${name}_tokens VALUES (?, ?)`)
    for (const person of persons) {
      written.add(person)
      const file = files.get(person)
      if (!file) {
        row.run(person, 0, null, null, null, null, null)
        continue
      }
      const { region, status, grade, birthYear, registeredOn } = openColumns(file, regionsOfRows(views))
      row.run(person, 1, region, status, grade, birthYear, registeredOn)
      for (const one of tokensOfFile(searchKey, file)) token.run(one, person)
    }
  }

  /** Brings the rows of a moment up to how far the views have come. */
  const complete = async (slot: Slot, moment: Moment) => {
    const { ordinal } = readCheckpoint(views)
    const persons = suspects(moment, slot.seen).filter((person) => !slot.persons.has(person))
    for (let from = 0; from < persons.length; from += personsAtOnce)
      await write(slot, persons.slice(from, from + personsAtOnce), moment)
    slot.seen = ordinal
  }

  /** A page of the files as they were at a moment. */
  return async (query: SearchQuery, moment: Moment): Promise<Page<FileRow>> => {
    const asNow = inSnapshot(views, () =>
      moment.asOf === undefined && moment.ordinal >= readCheckpoint(views).ordinal
        ? searchFiles(views, query)
        : undefined,
    )
    if (asNow) return asNow
    const slot = slotOf(`${moment.ordinal} ${moment.asOf ?? ''}`)
    slot.users++
    try {
      for (;;) {
        const page = inSnapshot(views, () =>
          readCheckpoint(views).ordinal === slot.seen ? searchFiles(views, query, slot.tables) : undefined,
        )
        if (page) return page
        await complete(slot, moment)
      }
    } finally {
      slot.users--
    }
  }
}
