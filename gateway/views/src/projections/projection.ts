import type { Fact } from '@hub/file/fact.ts'
import type { VeteranFile } from '@hub/file/file.ts'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import type { Views } from '../open-views.ts'
import type { FaultyEvent, ParsedEvent } from '../read-fact.ts'
import type { SearchKey } from '../search-tokens.ts'
import type { KeptFile, RegionOf } from './files.ts'

/** An event of a person, its boxes opened as far as the keys go. */
export type OpenedEvent = {
  person: string
  fact: Fact
  /** Other persons described in it. */
  others: readonly string[]
}

/** A file as it is to be kept. */
export type FoldedFile = KeptFile & {
  /** The person's key; a file without one is kept without a document. */
  key: PersonKey | undefined
  searchKey: SearchKey
  /** The file that stood there, where new facts only followed it. */
  before?: VeteranFile
  /** The acting office's region of an event of the person, by its id. */
  regionOf: RegionOf
}

/** What is folded from the log, in tables of its own. Every member is called inside the transaction of a batch. */
export type Projection = {
  /** What it is called, and its table. */
  name: string
  /** SQL that makes its tables. */
  tables: string
  /** SQL that makes its indexes. Views that are built anew get them when its rows are there. */
  indexes: string
  /** What it takes, and what it writes then. */
  apply: {
    /** Each event as it is stored, in store order; opened as `fact`, but not while views are built anew. */
    event?(views: Views, event: ParsedEvent, fact?: Fact): void
    /** Each event that is not folded: its admission is not true. */
    faulty?(views: Views, event: FaultyEvent): void
    /** A stream in which something was corrected or taken back, once its events are in. */
    corrected?(views: Views, stream: string): void
    /** Each event of a person, opened. */
    opened?(views: Views, opened: OpenedEvent): void
    /** A person whose key is gone, with all that was said of them before, as far as it can still be read. */
    erased?(views: Views, person: string, earlier: readonly Fact[]): void
    /** Each file that changed. */
    file?(views: Views, folded: FoldedFile): void
  }
  /**
   * What is taken otherwise while views are built anew: rows in no order of the table cost many times what they cost in
   * its own, so they are set aside first. `tables` stand in the schema `aside`; `indexes` are those of columns that are
   * written when all files are there.
   */
  building?: {
    tables: string
    indexes?: string
    opened?(views: Views, opened: OpenedEvent): void
    file?(views: Views, folded: FoldedFile): void
    /** All files are there. */
    done(views: Views): void
  }
}
