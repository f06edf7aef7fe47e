import type { Fact } from '@hub/file/fact.ts'
import { factsAt, type Place } from '@hub/views/person-facts.ts'
import { linkedPersons } from './linked-persons.ts'
import type { FileReading } from './read-files.ts'

/**
 * The events after an ordinal that changed a person's file: what was said of the person and of whom the file is linked
 * with, and the decisions that link and unlink.
 */
export const createFileChanges =
  ({ views, store, keys }: FileReading) =>
  async (
    personId: string,
    { after, upTo, first }: { after: number; upTo: number; first: number },
  ): Promise<readonly Fact[]> => {
    const members = [after, upTo].flatMap((ordinal) => linkedPersons(views, [personId], ordinal).get(personId) ?? [])
    const places = views
      .statement(
        `WITH members AS (SELECT value AS person FROM json_each(?1)),
         own AS (SELECT * FROM links WHERE a IN members OR b IN members),
         changed AS (
           SELECT ordinal FROM facts WHERE person IN members AND known_from = ordinal AND ordinal > ?2 AND ordinal <= ?3
           UNION SELECT known_from FROM own WHERE known_from > ?2 AND known_from <= ?3
           UNION SELECT known_to FROM own WHERE known_to > ?2 AND known_to <= ?3)
         SELECT ordinal, stream, revision, known_time AS knownTime FROM facts
         WHERE ordinal IN changed AND known_from = ordinal ORDER BY ordinal LIMIT ?4`,
      )
      .all(JSON.stringify([...new Set(members)]), after, upTo, first) as Place[]
    return factsAt(store, keys, places)
  }
