import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { kafkaClassPath } from './kafka-jars.ts'

/** Runs one of Kafka's own command-line tools; answers what it printed. */
export const kafkaTool = async (mainClass: string, args: readonly string[]): Promise<string> => {
  const classPath = await kafkaClassPath()
  const { stdout } = await promisify(execFile)('java', [
    '-Xmx128m',
    '-XX:TieredStopAtLevel=1',
    '-cp',
    classPath,
    mainClass,
    ...args,
  ])
  return stdout
}
