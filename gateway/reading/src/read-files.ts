import { foldFile } from '@hub/file/evolve.ts'
import type { VeteranFile } from '@hub/file/file.ts'
import { wasMet } from '@hub/file/settle.ts'
import type { PersonKeys } from '@hub/keys/person-keys.ts'
import { BoxNotOpened } from '@hub/sealing/box.ts'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import { readCheckpoint } from '@hub/views/checkpoint.ts'
import type { Views } from '@hub/views/open-views.ts'
import { factsAt, placesOfPersons } from '@hub/views/person-facts.ts'
import { openFileBox } from '@hub/views/projections/files.ts'
import type { VerifiedStore } from '@hub/views/verified-store.ts'
import { linkedPersons } from './linked-persons.ts'
import type { Moment } from './reader.ts'

export type FileReading = { views: Views; store: VerifiedStore; keys: PersonKeys }

/**
 * Boxes of the kept files that are still right for the ordinal: those of persons about whom nothing was recorded after
 * it.
 */
const boxesAt = (views: Views, persons: readonly string[], ordinal: number) =>
  new Map(
    views
      .statement(
        `SELECT person, box FROM files WHERE person IN (SELECT value FROM json_each(?1)) AND box IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM facts WHERE facts.person = files.person AND facts.ordinal > ?2)`,
      )
      .all(JSON.stringify(persons), ordinal)
      .map(({ person, box }) => [String(person), String(box)]),
  )

const openedBox = (personId: string, key: PersonKey | undefined, box: string | undefined): VeteranFile | undefined => {
  if (!key || box === undefined) return undefined
  try {
    return openFileBox(personId, key, box)
  } catch (error) {
    // A damaged document is no loss: the store has everything that is in it.
    if (error instanceof BoxNotOpened) return undefined
    throw error
  }
}

/** All that the views know of these persons at a moment, read in one snapshot. */
const readRows = (views: Views, personIds: readonly string[], moment: Moment | undefined, linked: boolean) => {
  const ordinal = moment?.ordinal ?? readCheckpoint(views).ordinal
  const groups: ReturnType<typeof linkedPersons> = linked
    ? linkedPersons(views, personIds, ordinal)
    : new Map(personIds.map((person) => [person, [person]]))
  const alone = personIds.filter((person) => groups.get(person)?.length === 1)
  const boxes = moment?.asOf === undefined ? boxesAt(views, alone, ordinal) : new Map<string, string>()
  return { ordinal, groups, boxes }
}

/** Reads several things of the views as they stand at one point. */
export const inSnapshot = <T>(views: Views, work: () => T): T => {
  if (views.database.isTransaction) return work()
  views.statement('BEGIN').run()
  try {
    return work()
  } finally {
    views.statement('COMMIT').run()
  }
}

/**
 * The files of these persons at a moment (default now): the kept documents where they are right for it, else folded
 * from the store.
 */
export const readFiles = async (
  { views, store, keys }: FileReading,
  personIds: readonly string[],
  moment?: Moment,
  { linked = true }: { linked?: boolean } = {},
): Promise<ReadonlyMap<string, VeteranFile>> => {
  const { ordinal, groups, boxes } = inSnapshot(views, () => readRows(views, personIds, moment, linked))
  const found = await keys.find([...boxes.keys()])
  const files = new Map<string, VeteranFile>()
  for (const [person, box] of boxes) {
    const file = openedBox(person, found.get(person), box)
    if (file) files.set(person, file)
  }
  const missing = personIds.filter((person) => !files.has(person))
  if (missing.length === 0) return files
  const members = [...new Set(missing.flatMap((person) => groups.get(person) ?? []))]
  const places = placesOfPersons(views, members, ordinal)
  const facts = await factsAt(store, keys, places)
  const personByOrdinal = new Map(places.map((place) => [place.ordinal, place.person]))
  const byPerson = Map.groupBy(facts, (fact) => personByOrdinal.get(fact.ordinal)!)
  for (const person of missing) {
    const persons = groups.get(person)!
    const own = persons.flatMap((member) => byPerson.get(member) ?? [])
    if (!wasMet(own.filter(({ time }) => moment?.asOf === undefined || time <= moment.asOf))) continue
    files.set(person, foldFile(person, own, { asOf: moment?.asOf, asKnownAt: { ordinal }, persons }))
  }
  return files
}
