import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DataFolderLocked, lockDataFolder } from '@hub/sqlite/data-folder-lock.ts'
import { EngineFailed } from './engine-process.ts'

/** The Apache Kafka that is fetched from Maven Central. */
export const kafkaVersion = '4.3.1'

const cacheFolder = () =>
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'veterans-hub', `kafka-${kafkaVersion}`)

const answers = (program: string, args: readonly string[]) => spawnSync(program, args).status === 0
const isFetched = (folder: string) => existsSync(join(folder, 'complete'))

/** Why Kafka can't run on this machine; undefined when it can. */
export const missingKafka = (): string | undefined => {
  if (!answers('java', ['-version'])) return 'Kafka: there is no java; install Java 17 or newer, or set BROKER_URL'
  if (!isFetched(cacheFolder()) && !answers('mvn', ['-version']))
    return 'Kafka: there is no mvn to fetch it with; install Maven, or set BROKER_URL'
  return undefined
}

const dependency = (artifact: string) =>
  `<dependency><groupId>org.apache.kafka</groupId><artifactId>${artifact}</artifactId><version>${kafkaVersion}</version></dependency>`

/** The broker, and Kafka's own command-line tools. */
const project = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>${dependency('kafka_2.13')}${dependency('kafka-tools')}</dependencies>
</project>
`

const fetchInto = (folder: string) => {
  process.stderr.write(`fetching Apache Kafka ${kafkaVersion} from Maven Central, once, into ${folder}\n`)
  const pom = join(folder, 'pom.xml')
  writeFileSync(pom, project)
  const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${join(folder, 'jars')}`]
  try {
    execFileSync('mvn', ['-q', '-B', '-f', pom, ...goal], { stdio: 'pipe' })
  } catch (cause) {
    const { stdout } = cause as { stdout?: Buffer }
    throw new EngineFailed(`Maven can't fetch Kafka ${kafkaVersion}:\n${stdout ?? cause}`, { cause })
  }
  writeFileSync(join(folder, 'complete'), kafkaVersion)
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

/**
 * Java's class path of Kafka. Its jars are fetched by Maven the first time; a fetch that was broken off is taken up
 * again. Throws `EngineFailed`.
 */
export const kafkaClassPath = async (): Promise<string> => {
  const missing = missingKafka()
  if (missing !== undefined) throw new EngineFailed(missing)
  const folder = cacheFolder()
  if (!isFetched(folder)) {
    mkdirSync(folder, { recursive: true })
    const lock = await locked(folder)
    try {
      if (!isFetched(folder)) fetchInto(folder)
    } finally {
      lock.release()
    }
  }
  return join(folder, 'jars', '*')
}
