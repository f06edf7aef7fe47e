import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DataFolderLocked, lockDataFolder } from '@hub/sqlite/data-folder-lock.ts'
import { EngineFailed } from './engine-process.ts'
import { missingJava } from './java.ts'
import { fetchByMaven } from './maven.ts'

/** The Apache Kafka that is fetched from Maven Central. */
export const kafkaVersion = '4.3.1'

const homeCache = (): string[] => {
  try {
    return [process.env.XDG_CACHE_HOME ?? '', join(homedir(), '.cache')].filter(isAbsolute)
  } catch {
    // The operating system knows no home of this user.
    return []
  }
}

/** Where the jars may lie: with the user's other caches, or where there is no home to write to, in the checkout. */
const places = () =>
  [...homeCache(), join(import.meta.dirname, '../../../node_modules/.cache')].map((cache) =>
    join(cache, 'veterans-hub', `kafka-${kafkaVersion}`),
  )

const isFetched = (folder: string) => existsSync(join(folder, 'complete'))

const canBeWritten = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The folder of the jars, or the one to fetch them into; undefined where none can be written to. */
const jarsFolder = (): string | undefined => places().find(isFetched) ?? places().find(canBeWritten)

const dependency = (artifact: string) =>
  `<dependency><groupId>org.apache.kafka</groupId><artifactId>${artifact}</artifactId><version>${kafkaVersion}</version></dependency>`

/** The broker, and Kafka's own command-line tools. */
const project = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>${dependency('kafka_2.13')}${dependency('kafka-tools')}</dependencies>
</project>
`

const fetchInto = async (folder: string): Promise<string | undefined> => {
  process.stderr.write(`fetching Apache Kafka ${kafkaVersion} from Maven Central, once, into ${folder}\n`)
  writeFileSync(join(folder, 'pom.xml'), project)
  const isHome = homeCache().some((cache) => folder.startsWith(cache))
  const repository = isHome ? undefined : join(folder, 'repository')
  const fault = await fetchByMaven({ pom: join(folder, 'pom.xml'), folder: join(folder, 'jars'), repository })
  if (fault === undefined) writeFileSync(join(folder, 'complete'), kafkaVersion)
  return fault
}

/** Waits while another process fetches. */
const locked = async (folder: string) => {
  for (;;)
    try {
      return lockDataFolder(folder)
    } catch (error) {
      if (!(error instanceof DataFolderLocked)) throw error
      await pause(500)
    }
}

const fetchOnce = async (folder: string, run: string | undefined): Promise<string | undefined> => {
  const failed = run === undefined ? undefined : join(run, 'kafka-not-fetched')
  const lock = await locked(folder)
  try {
    if (isFetched(folder)) return undefined
    if (failed !== undefined && existsSync(failed)) return readFileSync(failed, 'utf8')
    const fault = await fetchInto(folder)
    if (fault !== undefined && failed !== undefined) writeFileSync(failed, fault)
    return fault
  } finally {
    lock.release()
  }
}

/**
 * Why Kafka can't run on this machine, in one line; undefined when it can. Its jars are fetched by Maven the first
 * time; a fetch that was broken off is taken up again. `run` is a folder of many processes that ask one after another:
 * where one of them could not fetch, the others do not try again.
 */
export const missingKafka = async (run?: string): Promise<string | undefined> => {
  const java = missingJava()
  if (java !== undefined) return `Kafka: ${java}`
  const folder = jarsFolder()
  if (folder === undefined) return 'Kafka: there is no folder that it could be fetched into; set XDG_CACHE_HOME'
  if (isFetched(folder)) return undefined
  const fault = await fetchOnce(folder, run)
  return fault === undefined ? undefined : `Kafka: ${fault}`
}

/** Java's class path of Kafka. Throws `EngineFailed` where it is not there and can't be fetched. */
export const kafkaClassPath = async (): Promise<string> => {
  const missing = await missingKafka()
  if (missing !== undefined) throw new EngineFailed(missing)
  return join(jarsFolder()!, 'jars', '*')
}
