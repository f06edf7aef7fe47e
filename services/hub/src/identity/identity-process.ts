import { foundOrCheck } from '@hub/event-store/founding.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { clockFrom } from '@hub/runtime/clock.ts'
import { registerClock } from '@hub/runtime/clock-route.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { startWhole } from '@hub/runtime/opened-parts.ts'
import type { ServiceDefinition } from '@hub/runtime/service-process.ts'
import type { Wanted } from '@hub/runtime/settings.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { registerSchemas } from '../schema-routes.ts'
import { registerIdentity } from './identity-route.ts'
import { createIdentityService } from './identity-service.ts'

const needed = ['EVENT_STORE_URL', 'HUB_KEY'] as const
const other = ['HOST', 'PORT', 'LOG_LEVEL', 'SIMULATED_FROM'] as const
/** What the identity decisions read from the environment when they run alone. */
export const identityVariables = { needed, other } as const satisfies Wanted<
  (typeof needed)[number],
  (typeof other)[number]
>

/** The decisions that two person ids are one person, and the catalogue of event types, as a process of its own. */
export const identityProcess: ServiceDefinition<(typeof needed)[number], (typeof other)[number]> = {
  name: 'identity',
  says: 'takes the decisions that two person ids are one person, and serves the catalogue of event types.',
  settings: identityVariables,
  start: (settings) =>
    startWhole(async (opened) => {
      const clock = clockFrom(settings.SIMULATED_FROM)
      const store = opened.add(await openEventStore({ url: settings.EVENT_STORE_URL }), (it) => it.close())
      const hubKeys = deriveHubKeys(settings.HUB_KEY)
      await foundOrCheck(store, { hubKeys, clockKind: clock.kind, now: clock.now })
      const logger = createLogger({ level: settings.LOG_LEVEL, name: 'identity' })
      const ready = async () => (await store.head()) !== ''
      const http = opened.add(await createHttpService({ name: 'identity', logger, ready }), (it) => it.close())
      registerIdentity(http, createIdentityService({ store, append: store.append, now: clock.now }))
      registerSchemas(http)
      registerClock(http, clock)
      return { url: await http.listen({ host: settings.HOST, port: settings.PORT }), stop: opened.close }
    }),
}
