import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { foldFile } from '@hub/file/evolve.ts'
import { wasMet } from '@hub/file/settle.ts'
import type { PersonKeys } from '@hub/keys/person-keys.ts'
import { correctedStreams, openAside, removeAside, setEventsAside } from './build-aside.ts'
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts'
import { factsByPerson, type ShutFact } from './facts-by-person.ts'
import { openEvents } from './open-events.ts'
import { indexEvents, indexFiles, openViews, type Views } from './open-views.ts'
import { createProjector, placedAfter } from './project.ts'
import { applyCorrected, applyFaulty, buildFile, buildOpened, filesBuilt, insertEvents } from './projections/apply.ts'
import { lastFolded } from './projections/files.ts'
import type { SearchKey } from './search-tokens.ts'
import type { VerifiedStore } from './verified-store.ts'

/** How far a rebuild is. `total` is not known while events are read. */
export type RebuildProgress = { step: 'events' | 'files' | 'catching-up'; done: number; total?: number }

export type RebuildParts = {
  store: VerifiedStore
  keys: PersonKeys
  hubKeys: SearchKey
  /** The folder of the views. */
  folder: string
  /** Name of the new file in it. */
  name: string
  onProgress?: (progress: RebuildProgress) => void
}

const eventsAPage = 500
const streamsAPage = 200
/** So many facts of whole persons are folded at once: few enough that what is made of them is gone soon. */
const factsATransaction = 500

const remove = (file: string) => {
  for (const suffix of ['', '-wal', '-shm', '-journal', '-aside']) rmSync(file + suffix, { force: true })
}

/** Rows of every event. */
const fillFacts = async (views: Views, { store, onProgress }: RebuildParts) => {
  while (true) {
    const before = readCheckpoint(views)
    const page = await store.readAll({ after: before.position, limit: eventsAPage })
    if (page.length === 0) return
    const { events, faulty, checkpoint } = placedAfter(store, before, page)
    views.transaction(() => {
      setEventsAside(views, events, insertEvents(views, events))
      applyFaulty(views, faulty)
      writeCheckpoint(views, checkpoint)
    })
    onProgress?.({ step: 'events', done: checkpoint.ordinal })
  }
}

const settleCorrected = (views: Views) => {
  for (let after = ''; ; ) {
    const streams = correctedStreams(views, after, streamsAPage)
    const last = streams.at(-1)
    if (last === undefined) return
    views.transaction(() => {
      for (const stream of streams) applyCorrected(views, stream)
    })
    after = last
  }
}

const writeFiles = async (views: Views, persons: readonly ShutFact[][], { keys, hubKeys }: RebuildParts) => {
  const shut = persons.flat()
  const events = shut.flatMap((each) => ('event' in each.shut ? [each.shut.event] : []))
  const opened = await openEvents(
    keys,
    events,
    persons.map((own) => own[0]!.person),
  )
  const factAt = new Map(opened.facts.map((fact) => [fact.ordinal, fact]))
  const personAt = new Map(shut.map(({ ordinal, person }) => [ordinal, person]))
  views.transaction(() => {
    for (const [index, { ordinal }] of events.entries())
      buildOpened(views, { person: personAt.get(ordinal)!, fact: factAt.get(ordinal)!, others: opened.others[index]! })
    for (const own of persons) {
      const { person } = own[0]!
      const facts = own.map(({ ordinal, shut }) => ('fact' in shut ? shut.fact : factAt.get(ordinal)!))
      if (!wasMet(facts)) continue
      const folded = { file: foldFile(person, facts), folded: lastFolded(facts)! }
      const regions = new Map(facts.map(({ eventId, region }) => [eventId, region]))
      buildFile(views, {
        ...folded,
        key: opened.keys.get(person),
        searchKey: hubKeys,
        regionOf: (id) => regions.get(id),
      })
    }
  })
}

const fillFiles = async (views: Views, parts: RebuildParts) => {
  const { total } = views.statement('SELECT count(DISTINCT person) AS total FROM facts').get() as { total: number }
  let [done, size, persons]: [number, number, ShutFact[][]] = [0, 0, []]
  const flush = async () => {
    await writeFiles(views, persons, parts)
    done += persons.length
    parts.onProgress?.({ step: 'files', done, total })
    size = 0
    persons = []
  }
  for (const own of factsByPerson(views, factsATransaction)) {
    persons.push(own)
    size += own.length
    if (size >= factsATransaction) await flush()
  }
  await flush()
  filesBuilt(views)
}

const makeDurable = (file: string) => {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/**
 * Builds the views anew beside those in use: rows first, indexes after them, then the files, made durable, caught up
 * with what came meanwhile. Gives the file; the pointer stays as it is.
 */
export const rebuild = async (parts: RebuildParts): Promise<string> => {
  const { store, keys, hubKeys, folder, name, onProgress } = parts
  const file = join(folder, name)
  const unfinished = `${file}.building`
  remove(unfinished)
  const building = openViews({ file: unfinished, building: true })
  try {
    openAside(building)
    await fillFacts(building, parts)
    indexEvents(building)
    settleCorrected(building)
    await fillFiles(building, parts)
    indexFiles(building)
  } finally {
    building.close()
    removeAside(building)
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
  return file
}
