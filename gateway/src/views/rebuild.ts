import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { EventStore } from '@hub/event-store/event-store.ts'
import type { PersonKeys } from '@hub/keys/person-keys.ts'
import { foldFile } from '../file/evolve.ts'
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts'
import { insertEvents, resettleStream } from './fact-rows.ts'
import { type KeptFile, lastFolded, writeFile } from './file-rows.ts'
import { createIndexes, openViews, type Views } from './open-views.ts'
import { factsAt, placesOfPersons } from './person-facts.ts'
import { createProjector, placedAfter } from './project.ts'
import type { SearchKey } from './search-tokens.ts'
import { pointTo } from './view-files.ts'

/** How far a rebuild is. `total` is not known while events are read. */
export type RebuildProgress = { step: 'events' | 'files' | 'catching-up'; done: number; total?: number }

export type RebuildParts = {
  store: EventStore
  keys: PersonKeys
  hubKeys: SearchKey
  /** The folder of the views; the pointer in it is changed at the end. */
  folder: string
  /** Name of the new file in it. */
  name: string
  onProgress?: (progress: RebuildProgress) => void
}

const pageSize = 1000
const personsATransaction = 200

const remove = (file: string) => {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
}

/** Rows of every event; gives the streams to settle. */
const fillFacts = async (views: Views, store: EventStore, onProgress: RebuildParts['onProgress']) => {
  const corrected = new Set<string>()
  while (true) {
    const before = readCheckpoint(views)
    const page = await store.readAll({ after: before.position, limit: pageSize })
    if (page.length === 0) return corrected
    const { events, checkpoint } = placedAfter(before, page)
    views.transaction(() => {
      for (const stream of insertEvents(views, events)) corrected.add(stream)
      writeCheckpoint(views, checkpoint)
    })
    onProgress?.({ step: 'events', done: checkpoint.ordinal })
  }
}

const fillFiles = async (views: Views, { store, keys, hubKeys, onProgress }: RebuildParts) => {
  const persons = views
    .statement("SELECT DISTINCT person FROM facts WHERE person IS NOT NULL AND stream NOT LIKE 'access-%'")
    .all()
    .map(({ person }) => String(person))
  const { ordinal } = readCheckpoint(views)
  for (let from = 0; from < persons.length; from += personsATransaction) {
    const chunk = persons.slice(from, from + personsATransaction)
    const found = await keys.find(chunk)
    // One reading for the whole chunk: a stream that many of these persons stand in is read once.
    const places = placesOfPersons(views, chunk, ordinal)
    const personByOrdinal = new Map(places.map((place) => [place.ordinal, place.person]))
    const facts = Map.groupBy(await factsAt(store, keys, places), (fact) => personByOrdinal.get(fact.ordinal)!)
    const kept: KeptFile[] = [...facts].map(([person, own]) => ({
      file: foldFile(person, own),
      folded: lastFolded(own)!,
    }))
    views.transaction(() => {
      for (const file of kept) writeFile(views, hubKeys, file, found.get(file.file.personId))
    })
    onProgress?.({ step: 'files', done: from + chunk.length, total: persons.length })
  }
}

const makeDurable = (file: string) => {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Builds the views anew beside those in use: rows first, indexes after them, then the files, made durable, caught up
 * with what came meanwhile; only then does the pointer change. A rebuild that was broken off leaves the old views.
 */
export const rebuild = async (parts: RebuildParts): Promise<string> => {
  const { store, keys, hubKeys, folder, name, onProgress } = parts
  const file = join(folder, name)
  const unfinished = `${file}.building`
  remove(unfinished)
  const building = openViews({ file: unfinished, building: true })
  try {
    const corrected = await fillFacts(building, store, onProgress)
    createIndexes(building)
    building.transaction(() => {
      for (const stream of corrected) resettleStream(building, stream)
    })
    await fillFiles(building, parts)
  } finally {
    building.close()
  }
  makeDurable(unfinished)
  if (existsSync(file)) remove(file)
  renameSync(unfinished, file)
  const views = openViews({ file })
  try {
    onProgress?.({ step: 'catching-up', done: readCheckpoint(views).ordinal })
    await createProjector({ store, views, keys, hubKeys }).catchUp()
  } finally {
    views.close()
  }
  pointTo(folder, name)
  return file
}
