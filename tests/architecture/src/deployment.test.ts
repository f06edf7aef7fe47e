import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decisionsVariables } from '@hub/decisions/decisions-service.ts'
import { gatewayVariables } from '@hub/graphql/gateway-service.ts'
import { departmentVariables } from '@hub/intake/department-service.ts'
import { recorderVariables } from '@hub/recorder/recorder-service.ts'
import { type VariableName, variables, type Wanted } from '@hub/runtime/settings.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { describe, expect, it } from 'vitest'
import { composeFaults, prometheusTargets, readCompose, readOverride, textOf } from './deployment.ts'

const compose = readCompose(textOf('infra/deploy/compose.yaml'))
const dockerfile = textOf('infra/deploy/Dockerfile')
const isThere = (path: string) => existsSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)))

const wantedBy: Record<string, Wanted<VariableName, VariableName>> = {
  ...Object.fromEntries(submittingDepartments.map((name) => [`services/${name}/src/main.ts`, departmentVariables])),
  'services/recorder/src/main.ts': recorderVariables,
  'services/decisions/src/main.ts': decisionsVariables,
  'gateway/graphql/src/main.ts': gatewayVariables,
}
const ours = Object.entries(compose.services).filter(([, { build }]) => build !== undefined)
const engines = ['kafka', 'kurrentdb', 'postgres']

/** Whether the script makes a file; files of keys, and URLs with a login, are made in a loop. */
const madeBy = (script: string, file: string): boolean => {
  if (script.includes(file)) return true
  const [, name] = /^secrets\/([a-z-]+)\.keys$/.exec(file) ?? []
  if (name !== undefined) return new RegExp(`^for service in .*\\b${name}\\b.*; do$`, 'm').test(script)
  const [, kind] = /^secrets\/([a-z]+)-keys\.url$/.exec(file) ?? []
  return kind !== undefined && new RegExp(`^for kind in .*\\b${kind}\\b.*; do$`, 'm').test(script)
}

/** The variable that a name of the environment sets, by its value or by a file. */
const variableOf = (name: string): VariableName | undefined => {
  if (name in variables) return name as VariableName
  const direct = name.replace(/_FILE$/, '')
  const variable = variables[direct as VariableName]
  return variable !== undefined && 'secret' in variable ? (direct as VariableName) : undefined
}

describe('the Compose file', () => {
  it('leads nowhere wrong', () => {
    expect(composeFaults(compose)).toEqual([])
  })

  it('runs every service that runs alone, and two gateways', () => {
    const commands = ours.map(([, { command }]) => command?.join(' ') ?? '')
    expect(new Set(commands)).toEqual(new Set(Object.keys(wantedBy)))
    expect(commands.filter((command) => command === 'gateway/graphql/src/main.ts')).toHaveLength(2)
    for (const command of commands) expect(isThere(command), command).toBe(true)
  })

  it.each(ours)('gives %s what it needs from the environment, and nothing that it does not read', (_name, service) => {
    const wanted = wantedBy[service.command!.join(' ')]!
    const given = Object.keys(service.environment).map((name) => [name, variableOf(name)] as const)
    for (const [name, variable] of given)
      expect(variable !== undefined && [...wanted.needed, ...wanted.other].includes(variable), name).toBe(true)
    for (const needed of wanted.needed) expect(given.map(([, variable]) => variable)).toContain(needed)
    if (wanted.other.includes('MASTER_KEYS')) expect(Object.keys(service.environment)).toContain('MASTER_KEYS_FILE')
  })

  it.each(['recorder', 'decisions'])('gives no key of a person to: %s', (name) => {
    for (const secret of ['keys_url', 'master_keys']) expect(compose.services[name]!.secrets).not.toContain(secret)
  })

  it('gives each service its own keys alone, and the hub key to none', () => {
    for (const [name, { environment, secrets }] of ours) {
      const own = `${name.replace(/-\d$/, '').replaceAll('-', '_')}_keys`
      expect(environment, name).toMatchObject({ SERVICE_KEYS_FILE: `/run/secrets/${own}` })
      expect(secrets.filter((secret) => /_keys$/.test(secret) && secret !== 'master_keys')).toEqual([own])
    }
    expect(Object.values(compose.secrets).some(({ file }) => file.includes('hub.key'))).toBe(false)
  })

  it.each(ours)('lets %s log in to the persons’ keys as what it is', (name, { environment }) => {
    const login = name.startsWith('gateway') ? 'gateway' : 'intake'
    if ('KEYS_URL_FILE' in environment) expect(environment.KEYS_URL_FILE).toBe(`/run/secrets/${login}_keys_url`)
  })

  it('publishes no engine, and keeps them on a network that leads nowhere else', () => {
    for (const name of engines) expect(compose.services[name], name).toMatchObject({ ports: [], networks: ['engines'] })
    expect(compose.networks.engines).toEqual({ internal: true })
  })

  it('has KurrentDB speak TLS and ask for a password, and nobody asks it otherwise', () => {
    const { environment, env_file } = compose.services.kurrentdb!
    expect(environment).not.toHaveProperty('KURRENTDB_INSECURE')
    expect(environment).toHaveProperty('KURRENTDB_CERTIFICATE_FILE')
    expect(env_file).toEqual(['./secrets/kurrentdb.env'])
    for (const [name, { environment: given, secrets }] of ours) {
      expect(given, name).toMatchObject({ EVENT_STORE_URL_FILE: '/run/secrets/event_store_url' })
      expect(given, name).not.toHaveProperty('EVENT_STORE_URL')
      expect(secrets, name).toContain('kurrentdb_authority')
    }
  })

  it('is made insecure by a file of that name alone, and whole', () => {
    const { services } = readOverride(textOf('infra/deploy/compose.insecure.yaml'))
    expect(Object.keys(services).toSorted()).toEqual([...ours.map(([name]) => name), 'kurrentdb'].toSorted())
    for (const [name] of ours)
      expect(services[name]!.environment, name).toEqual({
        EVENT_STORE_URL: 'esdb://kurrentdb:2113?tls=false',
        EVENT_STORE_URL_FILE: '',
      })
    expect(services.kurrentdb!.environment).toEqual({ KURRENTDB_INSECURE: 'true' })
  })

  it('is watched whole by Prometheus', () => {
    const targets = prometheusTargets(textOf('infra/deploy/prometheus.yaml'))
    expect(targets.toSorted()).toEqual(ours.map(([name]) => `${name}:4000`).toSorted())
  })

  it('has its secrets made by the script beside it', () => {
    const script = textOf('infra/deploy/make-secrets.sh')
    const files = Object.values(compose.secrets).map(({ file }) => file)
    for (const file of [...files, ...Object.values(compose.services).flatMap(({ env_file }) => env_file)])
      expect(madeBy(script, file.replace('./', '')), file).toBe(true)
  })
})

describe('the Dockerfile', () => {
  it('makes its folder by the script that the tests of the image run', () => {
    const [, script] = /^RUN .*\bsh (\S+) "\$WORKSPACE" \/hub$/m.exec(dockerfile) ?? []
    expect(script).toBe('infra/deploy/make-image-folder.sh')
    expect(isThere(script!)).toBe(true)
  })

  it('has stages, a health check, and an owner that is not root', () => {
    expect(dockerfile.match(/^FROM /gm)?.length).toBeGreaterThan(1)
    expect(dockerfile).toMatch(/^USER node$/m)
    expect(dockerfile).toMatch(/^HEALTHCHECK /m)
    expect(dockerfile.indexOf('USER node')).toBeLessThan(dockerfile.indexOf('ENTRYPOINT'))
  })
})

describe('the rules', () => {
  it('find what is planted', () => {
    const here = '$' + '{PUBLISH_ADDRESS:-127.0.0.1}'
    const planted = readCompose(
      `name: x
services:
  a: { image: a, networks: [no], ports: ['${here}:1:1'], secrets: [no], volumes: ['nowhere:/x'], depends_on: { c: { condition: service_healthy } } }
  b: { image: b, ports: ['${here}:1:2'], environment: { HUB_KEY_FILE: /run/secrets/key }, depends_on: { a: { condition: service_healthy } } }
volumes: {}
secrets: {}
`,
    )
    expect(composeFaults(planted)).toHaveLength(7)
    expect(() => readCompose('name: x\nservices: { a: { image: a, port: 1 } }\nvolumes: {}\nsecrets: {}\n')).toThrow()
    for (const ports of ['1:1', '0.0.0.0:1:1', `${here.replace('127.0.0.1', '0.0.0.0')}:1:1`])
      expect(() =>
        readCompose(`name: x\nservices: { a: { image: a, ports: ['${ports}'] } }\nvolumes: {}\nsecrets: {}\n`),
      ).toThrow()
    expect(variableOf('HUB_KEY_FILE')).toBe('HUB_KEY')
    expect(variableOf('PORT_FILE')).toBeUndefined()
    expect(variableOf('NONSENSE')).toBeUndefined()
  })
})
