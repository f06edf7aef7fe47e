import { getContainerRuntimeClient } from 'testcontainers'
import { type EngineName, engineUp } from './engines.ts'
import { missingKafka } from './kafka-jars.ts'
import { missingPostgres } from './postgres-binaries.ts'

/** A real server for tests: where it is, or in one line why there is none. */
export type RealEngine = { url: string; missing: undefined } | { url: undefined; missing: string }

/** Where a run of the tests keeps the servers that it starts, and the process whose end ends them; see `test-run.ts`. */
export const runVariables = { folder: 'TEST_ENGINES_FOLDER', owner: 'TEST_ENGINES_OWNER' }

const variables: Record<EngineName, string> = { kafka: 'BROKER_URL', postgres: 'KEYS_URL' }
const missing: Record<EngineName, () => string | undefined> = { kafka: missingKafka, postgres: missingPostgres }

const startContainer: Record<EngineName, () => Promise<string>> = {
  kafka: async () => {
    const { KafkaContainer } = await import('@testcontainers/kafka')
    const container = await new KafkaContainer('confluentinc/cp-kafka:8.1.0').withKraft().start()
    return `kafka://${container.getHost()}:${container.getMappedPort(9093)}`
  },
  postgres: async () => {
    const { PostgreSqlContainer } = await import('@testcontainers/postgresql')
    return (await new PostgreSqlContainer('postgres:18').start()).getConnectionUri()
  },
}

const hasContainers = () =>
  getContainerRuntimeClient().then(
    () => true,
    () => false,
  )

/** Why an engine is missing, for the title of what is skipped. @throws with `REQUIRE_REAL=1`, where one is missing */
export const mayBeMissing = (reason: string | undefined): string | undefined => {
  if (reason !== undefined && process.env.REQUIRE_REAL === '1') throw new Error(reason)
  return reason
}

const find = async (name: EngineName): Promise<RealEngine> => {
  const given = process.env[variables[name]]
  if (given) return { url: given, missing: undefined }
  if (await hasContainers()) return { url: await startContainer[name](), missing: undefined }
  const reason = missing[name]()
  const folder = process.env[runVariables.folder]
  if (reason !== undefined || folder === undefined)
    return { url: undefined, missing: reason ?? `${name}: this run has no folder to start servers in` }
  return { url: await engineUp(name, { folder, until: Number(process.env[runVariables.owner]) }), missing: undefined }
}

const found = new Map<EngineName, Promise<RealEngine>>()

/**
 * The real server that tests run against: the URL in the environment, else a container, else one started on this
 * machine (once a run, shared by all its tests), else none. With `REQUIRE_REAL=1` none is an error.
 */
export const realEngine = async (name: EngineName): Promise<RealEngine> => {
  const engine = await (found.get(name) ?? found.set(name, find(name)).get(name)!)
  mayBeMissing(engine.missing)
  return engine
}
