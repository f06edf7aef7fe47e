import { randomBytes } from 'node:crypto'
import { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { policyOf } from '@hub/reading/policy.ts'
import { readExport } from '@hub/reading/tables/export-request.ts'
import { prepareExport } from '@hub/reading/tables/prepare-export.ts'
import { openSnapshot } from '@hub/reading/tables/snapshot.ts'
import { xlsxOf } from '@hub/reading/tables/xlsx.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
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
const snapshot = openSnapshot(viewsFile, { store, keys, hubKeys })
const read = readExport('events', { limit: rows })
if ('faults' in read) throw new Error('the export of the bench is not understood')
const table = await prepareExport(
  { ...snapshot, hubKeys, storeId: '', policy: policyOf(new Request('http://hub')), now: Date.now() },
  read.request,
)
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
snapshot.close()
await keys.close()
await store.close()
