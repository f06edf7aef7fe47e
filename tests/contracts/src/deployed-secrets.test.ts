import { execFileSync } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { readServiceKeys } from '@hub/runtime/service-keys.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { keyedServices, keysOfService } from '@hub/schemas/format/service-keys.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFace } from './grpc-face/running-face.ts'
import { freshStream, newStream, sampleEvent } from './samples.ts'

const script = fileURLToPath(new URL('../../../infra/deploy/make-secrets.sh', import.meta.url))
const deploy = join(mkdtempSync(join(tmpdir(), 'hub-secrets-')), 'deploy')
const secrets = join(deploy, 'secrets')
const secret = (name: string) => readFileSync(join(secrets, name), 'utf8').trim()
const root = fileURLToPath(new URL('../../../', import.meta.url))
const makeSecrets = () =>
  execFileSync('sh', [join(deploy, 'make-secrets.sh')], { env: { ...process.env, HUB_ROOT: root } })
const all = () =>
  globSync('**/*.*', { cwd: secrets })
    .toSorted()
    .map((name) => [name, secret(name)])

beforeAll(() => {
  mkdirSync(deploy)
  copyFileSync(script, join(deploy, 'make-secrets.sh'))
  makeSecrets()
})
afterAll(() => rmSync(join(deploy, '..'), { recursive: true, force: true }))

it('secrets that are there stay as they are', () => {
  const before = all()
  expect(before.length).toBeGreaterThan(8)
  makeSecrets()
  expect(all()).toEqual(before)
})

it('each service has a file of its own keys, and none has the hub key', () => {
  const hubKeys = deriveHubKeys(Buffer.from(secret('hub.key'), 'hex'))
  for (const service of keyedServices) {
    expect(readServiceKeys(join(secrets, `${service}.keys`), service)).toEqual(keysOfService(hubKeys, service))
    expect(secret(`${service}.keys`)).not.toContain(secret('hub.key'))
  }
})

it('the logins of the persons’ keys have the passwords of their URLs', () => {
  for (const kind of ['intake', 'gateway']) {
    const { username, password } = new URL(secret(`${kind}-keys.url`))
    expect(secret('keys-logins.sql')).toContain(
      `CREATE ROLE ${username} LOGIN PASSWORD '${password}' IN ROLE hub_keys_${kind};`,
    )
  }
})

it('nothing but an authority is where KurrentDB looks for authorities', () => {
  expect(globSync('*', { cwd: join(secrets, 'authorities') })).toEqual(['kurrentdb.crt'])
  expect(secret('authorities/kurrentdb.crt')).not.toBe(secret('kurrentdb.crt'))
})

it('the URL that services are given lets them in, by TLS and with the password, and nobody without them', async () => {
  const password = secret('kurrentdb.password')
  expect(secret('kurrentdb.env')).toContain(`KURRENTDB_DEFAULT_ADMIN_PASSWORD=${password}`)
  const server = await startFace({
    login: `admin:${password}`,
    tls: { cert: join(secrets, 'kurrentdb.crt'), key: join(secrets, 'kurrentdb.key') },
  })
  const url = secret('event-store.url')
    .replace('@kurrentdb:2113', `@localhost:${server.port}`)
    .replace('/run/secrets/kurrentdb_authority', join(secrets, 'authorities/kurrentdb.crt'))
  const append = async (at: string) => {
    const store = await openEventStore({ url: at })
    try {
      return await store.append([newStream(freshStream(), [sampleEvent()])])
    } finally {
      await store.close()
    }
  }
  try {
    expect(await append(url)).toMatchObject([{ status: 'appended' }])
    await expect(append(url.replace(password, 'changeit'))).rejects.toThrow(/does not let this user in/)
    await expect(append(url.replace(/&tlsCAFile.*/, ''))).rejects.toThrow(EventStoreUnavailable)
    await expect(append(url.replace('tls=true', 'tls=false'))).rejects.toThrow(EventStoreUnavailable)
  } finally {
    await server.end()
  }
})
