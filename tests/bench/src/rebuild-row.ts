import { join } from 'node:path'
import type { Metadata } from '@hub/schemas/envelope.ts'
import { openOwnBox } from '@hub/sealing/sealing.ts'
import { openViews } from '@hub/views/open-views.ts'
import { type ParsedEvent, parseEvent } from '@hub/views/read-fact.ts'
import { rebuild } from '@hub/views/rebuild.ts'
import { paired, type Row, timed } from './measure.ts'
import { recordCity } from './recorded-city.ts'
import { bareDatabase, inFolder } from './sample-load.ts'

const [count, page] = [20_000, 1_000]

type City = Awaited<ReturnType<typeof recordCity>>
type Value = string | number | null
type Table = { name: string; sql: string; columns: string[]; rows: Value[][] }

/** What stands in a view file: its tables with their rows, and its indexes. */
const contentOf = (file: string): { tables: Table[]; indexes: string[] } => {
  const views = openViews({ file })
  const made = views.database
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all() as { type: string; name: string; sql: string }[]
  const tables = made
    .filter(({ type }) => type === 'table')
    .map(({ name, sql }) => {
      const rows = views.database.prepare(`SELECT * FROM ${name}`).all() as Record<string, Value>[]
      return { name, sql, columns: Object.keys(rows[0] ?? {}), rows: rows.map((row) => Object.values(row)) }
    })
  views.close()
  return { tables, indexes: made.filter(({ type }) => type === 'index').map(({ sql }) => sql) }
}

/** Reads the store page by page, parses each event, inserts the same rows, makes the same indexes, and nothing else. */
const buildBare = (storeFile: string, { tables, indexes }: ReturnType<typeof contentOf>) =>
  inFolder(async (folder) => {
    const store = bareDatabase(storeFile)
    const views = bareDatabase(join(folder, 'bare.sqlite'))
    views.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF')
    const read = store.prepare('SELECT * FROM events WHERE sequence > ? ORDER BY sequence LIMIT ?')
    const took = await timed(() => {
      for (let after = 0; ; ) {
        const events = read.all(after, page) as { sequence: number; data: string; metadata: string }[]
        for (const { data, metadata } of events) {
          JSON.parse(data)
          JSON.parse(metadata)
        }
        if (events.length === 0) break
        after = events.at(-1)!.sequence
      }
      for (const { name, sql, columns, rows } of tables) {
        views.exec(sql)
        if (rows.length === 0) continue
        const insert = views.prepare(`INSERT INTO ${name} (${columns}) VALUES (${columns.map(() => '?')})`)
        for (let from = 0; from < rows.length; from += page) {
          views.exec('BEGIN IMMEDIATE')
          for (const row of rows.slice(from, from + page)) insert.run(...row)
          views.exec('COMMIT')
        }
      }
      for (const sql of indexes) views.exec(sql)
    })
    views.close()
    store.close()
    return took
  })

/** Opening the own box of every event of the store once, and nothing else. */
const openBoxes = async ({ store, keys }: City) => {
  const events: ParsedEvent[] = []
  for (let after: string | undefined; ; ) {
    const own = await store.readAll({ ...(after === undefined ? {} : { after }), limit: page })
    if (own.length === 0) break
    events.push(
      ...own.map((stored) =>
        parseEvent(stored, JSON.parse(stored.metadata) as Metadata, { ordinal: 0, knownTime: '' }),
      ),
    )
    after = own.at(-1)!.position
  }
  const sealed = events.filter(({ data }) => data.sealed)
  const found = await keys.find([...new Set(sealed.map(({ data }) => data.sealed!.of))])
  const took = await timed(() => {
    for (const { stored, data } of sealed) openOwnBox(stored.id, data, found)
  })
  return { took, boxes: sealed.length }
}

/** The views built anew: against reading, parsing and inserting alone. */
export const rebuildRow: Row = {
  name: 'rebuild',
  title:
    'views built anew from the store; limit: a bare paged read, JSON.parse and insert of the same rows, indexes last',
  reach: { least: 0.4 },
  unit: '× the limit',
  measure: () =>
    inFolder(async (folder) => {
      const city = await recordCity(folder, { persons: 6_000, count })
      const build = () => rebuild({ ...city, folder, name: 'views.sqlite' })
      const content = contentOf(await build())
      const { ours, limit, ratio } = await paired(
        3,
        () => timed(async () => void (await build())),
        () => buildBare(city.storeFile, content),
      )
      const { took, boxes } = await openBoxes(city)
      await city.close()
      const rate = (ms: number) => Math.round((city.events * 1000) / ms)
      return {
        value: ratio,
        details: {
          events: city.events,
          'hub events/s': rate(ours),
          'limit events/s': rate(limit),
          boxes,
          'share of opening boxes': (took / ours).toFixed(2),
        },
      }
    }),
}
