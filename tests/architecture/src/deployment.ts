import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'

const root = fileURLToPath(new URL('../../../', import.meta.url))
/** The text of a file of the repository. */
export const textOf = (path: string): string => readFileSync(root + path, 'utf8')

const scalar = z.union([z.string(), z.number(), z.boolean()])
const service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  restart: z.enum(['no', 'always', 'on-failure', 'unless-stopped']).optional(),
  environment: z.record(z.string(), scalar).default({}),
  env_file: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  secrets: z.array(z.string()).default([]),
  // On this machine alone, unless whoever starts it says otherwise.
  ports: z.array(z.string().regex(/^\$\{PUBLISH_ADDRESS:-127\.0\.0\.1\}:\d+:\d+$/)).default([]),
  volumes: z.array(z.string()).default([]),
  tmpfs: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  stop_grace_period: z.string().optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.enum(['service_healthy', 'service_started']) }))
    .default({}),
  healthcheck: z
    .strictObject({ test: z.array(z.string()), interval: z.string(), timeout: z.string(), retries: z.number() })
    .optional(),
})

const compose = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.strictObject({ internal: z.boolean() }).nullable()).default({}),
  volumes: z.record(z.string(), z.null()),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
})

export type ComposeService = z.output<typeof service>
export type Compose = z.output<typeof compose>

/** A document with its anchors resolved; members that begin with `x-` are left out. */
const plain = (text: string) =>
  Object.fromEntries(
    Object.entries(parse(text, { merge: true }) as Record<string, unknown>).filter(([name]) => !name.startsWith('x-')),
  )

/** A Compose file. @throws where it is not in its form */
export const readCompose = (text: string): Compose => compose.parse(plain(text))

const override = z.strictObject({
  services: z.record(
    z.string(),
    z.strictObject({
      environment: z.record(z.string(), scalar),
      healthcheck: z.strictObject({ test: z.array(z.string()) }).optional(),
    }),
  ),
})

/** A Compose file that changes members of another's services. @throws where it is not in its form */
export const readOverride = (text: string): z.output<typeof override> => override.parse(plain(text))

/** Names in a Compose file that lead nowhere, and ports that two services ask for. */
export const composeFaults = ({ services, networks, volumes, secrets }: Compose): string[] => {
  const ports = new Map<string, string>()
  return Object.entries(services).flatMap(([name, one]) => [
    ...Object.keys(one.depends_on).flatMap((other) => {
      const there = services[other]
      if (!there) return [`${name} depends on ${other}, which is not there`]
      const waits = one.depends_on[other]!.condition === 'service_healthy'
      return waits && !there.healthcheck ? [`${name} waits for the health of ${other}, which has no check`] : []
    }),
    ...one.secrets.filter((secret) => !(secret in secrets)).map((secret) => `${name} asks for the secret ${secret}`),
    ...Object.values(one.environment).flatMap((value) => {
      const [, secret] = /^\/run\/secrets\/(\w+)$/.exec(String(value)) ?? []
      return secret !== undefined && !one.secrets.includes(secret)
        ? [`${name} reads ${secret} and is not given it`]
        : []
    }),
    ...one.networks.filter((network) => !(network in networks)).map((network) => `${name} is on no network ${network}`),
    ...one.volumes
      .map((volume) => volume.split(':')[0]!)
      .filter((source) => !source.startsWith('.') && !(source in volumes))
      .map((source) => `${name} mounts ${source}, which is no volume`),
    ...one.ports.flatMap((port) => {
      const host = port.split(':').at(-2)!
      const other = ports.get(host)
      ports.set(host, name)
      return other === undefined ? [] : [`${name} and ${other} both ask for port ${host}`]
    }),
  ])
}

/** The targets of a Prometheus file. */
export const prometheusTargets = (text: string): string[] => {
  const form = z.object({
    scrape_configs: z.array(z.object({ static_configs: z.array(z.object({ targets: z.array(z.string()) })) })),
  })
  return form.parse(parse(text)).scrape_configs.flatMap((job) => job.static_configs.flatMap(({ targets }) => targets))
}
