import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { anybody } from '@hub/reading/caller.ts'
import { openDoor } from '@hub/reading/door.ts'
import { readExport } from '@hub/reading/tables/export-request.ts'
import { xlsxOf } from '@hub/reading/tables/xlsx.ts'
import { openViews } from '@hub/views/open-views.ts'
import { verifiedStore } from '@hub/views/verified-store.ts'
import { childInput, tell } from './child.ts'
import { benchHubKeys } from './plain-store.ts'

/** Writes so many rows of events as XLSX, as the hub sends them, and throws the bytes away. */
const { viewsFile, storeFile, keysFile, rows } = childInput<{
  viewsFile: string
  storeFile: string
  keysFile: string
  rows: number
}>()
const store = openEmbeddedEventStore({ file: storeFile })
const keys = openEmbeddedPersonKeys({ file: keysFile, masterKey: new Uint8Array(32).fill(7) })
const views = openViews({ file: viewsFile, readOnly: true })
const reader = openDoor({
  views,
  store: verifiedStore(store, benchHubKeys.admission),
  keys,
  hubKeys: benchHubKeys,
  storeId: '',
}).readerFor(anybody('bench'))
const read = readExport('events', { limit: rows })
if ('faults' in read) throw new Error('the export of the bench is not understood')
const { table, close } = await reader.exportTable(read.request, Date.now())
let bytes = 0
const sink = new Writable({
  write: (piece: Uint8Array, _encoding, done) => {
    bytes += piece.length
    done()
  },
})
let written = 0
const started = performance.now()
await pipeline(
  Readable.from(
    xlsxOf(table, (tally) => {
      written = tally.rows
    }),
    { objectMode: false },
  ),
  sink,
)
tell({ rows: written, bytes, ms: performance.now() - started })
close()
views.close()
await keys.close()
await store.close()
