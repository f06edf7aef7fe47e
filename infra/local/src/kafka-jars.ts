import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EngineFailed } from './engine-process.ts'
import { type Fetched, fetchedFolder } from './fetched-folder.ts'
import { missingJava } from './java.ts'
import { fetchByMaven, projectOf } from './maven.ts'

/** The Apache Kafka that is fetched from Maven Central. */
export const kafkaVersion = '4.3.1'

const otherwise = 'or set BROKER_URL'

/** The broker, and Kafka's own command-line tools. */
const project = projectOf(
  ['kafka_2.13', 'kafka-tools'].map((artifact) => `org.apache.kafka:${artifact}:${kafkaVersion}`),
)

const kafkaFolder = (run?: string): Promise<Fetched> =>
  fetchedFolder({
    name: `kafka-${kafkaVersion}`,
    told: `Apache Kafka ${kafkaVersion} from Maven Central`,
    run,
    fetch: (folder, isHome) => {
      writeFileSync(join(folder, 'pom.xml'), project)
      const repository = isHome ? undefined : join(folder, 'repository')
      return fetchByMaven({ pom: join(folder, 'pom.xml'), folder: join(folder, 'jars'), repository, otherwise })
    },
  })

/**
 * Why Kafka can't run on this machine, in one line; undefined when it can. Its jars are fetched by Maven the first
 * time; a fetch that was broken off is taken up again. `run` is a folder of many processes that ask one after another:
 * where one of them could not fetch, the others do not try again.
 */
export const missingKafka = async (run?: string): Promise<string | undefined> => {
  const java = missingJava()
  if (java !== undefined) return `Kafka: ${java}, ${otherwise}`
  const { missing } = await kafkaFolder(run)
  return missing === undefined ? undefined : `Kafka: ${missing}`
}

/** Java's class path of Kafka. Throws `EngineFailed` where it is not there and can't be fetched. */
export const kafkaClassPath = async (): Promise<string> => {
  const missing = await missingKafka()
  if (missing !== undefined) throw new EngineFailed(missing)
  const { folder } = await kafkaFolder()
  return join(folder!, 'jars', '*')
}
