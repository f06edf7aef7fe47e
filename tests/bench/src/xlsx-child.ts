import { randomBytes } from 'node:crypto'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { anybody } from '@hub/reading/caller.ts'
import { openDoor } from '@hub/reading/door.ts'
import { readExport } from '@hub/reading/tables/export-request.ts'
import { xlsxOf } from '@hub/reading/tables/xlsx.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { openViews } from '@hub/views/open-views.ts'
import { childInput, tell } from './child.ts'

/** Writes so many rows of events as XLSX, as the hub sends them, and throws the bytes away. */
const { viewsFile, storeFile, keysFile, rows } = childInput<{
  viewsFile: string
  storeFile: string
  keysFile: string
  rows: number
}>()
const store = openEmbeddedEventStore({ file: storeFile })
const keys = openEmbeddedPersonKeys({ file: keysFile, masterKey: new Uint8Array(32).fill(7) })
const hubKeys = deriveHubKeys(randomBytes(32))
const views = openViews({ file: viewsFile, readOnly: true })
const reader = openDoor({ views, store, keys, hubKeys, storeId: '' }).readerFor(anybody('bench'))
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
