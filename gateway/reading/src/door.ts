import { personIdOfCitizenNumber } from '@hub/schemas/format/stream-name.ts'
import { Refused } from '@hub/schemas/refusal.ts'
import { type Checkpoint, readCheckpoint } from '@hub/views/checkpoint.ts'
import { openedFacts } from '@hub/views/person-facts.ts'
import { type SearchKey, tokenOf } from '@hub/views/search-tokens.ts'
import type { Caller } from './caller.ts'
import { createCausationReading } from './causation/causes-and-effects.ts'
import { compareReport } from './compare/compare-report.ts'
import { createFileChanges } from './file-changes.ts'
import { linkedPersons } from './linked-persons.ts'
import { createListAtMoment } from './list-at-moment.ts'
import { type Policy, policyFor } from './policy.ts'
import { readEvents } from './read-events.ts'
import { type FileReading, readFiles } from './read-files.ts'
import { createHistoryReading } from './read-history.ts'
import { searchFiles } from './read-list.ts'
import { readNumbers } from './read-numbers.ts'
import { readRoots } from './read-roots.ts'
import { readTimelines } from './read-timelines.ts'
import type { EventFilter, Reader } from './reader.ts'
import { readingRefusals } from './reading-refusals.ts'
import { workReport } from './report/work-report.ts'
import { resolveMoment } from './resolve-moment.ts'
import { createScan } from './scan.ts'
import { prepareExport } from './tables/prepare-export.ts'
import { openSnapshot } from './tables/snapshot.ts'

/** What reading stands on: a connection of its own to the views, the store, and the keys. */
export type DoorParts = FileReading & {
  hubKeys: SearchKey & { persons: Uint8Array }
  /** UUID of the store. */
  storeId: string
}

/** The one way to what the hub knows, over one version of the views. */
export type Door = {
  /** A reader for this caller; it goes on with the version of the views that it was opened on. @throws {ViewsNotBuilt} */
  readerFor(caller: Caller): Reader
  /** How far the views have come. This is no personal data, so it needs no caller. @throws {ViewsNotBuilt} */
  checkpoint(): Checkpoint
}

const asksForNumber = ({ number, any = [] }: EventFilter): boolean => number !== undefined || any.some(asksForNumber)

/** What is read for every caller alike, with what only some may ask. */
const guarded = (reading: ReturnType<typeof readingOf>, policy: Policy) => {
  const allowed = (filter: EventFilter): void => {
    if (asksForNumber(filter) && !policy.mayMatchNumbers) throw new Refused(readingRefusals.NUMBERS_NOT_MATCHED)
  }
  return {
    ...reading,
    policy,
    events: async (...[filter, page]: Parameters<Reader['events']>) => {
      allowed(filter)
      return reading.events(filter, page)
    },
    scan: async (...[filter, page]: Parameters<Reader['scan']>) => {
      allowed(filter)
      return reading.scan(filter, page)
    },
    numbersOf: (ordinals: readonly number[]) => (policy.mayMatchNumbers ? reading.numbersOf(ordinals) : undefined),
  }
}

/** Opens the door to views. */
export const openDoor = (parts: DoorParts): Door => {
  const reading = readingOf(parts)
  return {
    readerFor: (caller) => ({
      ...guarded(reading, policyFor(caller)),
      caller,
      exportTable: async (request, now) => {
        const views = openSnapshot(parts.views.file)
        try {
          const reader = openDoor({ ...parts, views }).readerFor(caller)
          return { table: await prepareExport({ ...parts, views, reader, now }, request), close: views.close }
        } catch (error) {
          views.close()
          throw error
        }
      },
    }),
    checkpoint: reading.checkpoint,
  }
}

/** What is read for every caller alike, before their policy. */
const readingOf = ({ views, store, keys, hubKeys }: DoorParts): Omit<Reader, 'caller' | 'policy' | 'exportTable'> => {
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
    numbersOf: (ordinals) => readNumbers(views, ordinals),
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
    workReport: (scope) => workReport(views.database, scope),
    compareReport: (a, b, counting) => compareReport(views.database, a, b, counting),
    checkpoint: () => readCheckpoint(views),
  }
}
