import type { Settings, VariableName } from '@hub/runtime/settings.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { topicOf } from '@hub/schemas/envelope.ts'
import type { Broker } from './broker.ts'
import type { KafkaNotice } from './kafka-broker.ts'
import { type KafkaConnection, kafkaConnection } from './kafka-connection.ts'

/** Where the broker is. Plain data, so that a thread can be given it. */
export type BrokerPlace =
  /** A SQLite file; the event store's, or one of its own. */
  | { file: string }
  /**
   * A Kafka; `clientId` names this process in its logs. `topics` are those that it uses: it may do no more than that.
   * After `sessionMs` without a sign of life the group takes a reader for dead.
   */
  | { kafka: KafkaConnection; clientId: string; topics: readonly string[]; sessionMs?: number }

/** Opens the broker of the departments' topics at its place, and loads that engine alone. @throws {BrokerUnavailable} */
export const openBroker = async (place: BrokerPlace, observe?: (notice: KafkaNotice) => void): Promise<Broker> => {
  if ('file' in place) {
    const { openEmbeddedBroker } = await import('./embedded-broker.ts')
    return openEmbeddedBroker(place)
  }
  const { openKafkaBroker } = await import('./kafka-broker.ts')
  return openKafkaBroker({
    connection: place.kafka,
    clientId: place.clientId,
    topics: place.topics,
    ...(place.sessionMs !== undefined && { sessionMs: place.sessionMs }),
    ...(observe && { observe }),
  })
}

/** What the environment says of Kafka besides its URL. */
export const kafkaVariables = [
  'BROKER_TLS',
  'BROKER_CA_FILE',
  'BROKER_CERT_FILE',
  'BROKER_KEY_FILE',
  'BROKER_SASL',
  'BROKER_USERNAME',
  'BROKER_PASSWORD',
] as const satisfies readonly VariableName[]

/** The Kafka that the environment speaks of. @throws an `Error` that says what is wrong, without the password */
export const kafkaPlace = (
  settings: Settings<'BROKER_URL', (typeof kafkaVariables)[number]>,
  clientId: string,
  topics: readonly string[] = submittingDepartments.map(topicOf),
): Extract<BrokerPlace, { kafka: unknown }> => ({
  kafka: kafkaConnection(settings.BROKER_URL, settings as NodeJS.ProcessEnv),
  clientId,
  topics,
})
