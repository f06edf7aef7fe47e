import { personIdOfCitizenNumber } from '@hub/schemas/format/stream-name.ts'
import { readCheckpoint } from '@hub/views/checkpoint.ts'
import { openedFacts } from '@hub/views/person-facts.ts'
import { type SearchKey, tokenOf } from '@hub/views/search-tokens.ts'
import { createCausationReading } from './causations.ts'
import { createFileChanges } from './file-changes.ts'
import { linkedPersons } from './linked-persons.ts'
import { createListAtMoment } from './list-at-moment.ts'
import { readEvents } from './read-events.ts'
import { type FileReading, readFiles } from './read-files.ts'
import { createHistoryReading } from './read-history.ts'
import { searchFiles } from './read-list.ts'
import { readRoots } from './read-roots.ts'
import { readTimelines } from './read-timelines.ts'
import type { Reader } from './reader-types.ts'
import { resolveMoment } from './resolve-moment.ts'
import { createScan } from './scan.ts'

/** What reading stands on: a connection of its own to the views, the store, and the keys. */
export type ReaderParts = FileReading & { hubKeys: SearchKey & { persons: Uint8Array } }

/** The read side of the views: what GraphQL answers from. */
export const createReader = ({ views, store, keys, hubKeys }: ReaderParts): Reader => {
  const reading = { views, store, keys }
  const files: Reader['files'] = (personIds, moment) => readFiles(reading, [...new Set(personIds)], moment)
  const personIdOf = (citizenNumber: string) => personIdOfCitizenNumber(hubKeys.persons, citizenNumber)
  return {
    resolveMoment: (query) => resolveMoment(views, query),
    files,
    file: async (personId, moment) => (await files([personId], moment)).get(personId),
    personByCitizenNumber: (citizenNumber) => {
      const personId = personIdOf(citizenNumber)
      return views.statement('SELECT 1 FROM files WHERE person = ?').get(personId) ? personId : undefined
    },
    searchTokens: ({ name, surname, initials, citizenNumber }) => [
      ...(name === undefined ? [] : [tokenOf(hubKeys, 'name', name)]),
      ...(surname === undefined ? [] : [tokenOf(hubKeys, 'surname', surname)]),
      ...(initials === undefined ? [] : [tokenOf(hubKeys, 'initials', initials)]),
      ...(citizenNumber === undefined ? [] : [tokenOf(hubKeys, 'person', personIdOf(citizenNumber))]),
    ],
    search: (query) => searchFiles(views, query),
    searchAt: createListAtMoment(reading, hubKeys),
    ...readEvents(reading),
    rootsOf: (eventIds) => readRoots(views, eventIds),
    timelines: (persons, page) => readTimelines(views, persons, page),
    scan: createScan(reading),
    changesOf: createFileChanges(reading),
    ...createCausationReading(reading),
    history: createHistoryReading(reading),
    linkedWith: (personId, ordinal) => linkedPersons(views, [personId], ordinal).get(personId) ?? [personId],
    personOf: (ordinal) => {
      const row = views.statement('SELECT person FROM facts WHERE ordinal = ? AND known_from = ordinal').get(ordinal)
      return typeof row?.person === 'string' ? row.person : undefined
    },
    opened: (events) => openedFacts(keys, events),
    database: views.database,
    checkpoint: () => readCheckpoint(views),
  }
}
