import { type PersonHistory, type PersonLink, personHistory } from '@hub/file/history.ts'
import { factsAt, type Place, placesOfPersons } from '@hub/views/person-facts.ts'
import type { FileReading } from './read-files.ts'

type LinkRow = { a: string; b: string; knownFrom: number; knownTo: number | null }

/** All that was ever said of a person, and of whoever was linked with the person, up to an ordinal. */
export const createHistoryReading =
  ({ views, store, keys }: FileReading) =>
  async (personId: string, upTo: number): Promise<PersonHistory> => {
    const rows = views
      .statement(
        `WITH RECURSIVE members (person) AS (
           VALUES (?1)
           UNION SELECT CASE WHEN links.a = members.person THEN links.b ELSE links.a END
             FROM members JOIN links ON (links.a = members.person OR links.b = members.person) AND links.known_from <= ?2)
         SELECT a, b, known_from AS knownFrom, known_to AS knownTo FROM links
         WHERE known_from <= ?2 AND (a IN members OR b IN members)`,
      )
      .all(personId, upTo) as LinkRow[]
    const links: PersonLink[] = rows.map((row) => ({ ...row, knownTo: row.knownTo ?? undefined }))
    const members = [...new Set([personId, ...links.flatMap(({ a, b }) => [a, b])])]
    const places = placesOfPersons(views, members, upTo)
    const decided = links.flatMap(({ knownFrom, knownTo }) =>
      knownTo === undefined ? [knownFrom] : [knownFrom, knownTo],
    )
    const decisions = views
      .statement(
        `SELECT ordinal, stream, revision, known_time AS knownTime FROM facts
         WHERE ordinal IN (SELECT value FROM json_each(?)) AND known_from = ordinal AND ordinal <= ?`,
      )
      .all(JSON.stringify(decided), upTo) as Place[]
    const facts = await factsAt(store, keys, places)
    const personByOrdinal = new Map(places.map((place) => [place.ordinal, place.person]))
    return personHistory(
      personId,
      facts.map((fact) => ({ person: personByOrdinal.get(fact.ordinal)!, fact })),
      links,
      await factsAt(store, keys, decisions),
    )
  }
