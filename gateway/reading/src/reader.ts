import type { EventHead, Fact } from '@hub/file/fact.ts'
import type { VeteranFile } from '@hub/file/file.ts'
import type { PersonHistory } from '@hub/file/history.ts'
import type { Position } from '@hub/schemas/format/position.ts'
import type { KeyedNumber } from '@hub/schemas/number-kinds.ts'
import type { ParsedEvent } from '@hub/views/read-fact.ts'
import type { Caller } from './caller.ts'
import type { Related } from './causation/causes-and-effects.ts'
import type { Counting, ReportComparison } from './compare/compare-report.ts'
import type { ReportMoment } from './compare/fact-difference.ts'
import type { Keys, Stretch } from './keyset.ts'
import type { Policy } from './policy.ts'
import type { Scope } from './report/fact-sql.ts'
import type { WorkReport } from './report/work-report.ts'
import type { AnyExport } from './tables/export-request.ts'
import type { OpenedExport } from './tables/export-table.ts'

/** When it is asked about, and as known when. */
export type MomentQuery = {
  asOf?: string | undefined
  asKnownAt?: { time?: string | undefined; position?: Position | undefined } | undefined
  /** Nothing that came after this counts; how far the views have come where it is missing. */
  upTo?: { ordinal: number; position: Position; knownTime: string } | undefined
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

export type FileOrder = {
  field: 'registeredOn' | 'personId' | 'region' | 'disabilityGrade' | 'birthYear' | 'status'
  direction: 'ASC' | 'DESC'
}

/** All conditions hold; ranges hold both ends. `tokens` are made by `searchTokens`. */
export type FileFilter = {
  tokens?: readonly string[]
  /** In this region or under it. */
  region?: string | undefined
  regions?: readonly string[] | undefined
  personIds?: readonly string[] | undefined
  status?: string | undefined
  statuses?: readonly string[] | undefined
  grade?: number | undefined
  grades?: readonly number[] | undefined
  gradeBetween?: Range<number> | undefined
  birthYears?: Range<number> | undefined
  birthYearsIn?: readonly number[] | undefined
  registered?: Range<string> | undefined
  /** One of these holds, too. */
  any?: readonly FileFilter[] | undefined
}

export type Range<T> = { from?: T | undefined; to?: T | undefined }

/** Which files, in which order (one part or several), and which stretch of them. */
export type SearchQuery = FileFilter & {
  /** The last row of the page before, or its keys. */
  after?: FileEdge | undefined
  /** The first row of the page after, or its keys. */
  before?: FileEdge | undefined
  /** Whether the last rows of the stretch are meant; so it is, too, with `before` alone. */
  backwards?: boolean
  first: number
  orderBy?: FileOrder | readonly FileOrder[] | undefined
}

type FileEdge = Partial<FileRow> | Keys

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
  /** By offices in one of these regions. */
  regions?: readonly string[] | undefined
  /** Naming the number with this keyed hash, in what stands: neither corrected nor taken back. */
  number?: string | undefined
  /** One of these holds, too. */
  any?: readonly EventFilter[] | undefined
}

export type EventOrder = { field: 'position' | 'occurredAt' | 'recordedAt'; direction: 'ASC' | 'DESC' }

/** A stretch of a list of events. Edges are ordinals in store order, else the keys of the order's fields. */
export type EventPage = {
  after?: number | Keys | undefined
  before?: number | Keys | undefined
  /** Whether the last events of the stretch are meant; so it is, too, with `before` alone. */
  backwards?: boolean | undefined
  first: number
  newestFirst?: boolean
  /** Store order where nothing is said; stable by the place in the log. */
  orderBy?: readonly EventOrder[] | undefined
  upTo?: number
}

/** A stretch of the log by ordinal; both ends are exclusive. */
export type ScanPage = {
  after?: number | undefined
  before?: number | undefined
  first: number
  newestFirst?: boolean
}

/** A stretch of a person's timeline. */
export type TimelinePage = Stretch & { moment?: Moment | undefined; first: number }

/** What one caller may read. */
export type Reader = {
  /** For whom. */
  caller: Caller
  /** What the caller may see. */
  policy: Policy
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
  /** The page that `search` would have given at a moment. */
  searchAt(query: SearchQuery, moment: Moment): Promise<Page<FileRow>>
  /** A person's events by when they happened, the newest first; edges are `[time, ordinal]`. */
  timeline(personId: string, page: TimelinePage): Promise<Page<Fact>>
  /** The first pages, or the last, of many timelines, by person with whom each is linked: one view query. */
  timelines(
    persons: ReadonlyMap<string, readonly string[]>,
    page: { moment: Moment; first: number; backwards: boolean },
  ): ReadonlyMap<string, Page<EventHead>>
  event(eventId: string): Promise<Fact | undefined>
  /** Many events at once, by id. */
  eventsOf(eventIds: readonly string[]): Promise<ReadonlyMap<string, Fact>>
  /** For each event the first statement of the fact that it says, corrects or takes back. */
  rootsOf(eventIds: readonly string[]): ReadonlyMap<string, string>
  events(filter: EventFilter, page: EventPage): Promise<Page<Fact>>
  /**
   * The numbers that events name, as keyed hashes, by the events' ordinals; undefined where the caller may not match
   * them.
   */
  numbersOf(ordinals: readonly number[]): ReadonlyMap<number, readonly KeyedNumber[]> | undefined
  /** Events in store order, without a total count and with their boxes unopened. */
  scan(filter: EventFilter, page: ScanPage): Promise<readonly ParsedEvent[]>
  /** The facts of events, personal fields opened. */
  opened(events: readonly ParsedEvent[]): Promise<readonly Fact[]>
  /** Events that changed a person's file, in store order: after an ordinal, up to another one. */
  changesOf(personId: string, page: { after: number; upTo: number; first: number }): Promise<readonly Fact[]>
  /** All that was ever said of a person, up to an ordinal. */
  history(personId: string, upTo: number): Promise<PersonHistory>
  /** Every person id that is the same person as known at an ordinal, this one included. */
  linkedWith(personId: string, ordinal: number): readonly string[]
  /** The event that this one names as its cause, else the fact that it replaces. */
  causeOf(fact: Fact): Promise<Related | undefined>
  /** The events that name this one as their cause, or replace its fact, in store order. */
  effectsOf(fact: Fact): Promise<readonly Related[]>
  /** The person to whose file an event belongs. */
  personOf(ordinal: number): string | undefined
  /** Facts of these ordinals, personal fields opened, in the order given. */
  factsOf(ordinals: readonly number[]): Promise<readonly Fact[]>
  /** The work report in a scope. */
  workReport(scope: Scope): WorkReport
  /** The work report at two moments, of all or of what offices in a region say, by windows. */
  compareReport(a: ReportMoment, b: ReportMoment, counting?: Counting): ReportComparison
  /**
   * A list or a figure to take away, over a snapshot of its own: what is recorded meanwhile is not in it. `now` in ms
   * since 1970. Whoever asked for it closes it. @throws {Refused} for a moment, an id or a sample that can’t be
   */
  exportTable(request: AnyExport, now: number): Promise<OpenedExport>
  checkpoint(): { position: Position; ordinal: number; knownTime: string }
}
