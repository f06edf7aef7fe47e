import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { javaEnvironment } from './java.ts'
import { kafkaClassPath } from './kafka-jars.ts'

/** Runs one of Kafka's own command-line tools, in a folder where one is given; answers what it printed. */
export const kafkaTool = async (mainClass: string, args: readonly string[], folder?: string): Promise<string> => {
  const classPath = await kafkaClassPath()
  const options = ['-Xmx128m', '-XX:TieredStopAtLevel=1', '-cp', classPath, mainClass, ...args]
  const { stdout } = await promisify(execFile)('java', options, {
    env: { ...process.env, ...javaEnvironment },
    ...(folder !== undefined && { cwd: folder }),
  })
  return stdout
}
