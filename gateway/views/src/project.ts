import type { StoredEvent } from '@hub/event-store/event-store.ts'
import { evolve, foldFile } from '@hub/file/evolve.ts'
import { compareFacts, type Fact } from '@hub/file/fact.ts'
import type { VeteranFile } from '@hub/file/file.ts'
import { settle, wasMet } from '@hub/file/settle.ts'
import type { PersonKeys } from '@hub/keys/person-keys.ts'
import type { Position } from '@hub/schemas/format/position.ts'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import { type Checkpoint, readCheckpoint, writeCheckpoint } from './checkpoint.ts'
import { openEvents } from './open-events.ts'
import type { Views } from './open-views.ts'
import { factsAt, placesOfPersons } from './person-facts.ts'
import { eventsByPerson } from './persons-of-events.ts'
import { applyErased, applyEvents, applyFaulty, applyFile, applyOpened } from './projections/apply.ts'
import { type KeptFile, lastFolded, readKeptFile, regionsOfRows } from './projections/files.ts'
import { filesMentioning } from './projections/mentions.ts'
import { type FaultyEvent, type ParsedEvent, parseEvent, personOfEvent } from './read-fact.ts'
import type { SearchKey } from './search-tokens.ts'
import type { VerifiedStore } from './verified-store.ts'

/** What a projector stands on. */
export type ProjectorParts = {
  store: VerifiedStore
  views: Views
  keys: PersonKeys
  hubKeys: SearchKey
  /** Told after each batch which persons' files changed; for those who wait and for subscriptions. */
  onBatch?: (batch: { position: Position; persons: readonly string[] }) => void
  /** Most events a transaction; default 4,000: a file is written once however many of them are of that person. */
  batchSize?: number
}

export type Projector = {
  /** Folds the events stored so far, then each new one; ends with the signal. */
  run(signal: AbortSignal): Promise<void>
  /** Folds the events stored so far, and ends. */
  catchUp(): Promise<void>
  /** Position of the last event folded. */
  caughtUpTo(): Position
}

/** A file to keep. `before` is the kept file that it was folded on, where new facts only follow that. */
type FoldedFile = KeptFile & { before?: VeteranFile }

/** Events of a page, each at its place in the count; those whose admission is not true are apart, and not folded. */
export type PlacedEvents = { events: ParsedEvent[]; faulty: FaultyEvent[]; checkpoint: Checkpoint }

/** Verifies and parses events that follow a checkpoint; known time is the running maximum of recorded time. */
export const placedAfter = (
  { verified }: Pick<VerifiedStore, 'verified'>,
  checkpoint: Checkpoint,
  stored: readonly StoredEvent[],
): PlacedEvents => {
  let { ordinal, knownTime, position } = checkpoint
  const events: ParsedEvent[] = []
  const faulty: FaultyEvent[] = []
  for (const event of stored) {
    ordinal += 1
    position = event.position
    const answer = verified(event)
    if ('fault' in answer) {
      faulty.push({ ordinal, stream: event.stream, revision: event.revision, fault: answer.fault })
      continue
    }
    const { recordedtime } = answer.metadata
    if (recordedtime > knownTime) knownTime = recordedtime
    events.push(parseEvent(event, answer.metadata, { ordinal, knownTime }))
  }
  return { events, faulty, checkpoint: { ordinal, knownTime, position } }
}

/** Whether new facts only follow what is folded: nothing late, nothing taken back, no key destroyed. */
const onlyFollows = (kept: KeptFile, facts: readonly Fact[]) =>
  facts.every(
    (fact) => fact.replaces === undefined && fact.name !== 'PersonErased' && compareFacts(fact, kept.folded) > 0,
  )

const erasedIn = (events: readonly ParsedEvent[]) =>
  events
    .filter(({ stored }) => stored.type.startsWith('hub.PersonErased.'))
    .map(personOfEvent)
    .filter((person) => person !== undefined)

/** Projects the store into the views: one transaction a batch, so that a crash repeats work and changes nothing. */
export const createProjector = ({
  store,
  views,
  keys,
  hubKeys,
  onBatch,
  batchSize = 4_000,
}: ProjectorParts): Projector => {
  /** The kept file with new facts folded onto it; undefined where all that was ever said must be folded anew. */
  const follow = (personId: string, facts: readonly Fact[], key: PersonKey | undefined): FoldedFile | undefined => {
    const kept = readKeptFile(views, personId, key)
    if (!kept || !onlyFollows(kept, facts)) return undefined
    const file = settle(facts).toSorted(compareFacts).reduce(evolve, kept.file)
    return { file, folded: lastFolded(facts, kept.folded) ?? kept.folded, before: kept.file }
  }

  /** All that was ever said of these persons before; one reading for all of them. */
  const earlierFacts = async (persons: readonly string[], before: Checkpoint): Promise<Map<string, Fact[]>> => {
    const places = placesOfPersons(views, persons, before.ordinal)
    const personAt = new Map(places.map(({ ordinal, person }) => [ordinal, person]))
    return Map.groupBy(await factsAt(store, keys, places), ({ ordinal }) => personAt.get(ordinal)!)
  }

  /** Files folded from all that was ever said. */
  const foldAnew = (
    factsOf: ReadonlyMap<string, readonly Fact[]>,
    earlier: ReadonlyMap<string, Fact[]>,
  ): FoldedFile[] =>
    [...factsOf].flatMap(([personId, facts]) => {
      const all = [...(earlier.get(personId) ?? []), ...facts]
      return wasMet(all) ? [{ file: foldFile(personId, all), folded: lastFolded(all)! }] : []
    })

  const apply = async (stored: readonly StoredEvent[]) => {
    if (stored.length === 0) return
    const before = readCheckpoint(views)
    const { events, faulty, checkpoint } = placedAfter(store, before, stored)
    const byPerson = eventsByPerson(views, events)
    const erased = erasedIn(events)
    const stale = erased.flatMap((person) => filesMentioning(views, person))
    const persons = [...new Set([...byPerson.keys(), ...stale])]
    const opened = await openEvents(keys, events, persons)
    const factAt = new Map(opened.facts.map((fact) => [fact.ordinal, fact]))
    const files: FoldedFile[] = []
    const anew = new Map<string, readonly Fact[]>()
    for (const person of persons) {
      const facts = (byPerson.get(person) ?? []).map(({ ordinal }) => factAt.get(ordinal)!)
      const file = stale.includes(person) ? undefined : follow(person, facts, opened.keys.get(person))
      if (file) files.push(file)
      else anew.set(person, facts)
    }
    const earlier = anew.size > 0 ? await earlierFacts([...anew.keys()], before) : new Map<string, Fact[]>()
    files.push(...foldAnew(anew, earlier))
    const othersAt = new Map(events.map(({ ordinal }, index) => [ordinal, opened.others[index]!]))
    views.transaction(() => {
      applyEvents(views, events, opened.facts)
      applyFaulty(views, faulty)
      for (const [person, own] of byPerson)
        for (const { ordinal, data } of own)
          if (data.sealed) applyOpened(views, { person, fact: factAt.get(ordinal)!, others: othersAt.get(ordinal)! })
      for (const person of erased) applyErased(views, person, earlier.get(person) ?? [])
      const regionOf = regionsOfRows(views)
      for (const kept of files)
        applyFile(views, { ...kept, key: opened.keys.get(kept.file.personId), searchKey: hubKeys, regionOf })
      writeCheckpoint(views, checkpoint)
    })
    onBatch?.({ position: checkpoint.position, persons })
  }

  return {
    run: async (signal) => {
      for await (const batch of store.follow({ after: readCheckpoint(views).position, batchSize, signal }))
        await apply(batch.events)
    },
    catchUp: async () => {
      // Up to the head as it is now. A projector slower than new events come would never end otherwise.
      const head = await store.head()
      while (readCheckpoint(views).position < head) {
        const page = await store.readAll({ after: readCheckpoint(views).position, limit: batchSize })
        if (page.length === 0) return
        await apply(page)
      }
    },
    caughtUpTo: () => readCheckpoint(views).position,
  }
}
