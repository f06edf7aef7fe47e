import { readFileSync } from 'node:fs'
import { readInstant } from '@hub/schemas/values/day.ts'
import { z } from 'zod'

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, {
      error: `must be a whole number from ${least} to ${most}`,
    })

const urlOf = (schemes: readonly string[], example: string) =>
  z.string().refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)), {
    error: `must be a URL like ${example}`,
  })

const hex32 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, { error: 'must be 64 hex digits' })
  .transform((text): Uint8Array => Buffer.from(text, 'hex'))

const instant = z
  .string()
  .transform((text) => Date.parse(readInstant(text) ?? ''))
  .refine((at) => !Number.isNaN(at), { error: 'must be an instant like 2023-01-01T00:00:00.000Z' })

const onOrOff = z.enum(['on', 'off'])

const embeddedMeansOneProcess =
  'Without it that engine is embedded, in a folder, for one process: run `npm start` for that.'

/**
 * Every variable of the environment that a process of the hub reads. `secret`: it can also stand in a file, whose path
 * is given by the same name with `_FILE`. `missing`: what to tell where it is needed and not there.
 */
export const variables = {
  HOST: { form: z.string().min(1), fallback: '127.0.0.1', says: 'address to listen at' },
  PORT: { form: wholeNumber(0, 65_535), fallback: '4000', says: 'port to listen at; 0 for a free one' },
  LOG_LEVEL: {
    form: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    fallback: 'info',
    says: 'trace, debug, info, warn, error or silent',
  },
  DATA_FOLDER: { form: z.string().min(1), fallback: './data', says: 'folder of what is kept on this machine' },
  VIEWS_FOLDER: { form: z.string().min(1), fallback: './views', says: 'folder of the views; one gateway, one folder' },
  BROKER_URL: {
    form: urlOf(['kafka'], 'kafka://host:9092'),
    says: 'Kafka: kafka://host:9092,other:9092',
    secret: true,
    missing: embeddedMeansOneProcess,
  },
  BROKER_TLS: { form: z.enum(['1']), says: '1 for TLS to Kafka' },
  BROKER_CA_FILE: { form: z.string(), says: "PEM file of the authority of Kafka's certificate; TLS then" },
  BROKER_CERT_FILE: { form: z.string(), says: 'PEM file of the own certificate' },
  BROKER_KEY_FILE: { form: z.string(), says: "PEM file of the own certificate's key" },
  BROKER_SASL: {
    form: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']),
    says: 'how to log in to Kafka: plain, scram-sha-256 or scram-sha-512',
  },
  BROKER_USERNAME: { form: z.string(), says: 'name to log in to Kafka' },
  BROKER_PASSWORD: { form: z.string(), says: 'password to log in to Kafka', secret: true },
  BROKER_SESSION_MS: {
    form: wholeNumber(1_000, 300_000),
    fallback: '30000',
    says: 'after this long without a sign of life Kafka gives the partitions of a recorder to another one',
  },
  EVENT_STORE_URL: {
    form: urlOf(['esdb', 'esdb+discover', 'kurrentdb', 'kurrentdb+discover'], 'esdb://host:2113?tls=false'),
    says: 'EventStoreDB or KurrentDB: esdb://host:2113?tls=false',
    secret: true,
    missing: embeddedMeansOneProcess,
  },
  KEYS_URL: {
    form: urlOf(['postgres', 'postgresql'], 'postgres://user@host/database'),
    says: "PostgreSQL of the persons' keys: postgres://user:password@host/database",
    secret: true,
    missing: embeddedMeansOneProcess,
  },
  HUB_KEY: {
    form: hex32,
    says: 'the hub key, 64 hex digits, for ever the same; for the command and the hub in one process alone',
    secret: true,
  },
  SERVICE_KEYS_FILE: {
    form: z.string().min(1),
    says: "the file with this service's keys, made by `hub keys issue`",
    missing: 'Make it from the hub key by `hub keys issue --service <name> --out <file>`.',
  },
  MASTER_KEYS: {
    form: z.string().min(1),
    says: "what wraps the persons' keys: <version>:<64 hex digits>, several with commas between; see `hub keys rotate`",
  },
  MASTER_KEYS_FILE: {
    form: z.string().min(1),
    says: 'a file with the master keys, one a line; read again when a version in it is not known yet',
  },
  GATEWAY_URL: {
    form: urlOf(['http', 'https'], 'http://gateway:4000'),
    says: 'a gateway of this hub that counts the figures of a report: http://gateway:4000',
    missing: 'Frozen reports are counted by a gateway: name one that this process can reach.',
  },
  GRAPHQL_LIMITS: { form: z.string().min(1), says: 'JSON: other limits of a query than the usual ones' },
  GRAPHQL_TRUSTED_DOCUMENTS: { form: z.string().min(1), says: 'folder or manifest of operations answered by id' },
  GRAPHQL_TRUSTED_ONLY: { form: onOrOff, fallback: 'off', says: 'on: answer those operations alone' },
  GRAPHQL_INTROSPECTION: { form: onOrOff, says: 'whether the schema can be asked for; on, but in production' },
  NODE_ENV: { form: z.string(), says: 'production: no introspection by default' },
  INTAKE_THREADS: {
    form: wholeNumber(0, 64),
    says: 'threads that check and seal what is submitted; 0: the thread that listens does. As many as cores but one, 4 at most, where nothing is said',
  },
  SIMULATED_FROM: {
    form: instant,
    says: 'an instant: a clock that stands there until it is set by PUT /clock; for sample cities only',
  },
} as const satisfies Record<string, Variable>

type Variable = { form: z.ZodType; fallback?: string; says: string; secret?: boolean; missing?: string }
type Variables = typeof variables
export type VariableName = keyof Variables
type ValueOf<Name extends VariableName> = z.output<Variables[Name]['form']>

/** Which variables a process reads: those that it can't do without, and the others. */
export type Wanted<Needed extends VariableName, Other extends VariableName> = {
  needed: readonly Needed[]
  other: readonly Other[]
}

type WithFallback = {
  [Name in VariableName]: Variables[Name] extends { fallback: string } ? Name : never
}[VariableName]

/** The values of variables; one that is not needed and has no fallback may be missing. */
export type Settings<Needed extends VariableName, Other extends VariableName> = {
  [Name in Needed | (Other & WithFallback)]: ValueOf<Name>
} & { [Name in Exclude<Other, WithFallback>]?: ValueOf<Name> }

/** Settings that can't be used: the message names each variable that is wrong and what to do, never its value. */
export class SettingsUnusable extends Error {
  override name = 'SettingsUnusable'
}

const textOf = (name: VariableName, env: NodeJS.ProcessEnv): string | undefined => {
  const { secret, fallback }: Variable = variables[name]
  const file = secret ? env[`${name}_FILE`] : undefined
  // An empty variable is how Compose writes one that is not set.
  if (file) return readFileSync(file, 'utf8').trim()
  return env[name] || fallback
}

const read = (name: VariableName, env: NodeJS.ProcessEnv, needed: boolean): { value?: unknown; fault?: string } => {
  const { form, missing }: Variable = variables[name]
  try {
    const text = textOf(name, env)
    if (text === undefined) return needed ? { fault: `is not set. ${missing ?? ''}`.trim() } : {}
    const parsed = form.safeParse(text)
    return parsed.success ? { value: parsed.data } : { fault: parsed.error.issues[0]?.message ?? 'is wrong' }
  } catch (error) {
    return { fault: `can't be read from ${name}_FILE (${(error as NodeJS.ErrnoException).code})` }
  }
}

/** Reads settings from the environment. @throws {SettingsUnusable} */
export const readSettings = <Needed extends VariableName, Other extends VariableName>(
  { needed, other }: Wanted<Needed, Other>,
  env: NodeJS.ProcessEnv,
): Settings<Needed, Other> => {
  const faults: string[] = []
  const settings: Record<string, unknown> = {}
  for (const name of [...needed, ...other]) {
    const { value, fault } = read(name, env, (needed as readonly VariableName[]).includes(name))
    if (fault !== undefined) faults.push(`  ${name} ${fault}`)
    if (value !== undefined) settings[name] = value
  }
  if (faults.length > 0) throw new SettingsUnusable(`settings that can't be used:\n${faults.join('\n')}`)
  return settings as Settings<Needed, Other>
}

/** The text that tells which variables a process reads. */
export const settingsText = ({ needed, other }: Wanted<VariableName, VariableName>): string => {
  const line = (name: VariableName) => {
    const { says, fallback, secret }: Variable = variables[name]
    const more = [...(fallback === undefined ? [] : [`default ${fallback}`]), ...(secret ? [`or in ${name}_FILE`] : [])]
    return `  ${name.padEnd(17)} ${says}${more.length > 0 ? ` (${more.join('; ')})` : ''}`
  }
  return [
    ...(needed.length > 0 ? ['Needed from the environment:', ...needed.map(line)] : []),
    ...(other.length > 0 ? ['Read from the environment:', ...other.map(line)] : []),
  ].join('\n')
}
