import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PersonKeys } from '@hub/keys/person-keys.ts'
import type { Position } from '@hub/schemas/format/position.ts'
import { readCheckpoint } from '../checkpoint.ts'
import { openViews, type Views } from '../open-views.ts'
import { countFaults, readFaults } from '../projections/faults.ts'
import type { FaultyEvent } from '../read-fact.ts'
import { type RebuildProgress, rebuild } from '../rebuild.ts'
import type { SearchKey } from '../search-tokens.ts'
import type { VerifiedStore } from '../verified-store.ts'
import { compareTable, type Difference, type Found, tablesOf } from './compare-tables.ts'
import { differencesOfBoxes, differingPaths } from './file-document.ts'

/** How far a verification is: building anew, then comparing row by row. */
export type VerifyProgress = RebuildProgress | { step: 'comparing'; done: number; total: number }

export type VerifyParts = {
  store: VerifiedStore
  keys: PersonKeys
  hubKeys: SearchKey
  /** The live view file; its hub may be running. */
  viewsFile: string
  onProgress?: (progress: VerifyProgress) => void
  onDifference: (difference: Difference) => void
  /** Told of every event that is not folded, or whose box is damaged. */
  onFaulty?: (event: FaultyEvent) => void
}

/** Up to where was compared, how many rows, how many differences there were, and how many faulty events of the store. */
export type Verification = { position: Position; rows: number; differences: number; faulty: number }

/** The store as it was when its last event had this position. */
const storeUpTo = (store: VerifiedStore, position: Position): VerifiedStore => ({
  ...store,
  readAll: async (options) => (await store.readAll(options)).filter((event) => event.position <= position),
})

const countRows = (views: Views) =>
  tablesOf(views.database).reduce(
    (sum, { name }) => sum + Number(views.database.prepare(`SELECT count(*) AS n FROM "${name}"`).get()?.n),
    0,
  )

const filesPage = 1000

/** The differences that count: sealed documents are opened, and differ only where their contents do. */
const judged = async (found: readonly Found[], keys: PersonKeys): Promise<Difference[]> => {
  const boxes = found.filter(({ table, column, rows }) => rows && table === 'files' && column === 'box')
  const persons = boxes.map(({ rows }) => String(rows!.anew.person))
  const held = persons.length === 0 ? new Map() : await keys.find(persons)
  return found.flatMap(({ rows, ...difference }) => {
    if (!rows || difference.table !== 'files') return [difference]
    const person = String(rows.anew.person)
    const parts = (paths: readonly string[]) => paths.map((path) => ({ ...difference, column: path }))
    if (difference.column === 'box')
      return parts(differencesOfBoxes(person, held.get(person), rows.live.box, rows.anew.box))
    if (difference.column !== 'folded') return [difference]
    return parts(differingPaths(JSON.parse(String(rows.live.folded)), JSON.parse(String(rows.anew.folded)), 'folded'))
  })
}

/** Compares two view files, a table after the other. */
const compareViews = async (
  { live, anew }: { live: Views; anew: Views },
  { keys, onDifference, onProgress }: VerifyParts,
): Promise<{ rows: number; differences: number }> => {
  const total = countRows(anew)
  let [rows, differences] = [0, 0]
  const onRow = () => {
    rows += 1
    if (rows % 10_000 === 0) onProgress?.({ step: 'comparing', done: rows, total })
  }
  let waiting: Found[] = []
  const tell = async () => {
    for (const difference of await judged(waiting, keys)) {
      differences += 1
      onDifference(difference)
    }
    waiting = []
  }
  for (const table of tablesOf(anew.database)) {
    for (const found of compareTable(table, { live: live.database, anew: anew.database }, onRow)) {
      waiting.push(found)
      if (waiting.length >= filesPage) await tell()
    }
    await tell()
  }
  onProgress?.({ step: 'comparing', done: rows, total })
  return { rows, differences }
}

/**
 * Builds the views anew with today's code in a folder of their own beside the live ones, up to the live ones'
 * checkpoint, and names every difference. Store and live views are only read, in one snapshot: the hub may run on.
 */
export const verifyViews = async (parts: VerifyParts): Promise<Verification> => {
  const { store, keys, hubKeys, viewsFile, onProgress } = parts
  const live = openViews({ file: viewsFile, readOnly: true })
  const folder = mkdtempSync(join(dirname(viewsFile), 'verifying-'))
  try {
    live.database.exec('BEGIN')
    const { position } = readCheckpoint(live)
    const file = await rebuild({
      store: storeUpTo(store, position),
      keys,
      hubKeys,
      folder,
      name: 'anew.sqlite',
      ...(onProgress === undefined ? {} : { onProgress }),
    })
    const anew = openViews({ file, readOnly: true })
    try {
      const faulty = countFaults(anew)
      for (const event of readFaults(anew, faulty)) parts.onFaulty?.(event)
      return { position, faulty, ...(await compareViews({ live, anew }, parts)) }
    } finally {
      anew.close()
    }
  } finally {
    live.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
