import { spawnSync } from 'node:child_process'

/** Names of files are read and written as UTF-8, and letters compared as such, whatever the machine's locale. */
export const javaEnvironment = { LC_ALL: 'C.UTF-8' }

const oldest = 17

/** Why Kafka 4 and the clients of the tests do not run by the `java` of this machine; undefined when it does. */
export const missingJava = (): string | undefined => {
  const { status, stdout, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' })
  if (status !== 0) return `there is no java; install Java ${oldest} or newer`
  const [, version] = /version "([^"]+)"/.exec(stdout + stderr) ?? []
  if (version === undefined || Number.parseInt(version, 10) >= oldest) return undefined
  return `it needs Java ${oldest}, and this is ${version}; install a newer one`
}

/** A text that Java reads as these properties, also where a value is a path with backslashes or Chinese. */
export const propertiesText = (properties: Readonly<Record<string, string>>): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name}=${escaped(value)}\n`)
    .join('')

const escaped = (value: string) =>
  value
    .replaceAll('\\', '\\\\')
    .replace(/^ /, '\\ ')
    .replaceAll(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
