import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Fetched, fetchedFolder } from '@hub/local/fetched-folder.ts'
import { javaEnvironment, missingJava } from '@hub/local/java.ts'
import { fetchByMaven, projectOf } from '@hub/local/maven.ts'
import { runVariables } from '@hub/local/real-engine.fixture.ts'
import { lastWords, runProgram } from './run-program.fixture.ts'

/**
 * A Java program of one file, compiled once with artifacts (`group:artifact:version`) from Maven Central, or in one line
 * why it is not there.
 */
export const javaProgram = async (
  name: string,
  source: string,
  artifacts: readonly string[],
): Promise<Fetched & { classPath?: string }> => {
  const missing = missingJava()
  if (missing !== undefined) return { missing: `${name}: ${missing}` }
  const hash = createHash('sha256').update(readFileSync(source)).update(artifacts.join()).digest('hex').slice(0, 12)
  const fetched = await fetchedFolder({
    name: `java-${name}-${hash}`,
    told: `the jars of ${name} from Maven Central`,
    run: process.env[runVariables.folder],
    fetch: async (folder, isHome) => {
      const pom = join(folder, 'pom.xml')
      writeFileSync(pom, projectOf(artifacts))
      const repository = isHome ? undefined : join(folder, 'repository')
      const fault = await fetchByMaven({ pom, folder: join(folder, 'jars'), repository })
      if (fault !== undefined) return fault
      mkdirSync(join(folder, 'classes'), { recursive: true })
      const args = ['-encoding', 'UTF-8', '-cp', join(folder, 'jars', '*'), '-d', join(folder, 'classes'), source]
      const ran = await runProgram('javac', args, { env: javaEnvironment })
      return ran.code === 0 ? undefined : `javac can't compile it; install a JDK (${lastWords(ran)})`
    },
  })
  if (fetched.folder === undefined) return { missing: `${name}: ${fetched.missing}` }
  const { folder } = fetched
  return { folder, classPath: [join(folder, 'classes'), join(folder, 'jars', '*')].join(delimiter) }
}
