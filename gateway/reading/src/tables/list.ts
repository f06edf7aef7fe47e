import type { Cell, Column } from './cells.ts'
import type { AboutLine } from './export-table.ts'

/** A list that can be taken away whole, or as a sample of it. */
export type ExportList<Entry> = {
  title: string
  columns: readonly Column[]
  /** What is asked, for the second sheet. */
  question: readonly AboutLine[]
  /** Its entries in their order, page by page. */
  entries(): AsyncIterable<readonly Entry[]>
  /** How many there are, where that can be told without reading them. */
  total?: number | undefined
  /** Their rows, without the running number. */
  rowsOf(entries: readonly Entry[]): Promise<readonly (readonly Cell[])[]>
  /** What names an entry wherever it stands. */
  keyOf(entry: Entry): string
  /** The stratum of an entry, where a sample is stratified by something. */
  stratumOf(by: string, entry: Entry): string
  /** The part of an entry that is held in memory while a sample is drawn; default the whole entry. */
  held?(entry: Entry): Entry
}

/** Cuts a list into pages. */
export function* pagesOf<Entry>(entries: readonly Entry[], size: number): Generator<readonly Entry[]> {
  for (let from = 0; from < entries.length; from += size) yield entries.slice(from, from + size)
}
