import { join } from 'node:path'
import type { EventStore } from '@hub/event-store/event-store.ts'
import { receiptState } from '@hub/event-store/receipt-state.ts'
import { createReader } from '@hub/reading/reader.ts'
import type { Reader } from '@hub/reading/reader-types.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { openViews } from '@hub/views/open-views.ts'
import { createProjector } from '@hub/views/project.ts'
import { openSampleHub, type Said } from '@hub/views/sample-hub.fixture.ts'
import { createGateway, type GatewayOptions, type GatewaySettings } from '../server.ts'

/** UUID of the store in tests. */
export const sampleStoreId = '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11'

/** Options of a gateway without views: whatever is asked of it is refused, or needs none. */
export const refusingGatewayOptions: GatewayOptions = {
  currentReader: () => ({}) as Reader,
  receiptState: async () => ({ state: 'PENDING' }),
  hubKeys: deriveHubKeys(new Uint8Array(32).fill(7)),
  storeId: sampleStoreId,
  logger: createLogger({ level: 'silent' }),
}

/** An answer has the shape that its query asks for; tests compare it, and look into it by `in`. */
export type Answer = Record<string, never> | null | undefined

/** A gateway over a real embedded store, keys and views in a folder of its own; `close` takes the folder away. */
export const openSampleGateway = (settings: GatewaySettings = {}) => {
  const hub = openSampleHub()
  let reads = 0
  const counting = <Asked extends unknown[], Answer>(read: (...asked: Asked) => Answer) => {
    return (...asked: Asked) => {
      reads++
      return read(...asked)
    }
  }
  const { store } = hub
  const counted: EventStore = {
    ...store,
    readStream: counting(store.readStream),
    readSpans: counting(store.readSpans),
    readAll: counting(store.readAll),
  }
  const views = openViews({ file: join(hub.folder, 'views.sqlite') })
  const projector = createProjector({ ...hub, views })
  const reader = createReader({ ...hub, store: counted, views })
  let scans = 0
  const scanned: Reader = {
    ...reader,
    scan: (filter, page) => {
      scans++
      return reader.scan(filter, page)
    },
  }
  const options: GatewayOptions = {
    currentReader: () => scanned,
    receiptState: (receipt) => receiptState(hub.store, receipt),
    hubKeys: hub.hubKeys,
    storeId: sampleStoreId,
    logger: createLogger({ level: 'silent' }),
    heartbeatMs: 300,
    ...settings,
  }
  const gateway = createGateway(options)
  return {
    gateway,
    ...hub,
    views,
    reader,
    /** For a gateway on a port of its own. */
    options,
    /** Counts the statements that the views are asked, and the reads of the store, until `stop`. */
    countStatements: () => {
      const { statement, arrays } = views
      let statements = 0
      const readBefore = reads
      views.statement = (sql) => {
        statements++
        return statement(sql)
      }
      views.arrays = (sql) => {
        statements++
        return arrays(sql)
      }
      const stop = () => {
        views.statement = statement
        views.arrays = arrays
      }
      return { statements: () => statements, storeReads: () => reads - readBefore, stop }
    },
    /** How many pages of the log have been read. */
    scans: () => scans,
    /** Records what is said, and brings the views up to it. */
    say: async (said: readonly Said[]) => {
      for (const one of said) await hub.record(one)
      await projector.catchUp()
    },
    /** Asks as a client does, over HTTP but without a port. */
    ask: async <Data = Answer>(query: string, variables: Record<string, unknown> = {}) => {
      const response = await gateway.fetch('http://hub/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query, variables }),
      })
      return (await response.json()) as {
        data: Data
        errors?: { message: string; extensions: { code: string } }[]
        extensions?: Record<string, unknown>
      }
    },
    close: async () => {
      views.close()
      await hub.close()
    },
  }
}
