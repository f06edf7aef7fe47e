import type { EventStore } from '@hub/event-store/event-store.ts'
import { whenFounded } from '@hub/event-store/founding.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { receiptState } from '@hub/event-store/receipt-state.ts'
import { masterKeysFrom, openPersonKeys } from '@hub/keys/open-person-keys.ts'
import { type ServedViews, serveViews } from '@hub/reading/served-views.ts'
import { clockFrom } from '@hub/runtime/clock.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { type OpenedParts, startWhole } from '@hub/runtime/opened-parts.ts'
import { readServiceKeys } from '@hub/runtime/service-keys.ts'
import type { RunningService, ServiceDefinition } from '@hub/runtime/service-process.ts'
import type { Settings, Wanted } from '@hub/runtime/settings.ts'
import { admissionVerifier } from '@hub/schemas/format/admission.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { lockDataFolder } from '@hub/sqlite/data-folder-lock.ts'
import { registerExports } from './exports/export-routes.ts'
import { gatewaySettings, graphqlVariables } from './gateway-settings.ts'
import { registerGateway } from './server.ts'
import { viewsMetrics } from './views-metrics.ts'

const needed = ['EVENT_STORE_URL', 'KEYS_URL', 'SERVICE_KEYS_FILE'] as const
const other = [
  'MASTER_KEYS',
  'MASTER_KEYS_FILE',
  'VIEWS_FOLDER',
  'HOST',
  'PORT',
  'LOG_LEVEL',
  'SIMULATED_FROM',
  ...graphqlVariables,
] as const
/** What a gateway reads from the environment when it runs alone. */
export const gatewayVariables = { needed, other } as const satisfies Wanted<
  (typeof needed)[number],
  (typeof other)[number]
>
type GatewayProcessSettings = Settings<(typeof needed)[number], (typeof other)[number]>

const hourMs = 3_600_000

/**
 * Whether the views keep up: they reach what was the end of the store, then what is its end by that time, and so on,
 * each within an hour.
 */
export const followsWithinAnHour = (store: Pick<EventStore, 'head'>, views: Pick<ServedViews, 'checkpoint'>) => {
  let goal = { position: startPosition, since: Date.now() }
  return async () => {
    const { position } = views.checkpoint()
    if (position >= goal.position) goal = { position: await store.head(), since: Date.now() }
    return position >= goal.position || Date.now() - goal.since < hourMs
  }
}

const start = async (
  settings: GatewayProcessSettings,
  onCrash: (reason: string) => void,
  opened: OpenedParts,
): Promise<RunningService> => {
  const logger = createLogger({ level: settings.LOG_LEVEL, name: 'gateway' })
  const graphql = gatewaySettings(settings)
  opened.add(lockDataFolder(settings.VIEWS_FOLDER), (it) => it.release())
  const hubKeys = readServiceKeys(settings.SERVICE_KEYS_FILE, 'gateway')
  const clock = clockFrom(settings.SIMULATED_FROM)
  const places = {
    store: { url: settings.EVENT_STORE_URL },
    keys: { url: settings.KEYS_URL, masterKeys: masterKeysFrom(settings) },
  }
  const store = opened.add(await openEventStore(places.store), (it) => it.close())
  const verifier = admissionVerifier(hubKeys.admission)
  const expected = { fingerprint: hubKeys.fingerprint, clockKind: clock.kind, verifier }
  const founding = await whenFounded(store, expected, (text) => logger.warn(text))
  const keys = opened.add(await openPersonKeys(places.keys), (it) => it.close())
  const views = opened.add(
    serveViews({
      settings: { ...places, hubKeys },
      folder: settings.VIEWS_FOLDER,
      store,
      keys,
      storeId: founding.store,
      onRebuild: (progress) => logger.info(progress, 'the views are being built'),
      onFault: (news) => logger.warn(news, 'the views wait for an engine'),
      onCrash,
    }),
    (it) => it.close(),
  )
  // The gateway does not wait for its views: until they are built it answers that they are being built, and it ends
  // where they can't be.
  views.ready.catch((error: Error) => onCrash(`the views can't be built: ${error.name}: ${error.message}`))
  const http = opened.add(
    await createHttpService({ name: 'gateway', logger, ready: followsWithinAnHour(store, views) }),
    (it) => it.close(),
  )
  viewsMetrics(http.metrics, views)
  registerExports(http, { door: views, logger })
  registerGateway(http, {
    door: views,
    receiptState: (receipt) => receiptState(store, receipt, verifier),
    hubKeys,
    storeId: founding.store,
    logger,
    ...graphql,
  })
  return {
    url: await http.listen({ host: settings.HOST, port: settings.PORT }),
    rebuildViews: views.rebuild,
    stop: opened.close,
  }
}

/** A gateway as a process of its own, with views of its own. */
export const gatewayService: ServiceDefinition<(typeof needed)[number], (typeof other)[number]> = {
  name: 'gateway',
  says: 'folds the event store into views of its own, and answers GraphQL from them.',
  settings: gatewayVariables,
  start: (settings, onCrash) => startWhole((opened) => start(settings, onCrash, opened)),
}
