import { receiptState } from '@hub/event-store/receipt-state.ts'
import type { Door } from '@hub/reading/door.ts'
import type { Reader } from '@hub/reading/reader.ts'
import { openSampleReading, sampleStoreId } from '@hub/reading/sample-reading.fixture.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { createGateway, type GatewayOptions, type GatewaySettings } from '../server.ts'

/** Options of a gateway without views: whatever is asked of it is refused, or needs none. */
export const refusingGatewayOptions: GatewayOptions = {
  door: {
    readerFor: (caller) => ({ caller }) as Reader,
    checkpoint: () => ({ position: startPosition, ordinal: 0, knownTime: '' }),
  },
  receiptState: async () => ({ state: 'PENDING' }),
  hubKeys: deriveHubKeys(new Uint8Array(32).fill(7)),
  storeId: sampleStoreId,
  logger: createLogger({ level: 'silent' }),
}

/** An answer has the shape that its query asks for; tests compare it, and look into it by `in`. */
export type Answer = Record<string, never> | null | undefined

/** A gateway over a real embedded store, keys and views in a folder of its own; `close` takes the folder away. */
export const openSampleGateway = (settings: GatewaySettings = {}) => {
  let reads = 0
  const counting = <Asked extends unknown[], Answer>(read: (...asked: Asked) => Answer) => {
    return (...asked: Asked) => {
      reads++
      return read(...asked)
    }
  }
  const reading = openSampleReading((store) => ({
    ...store,
    readStream: counting(store.readStream),
    readSpans: counting(store.readSpans),
    readAll: counting(store.readAll),
  }))
  const { door, hubKeys, views } = reading
  let scans = 0
  const scanned: Door = {
    ...door,
    readerFor: (caller) => {
      const reader = door.readerFor(caller)
      return {
        ...reader,
        scan: (filter, page) => {
          scans++
          return reader.scan(filter, page)
        },
      }
    },
  }
  const options: GatewayOptions = {
    door: scanned,
    receiptState: (receipt) => receiptState(reading.store, receipt),
    hubKeys,
    storeId: sampleStoreId,
    logger: createLogger({ level: 'silent' }),
    heartbeatMs: 300,
    ...settings,
  }
  const gateway = createGateway(options)
  return {
    gateway,
    ...reading,
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
  }
}
