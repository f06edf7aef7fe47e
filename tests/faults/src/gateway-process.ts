/**
 * A gateway alone in a process: views, their threads and GraphQL over the store and keys of a folder that its parent
 * writes to. Started with its settings as JSON, and the port; the parent kills it.
 */
import { join } from 'node:path'
import { registerGateway } from '@hub/graphql/server.ts'
import { serveViews } from '@hub/reading/served-views.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { openViewsEngines, type ViewsSettings } from '@hub/views/engines.ts'
import { sampleHubKeys } from '@hub/views/sample-hub.fixture.ts'

const [folder, given, port] = process.argv.slice(2)
if (folder === undefined || given === undefined || process.send === undefined)
  throw new Error('started by a test, with its settings')
const settings: ViewsSettings = { ...JSON.parse(given), hubKeys: sampleHubKeys }

const { store, keys, hubKeys } = await openViewsEngines(settings)
const views = serveViews({
  settings,
  folder: join(folder, 'served-views'),
  store,
  keys,
  storeId: '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11',
  onCrash: () => process.exit(1),
})
await views.ready
const logger = createLogger({ level: 'silent' })
const http = await createHttpService({ name: 'gateway', logger, ready: async () => true })
registerGateway(http, {
  door: views,
  receiptState: async () => ({ state: 'PENDING' }),
  hubKeys,
  storeId: '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11',
  logger,
})
const url = await http.listen({ host: '127.0.0.1', port: Number(port) })
// Without its parent nobody would end it.
process.on('disconnect', () => process.exit())
process.send({ url })
