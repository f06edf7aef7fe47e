import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { missingKafka } from './kafka-jars.ts'
import { fetchByMaven } from './maven.ts'

let folder = ''

/** A program of this name is found first on the path from now on. */
const program = (name: string, script: string) =>
  writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
const java = (version: string) => program('java', `echo 'openjdk version "${version}"' >&2`)
const asked = join('cache', 'asked')
const failing = () => program('mvn', `echo asked >> '${join(folder, asked)}'; echo '[ERROR] no way out'; exit 1`)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub 罐 '))
  for (const name of ['bin', 'cache', 'run']) mkdirSync(join(folder, name))
  vi.stubEnv('PATH', join(folder, 'bin') + delimiter + process.env.PATH)
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  vi.stubEnv('HOME', join(folder, 'home'))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  java('21.0.1')
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

describe('where Kafka is not there and can’t be fetched', () => {
  const noWay = /^Kafka: Maven can't fetch it; [^\n]*BROKER_URL \(no way out\)$/

  it('one line says why, and one attempt is made for a whole run', async () => {
    failing()
    const run = join(folder, 'run')
    const reasons = await Promise.all([missingKafka(run), missingKafka(run), missingKafka(run)])
    expect(reasons[0]).toMatch(noWay)
    expect(new Set(reasons).size).toBe(1)
    expect(readFileSync(join(folder, asked), 'utf8')).toBe('asked\n')
    expect(await missingKafka()).toMatch(noWay)
    expect(readFileSync(join(folder, asked), 'utf8')).toBe('asked\nasked\n')
  })

  it('a Maven that waits for ever is given up', async () => {
    program('mvn', 'exec sleep 60')
    const fault = await fetchByMaven({ pom: join(folder, 'pom.xml'), folder, silence: 300 })
    expect(fault).toMatch(/nothing has come for 0.3 s/)
  })

  it('no java and an old one are told apart', async () => {
    java('11.0.2')
    expect(await missingKafka()).toMatch(/needs Java 17, and this is 11\.0\.2/)
    program('java', 'exit 127')
    expect(await missingKafka()).toMatch(/there is no java/)
  })
})

it('what is fetched once is there for good', async () => {
  program('mvn', `echo asked >> '${join(folder, asked)}'`)
  expect([await missingKafka(), await missingKafka()]).toEqual([undefined, undefined])
  expect(readFileSync(join(folder, asked), 'utf8')).toBe('asked\n')
  expect(existsSync(join(folder, 'cache', 'veterans-hub'))).toBe(true)
})
