import { readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { getContainerRuntimeClient } from 'testcontainers'
import { expect } from 'vitest'
import { EngineFailed } from './engine-process.ts'
import { type EngineName, engineUp } from './engines.ts'
import { missingKafka } from './kafka-jars.ts'
import { missingPostgres } from './postgres-binaries.ts'

/** A real server for tests: where it is, or in one line why there is none. */
export type RealEngine = { url: string; missing: undefined } | { url: undefined; missing: string }

/** Where a run of the tests keeps the servers that it starts, and the process whose end ends them; see `test-run.fixture.ts`. */
export const runVariables = { folder: 'TEST_ENGINES_FOLDER', owner: 'TEST_ENGINES_OWNER' }

const variables: Record<EngineName, string> = { kafka: 'BROKER_URL', postgres: 'KEYS_URL' }
const titles: Record<EngineName, string> = { kafka: 'Kafka', postgres: 'PostgreSQL' }
const runFolder = () => process.env[runVariables.folder]
const whyMissing: Record<EngineName, () => Promise<string | undefined>> = {
  kafka: () => missingKafka(runFolder()),
  postgres: missingPostgres,
}

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

const said = new Set<string>()

/**
 * Why tests are skipped, where something is missing: one line of each test file says so.
 * @throws with `REQUIRE_REAL=1`, where something is missing
 */
export const mayBeMissing = (reason: string | undefined): string | undefined => {
  if (reason === undefined) return undefined
  if (process.env.REQUIRE_REAL === '1') throw new Error(reason)
  const { testPath } = expect.getState()
  if (!said.has(reason)) process.stderr.write(`skipped in ${relative(process.cwd(), testPath ?? '')}: ${reason}\n`)
  said.add(reason)
  return reason
}

/** Why a server can't be started on this machine, said as `mayBeMissing` says it; undefined when it can. */
export const missingEngine = async (name: EngineName): Promise<string | undefined> =>
  mayBeMissing(await whyMissing[name]())

const written = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Starts a server for the whole run; where it does not start, the other test files do not try again. */
const startForRun = async (name: EngineName, folder: string): Promise<RealEngine> => {
  const notStarted = join(folder, `${name}-not-started`)
  const before = written(notStarted)
  if (before !== undefined) return { url: undefined, missing: before }
  try {
    return { url: await engineUp(name, { folder, until: Number(process.env[runVariables.owner]) }), missing: undefined }
  } catch (error) {
    if (!(error instanceof EngineFailed)) throw error
    const missing = `${titles[name]}: it does not start here; ${error.message.replaceAll(/\s+/g, ' ').slice(0, 600)}`
    writeFileSync(notStarted, missing)
    return { url: undefined, missing }
  }
}

const find = async (name: EngineName): Promise<RealEngine> => {
  const given = process.env[variables[name]]
  if (given) return { url: given, missing: undefined }
  if (await hasContainers()) {
    // A runtime may be there and its images out of reach.
    const url = await startContainer[name]().catch(() => undefined)
    if (url !== undefined) return { url, missing: undefined }
  }
  const missing = await whyMissing[name]()
  const folder = runFolder()
  if (missing !== undefined) return { url: undefined, missing }
  if (folder === undefined)
    return { url: undefined, missing: `${titles[name]}: this run has no folder to start servers in` }
  return startForRun(name, folder)
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
