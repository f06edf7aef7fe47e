import { whenFounded } from '@hub/event-store/founding.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { clockFrom } from '@hub/runtime/clock.ts'
import { registerClock } from '@hub/runtime/clock-route.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { startWhole } from '@hub/runtime/opened-parts.ts'
import { registerSchemas } from '@hub/runtime/schema-routes.ts'
import { readServiceKeys } from '@hub/runtime/service-keys.ts'
import type { ServiceDefinition } from '@hub/runtime/service-process.ts'
import type { Wanted } from '@hub/runtime/settings.ts'
import { admissionsOf } from './admissions.ts'
import { registerIdentity } from './identity/identity-route.ts'
import { countByGateway } from './reports/count-by-gateway.ts'
import { registerReports } from './reports/reports-route.ts'

const needed = ['EVENT_STORE_URL', 'SERVICE_KEYS_FILE', 'GATEWAY_URL'] as const
const other = ['HOST', 'PORT', 'LOG_LEVEL', 'SIMULATED_FROM'] as const
/** What the decisions read from the environment when they run alone. They are given no person's key. */
export const decisionsVariables = { needed, other } as const satisfies Wanted<
  (typeof needed)[number],
  (typeof other)[number]
>

/** The hub's decisions, and the catalogue of event types, as a process of its own; several may run. */
export const decisionsService: ServiceDefinition<(typeof needed)[number], (typeof other)[number]> = {
  name: 'decisions',
  says: 'takes the decisions that two person ids are one person, freezes reports, and serves the catalogue of event types.',
  settings: decisionsVariables,
  start: (settings) =>
    startWhole(async (opened) => {
      const clock = clockFrom(settings.SIMULATED_FROM)
      const store = opened.add(await openEventStore({ url: settings.EVENT_STORE_URL }), (it) => it.close())
      const keys = readServiceKeys(settings.SERVICE_KEYS_FILE, 'decisions')
      const logger = createLogger({ level: settings.LOG_LEVEL, name: 'decisions' })
      const expected = { fingerprint: keys.fingerprint, clockKind: clock.kind }
      await whenFounded(store, expected, (text) => logger.warn(text))
      const ready = async () => (await store.head()) !== ''
      const http = opened.add(await createHttpService({ name: 'decisions', logger, ready }), (it) => it.close())
      const hub = { store, append: store.append, now: clock.now, ...admissionsOf(keys) }
      registerIdentity(http, hub)
      registerReports(http, { ...hub, hubKeys: keys, countFigures: countByGateway(settings.GATEWAY_URL) })
      registerSchemas(http)
      registerClock(http, clock)
      return { url: await http.listen({ host: settings.HOST, port: settings.PORT }), stop: opened.close }
    }),
}
