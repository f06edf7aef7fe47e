import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Broker } from '@hub/broker/broker.ts'
import { openKafkaBroker } from '@hub/broker/kafka-broker.ts'
import { kafkaConnection } from '@hub/broker/kafka-connection.ts'
import { issueServiceKeys } from '@hub/city/service-key-files.ts'
import { startFace } from '@hub/contracts/grpc-face/running-face.ts'
import type { EventStore } from '@hub/event-store/event-store.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { openPersonKeys } from '@hub/keys/open-person-keys.ts'
import { startKafka } from '@hub/local/kafka.ts'
import { startPostgres } from '@hub/local/postgres.ts'
import { startWhole } from '@hub/runtime/opened-parts.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { topicOf } from '@hub/schemas/envelope.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import type { KeyedService } from '@hub/schemas/format/service-keys.ts'
import { openService } from './service.ts'
import { mountSmallDisk } from './small-disk.ts'

/** After this long without a sign of life a recorder loses its partitions, ms. */
export const sessionMs = 2_000
const brokerDiskMegabytes = 400

/** A broker that was killed is let in again when its session is over, by default after nine seconds. */
const brokerSettings = {
  'group.min.session.timeout.ms': '1000',
  'broker.session.timeout.ms': '2000',
  'broker.heartbeat.interval.ms': '300',
}

export type HubOnServers = Awaited<ReturnType<typeof startHubOnServers>>

/**
 * A hub whose engines and services are all processes of their own: a real Kafka and a real PostgreSQL, the stand-in for
 * EventStoreDB, four intakes, a recorder, a gateway.
 */
export const startHubOnServers = () =>
  startWhole(async (opened) => {
    const folder = opened.add(mkdtempSync(join(tmpdir(), 'hub-faults-')), (it) =>
      rmSync(it, { recursive: true, force: true }),
    )
    // PostgreSQL may run as another user, who has to pass through.
    chmodSync(folder, 0o711)
    const brokerFolder = join(folder, 'broker')
    const brokerDisk = mountSmallDisk(brokerFolder, brokerDiskMegabytes)
    opened.add(brokerDisk, (it) => it?.remove())
    const databaseFolder = join(folder, 'database')
    const [kafka, postgres, face] = await Promise.all([
      startKafka({ folder: brokerFolder, settings: brokerSettings }).then((it) => opened.add(it, (one) => one.kill())),
      startPostgres({ folder: databaseFolder }),
      startFace({ alone: true }).then((it) => opened.add(it, (one) => one.end())),
    ])
    let database = postgres
    opened.add(undefined, () => database.stop())

    const [hubKey, masterKeys] = [randomBytes(32), randomBytes(32).toString('hex')]
    const viewsFolder = join(folder, 'views')
    mkdirSync(viewsFolder)
    const environment = {
      BROKER_URL: kafka.url,
      EVENT_STORE_URL: face.url,
      KEYS_URL: postgres.url,
      MASTER_KEYS: masterKeys,
      VIEWS_FOLDER: viewsFolder,
      BROKER_SESSION_MS: String(sessionMs),
    }
    const keysOf = issueServiceKeys(join(folder, 'keys'), hubKey)
    const open = async (name: KeyedService, module = `${name}/main.ts`) =>
      opened.add(await openService(name, module, { ...environment, SERVICE_KEYS_FILE: keysOf(name) }), (it) =>
        it.kill(),
      )
    const intakes = Object.fromEntries(
      await Promise.all(submittingDepartments.map(async (department) => [department, await open(department)] as const)),
    )
    const [recorder, gateway] = [await open('recorder'), await open('gateway', 'graphql/main.ts')]
    const services = [...Object.values(intakes), recorder, gateway]
    await Promise.all(services.map((service) => service.start()))

    const connection = kafkaConnection(kafka.url)
    const broker: Broker = opened.add(
      await openKafkaBroker({ connection, topics: submittingDepartments.map(topicOf), clientId: 'test' }),
      (it) => it.close(),
    )
    const store: EventStore = opened.add(await openEventStore({ url: face.url }), (it) => it.close())
    const keys = opened.add(await openPersonKeys({ url: postgres.url, masterKeys: { text: masterKeys } }), (it) =>
      it.close(),
    )
    return {
      kafka,
      brokerDisk,
      face,
      broker,
      store,
      keys,
      hubKeys: deriveHubKeys(hubKey),
      intakes,
      recorder,
      gateway,
      services,
      viewsFolder,
      /** Another recorder; it does not run yet. */
      openRecorder: () => open('recorder'),
      /** Ends the keys' database by a signal of PostgreSQL's and starts it again at the same address. */
      restartDatabase: async (signal: 'SIGINT' | 'SIGQUIT') => {
        if (signal === 'SIGQUIT') process.kill(database.pid, signal)
        await database.stop()
        database = await startPostgres({ folder: databaseFolder, port: Number(new URL(postgres.url).port) })
      },
      close: opened.close,
    }
  })
