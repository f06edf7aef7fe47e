import { join } from 'node:path'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { openViews } from '@hub/views/open-views.ts'
import { runChild } from './child.ts'
import { median, type Row } from './measure.ts'
import { inFolder } from './sample-load.ts'

const sizes = { small: 10_000, large: 100_000 }
const rounds = 3

type Told = { rows: number; bytes: number; ms: number }

/** Views with so many events, each with columns as long as real ones. */
const fillViews = (file: string, rows: number) => {
  const views = openViews({ file })
  views.database.exec('PRAGMA synchronous = OFF')
  const insert = views.statement(
    `INSERT INTO facts (ordinal, event_id, type, name, department, stream, revision, position, person, region, time, known_time, known_from, source, id, correlation, figures)
     VALUES (?1, ?2, 'finance.PaymentDisbursed.v2', 'PaymentDisbursed', 'finance', ?3, 0, ?4, ?5, '430302001', ?6, ?6, ?1, '/departments/finance/treasury', ?7, ?2, ?8)`,
  )
  views.transaction(() => {
    for (let n = 1; n <= rows; n++) {
      const id = n.toString(16).padStart(12, '0')
      const person = `1${n
        .toString(36)
        .replace(/[^a-z2-7]/g, 'a')
        .padStart(26, 'b')}`
      const time = new Date(Date.UTC(2023, 0, 1) + n * 900_000).toISOString()
      const figures = {
        region: '430302001',
        orderId: `PO-${id}`,
        amount: (n * 7919) % 1_000_000,
        paidOn: time.slice(0, 10),
        bankRef: `B${id}`,
      }
      const position = id.padStart(16, '0')
      insert.run(
        n,
        `0b9c1b8e-5a0f-4a53-9a5c-${id}`,
        `person-${person}`,
        position + position,
        person,
        time,
        `PD-${id}`,
        JSON.stringify(figures),
      )
    }
    const last = rows.toString(16).padStart(16, '0')
    views
      .statement('UPDATE checkpoint SET position = ?, ordinal = ?, known_time = ?')
      .run(last + last, rows, '2026-01-01T00:00:00.000Z')
  })
  views.close()
}

/** The most memory of a process that writes 100,000 rows as XLSX, against one that writes 10,000. */
export const xlsxRow: Row = {
  name: 'xlsx-memory',
  title: 'XLSX of 100,000 events, peak memory of its process; limit: of 10,000',
  reach: { most: 1.5 },
  unit: '× of 10,000 rows',
  measure: () =>
    inFolder(async (folder) => {
      const files = {
        viewsFile: join(folder, 'views.sqlite'),
        storeFile: join(folder, 'store.db'),
        keysFile: join(folder, 'keys.db'),
      }
      await openEmbeddedEventStore({ file: files.storeFile }).close()
      fillViews(files.viewsFile, sizes.large)
      const child = (rows: number) => runChild<Told>(new URL('./xlsx-child.ts', import.meta.url), { ...files, rows })
      const pairs: { small: number; large: number }[] = []
      let last: Told | undefined
      for (let round = 0; round < rounds; round++) {
        const small = await child(sizes.small)
        const large = await child(sizes.large)
        if (small.told.rows !== sizes.small || large.told.rows !== sizes.large) throw new Error('rows are missing')
        pairs.push({ small: small.peakMb, large: large.peakMb })
        last = large.told
      }
      return {
        value: median(pairs.map(({ small, large }) => large / small)),
        details: {
          'peak MB of 10,000': Math.round(median(pairs.map(({ small }) => small))),
          'peak MB of 100,000': Math.round(median(pairs.map(({ large }) => large))),
          'file MB': (last!.bytes / 1e6).toFixed(1),
          'rows/s': Math.round((sizes.large * 1000) / last!.ms),
        },
      }
    }),
}
