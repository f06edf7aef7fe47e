import type { DatabaseSync } from 'node:sqlite'
import type { Position } from '@hub/schemas/format/position.ts'
import type { Fact } from '../file/fact.ts'
import type { VeteranFile } from '../file/file.ts'
import type { PersonHistory } from '../file/history.ts'
import type { ParsedEvent } from './read-fact.ts'

/** When it is asked about, and as known when. */
export type MomentQuery = {
  asOf?: string | undefined
  asKnownAt?: { time?: string | undefined; position?: Position | undefined } | undefined
}

/** A moment that gives the same answer for ever. `asOf` is an instant; missing means all that is known. */
export type Moment = { asOf?: string; ordinal: number; position: Position; knownTime: string }

/** A row of the views' list of files: open columns only. */
export type FileRow = {
  personId: string
  region: string | undefined
  status: string
  disabilityGrade: number | undefined
  birthYear: number | undefined
  registeredOn: string | undefined
}

export type FileOrder = { field: 'registeredOn' | 'personId'; direction: 'ASC' | 'DESC' }

/** All conditions hold. `tokens` are made by `searchTokens`; regions match everything under them. */
export type SearchQuery = {
  tokens?: readonly string[]
  region?: string | undefined
  status?: string | undefined
  grade?: number | undefined
  birthYears?: { from?: number | undefined; to?: number | undefined } | undefined
  /** The last row of the page before. */
  after?: { personId: string; registeredOn: string | undefined } | undefined
  /** The first row of the page after, for going back. */
  before?: { personId: string; registeredOn: string | undefined } | undefined
  first: number
  orderBy?: FileOrder | undefined
}

export type Page<T> = { items: readonly T[]; hasMore: boolean; totalCount: number }

/** Conditions on events; `types` are names, `streams` whole stream names. */
export type EventFilter = {
  departments?: readonly string[]
  names?: readonly string[]
  person?: string | undefined
  /** Of any of these persons. */
  persons?: readonly string[]
  stream?: string | undefined
  /** Stream names begin with it and a dash. */
  category?: string | undefined
  region?: string | undefined
  correlation?: string | undefined
  occurredFrom?: string | undefined
  occurredBefore?: string | undefined
  recordedFrom?: string | undefined
  recordedBefore?: string | undefined
  /** No event of this id in it, e.g. the access streams. */
  withoutCategory?: string | undefined
}

/** Keyset by ordinal. */
export type EventPage = {
  after?: number | undefined
  before?: number | undefined
  first: number
  newestFirst?: boolean
  upTo?: number
}

/** A stretch of the log, by ordinal: beyond both ends, which are exclusive. */
export type ScanPage = {
  after?: number | undefined
  before?: number | undefined
  first: number
  newestFirst?: boolean
}

/** The read side of the views. */
export type Reader = {
  resolveMoment(query?: MomentQuery): Moment
  /** The file as of now, or at a moment; persons linked then are folded together. */
  file(personId: string, moment?: Moment): Promise<VeteranFile | undefined>
  /** Many current files at once: a constant number of view queries. */
  files(personIds: readonly string[], moment?: Moment): Promise<ReadonlyMap<string, VeteranFile>>
  /** The person id of a citizen number that has a file. */
  personByCitizenNumber(citizenNumber: string): string | undefined
  /** The tokens that a search text stands for: pass them to `search`. */
  searchTokens(by: {
    name?: string | undefined
    surname?: string | undefined
    initials?: string | undefined
    citizenNumber?: string | undefined
  }): string[]
  search(query: SearchQuery): Page<FileRow>
  /** A person's events in fold order, newest first. */
  timeline(
    personId: string,
    page: { moment?: Moment | undefined; after?: number | undefined; first: number },
  ): Promise<Page<Fact>>
  event(eventId: string): Promise<Fact | undefined>
  /** Many events at once, by id. */
  eventsOf(eventIds: readonly string[]): Promise<ReadonlyMap<string, Fact>>
  events(filter: EventFilter, page: EventPage): Promise<Page<Fact>>
  /** Events in store order, not counted, their boxes shut. */
  scan(filter: EventFilter, page: ScanPage): Promise<readonly ParsedEvent[]>
  /** The facts of events, personal fields opened. */
  opened(events: readonly ParsedEvent[]): Promise<readonly Fact[]>
  /** Events that changed a person's file, in store order: after an ordinal, up to another one. */
  changesOf(personId: string, page: { after: number; upTo: number; first: number }): Promise<readonly Fact[]>
  /** All that was ever said of a person, up to an ordinal. */
  history(personId: string, upTo: number): Promise<PersonHistory>
  /** Every person id that is the same person as known at an ordinal, this one included. */
  linkedWith(personId: string, ordinal: number): readonly string[]
  /** The person to whose file an event belongs. */
  personOf(ordinal: number): string | undefined
  /** Facts of these ordinals, personal fields opened, in the order given. */
  factsOf(ordinals: readonly number[]): Promise<readonly Fact[]>
  /** Read-only connection for the report's SQL; its rows are cut by `known_from <= ordinal AND (known_to IS NULL OR known_to > ordinal)`. */
  database: DatabaseSync
  checkpoint(): { position: Position; ordinal: number; knownTime: string }
}
