import { readLimits } from '@hub/gateway/limits/limits.ts'
import type { GatewaySettings } from '@hub/gateway/server.ts'
import { z } from 'zod'

const integer = (name: string, fallback: number, least: number, most: number) =>
  z
    .string()
    .default(String(fallback))
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, {
      error: `${name} must be a whole number from ${least} to ${most}`,
    })

const onOrOff = z.enum(['on', 'off'])

const limits = z.string().transform((json, context) => {
  try {
    return readLimits(json)
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message })
    return z.NEVER
  }
})

const environment = z.object({
  DATA_FOLDER: z.string().min(1).default('./data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: integer('PORT', 4000, 0, 65535),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NODE_ENV: z.string().optional(),
  GRAPHQL_LIMITS: limits.optional(),
  GRAPHQL_TRUSTED_DOCUMENTS: z.string().min(1).optional(),
  GRAPHQL_TRUSTED_ONLY: onOrOff.default('off'),
  GRAPHQL_INTROSPECTION: onOrOff.optional(),
})

/** What the environment says of GraphQL: introspection is on but where `NODE_ENV` is production. */
const gatewaySettings = (env: z.infer<typeof environment>): GatewaySettings => {
  const only = env.GRAPHQL_TRUSTED_ONLY === 'on'
  if (only && env.GRAPHQL_TRUSTED_DOCUMENTS === undefined)
    throw new Error('GRAPHQL_TRUSTED_ONLY needs GRAPHQL_TRUSTED_DOCUMENTS, a folder or a manifest')
  return {
    introspection: (env.GRAPHQL_INTROSPECTION ?? (env.NODE_ENV === 'production' ? 'off' : 'on')) === 'on',
    ...(env.GRAPHQL_LIMITS ? { limits: env.GRAPHQL_LIMITS } : {}),
    ...(env.GRAPHQL_TRUSTED_DOCUMENTS ? { trustedDocuments: { path: env.GRAPHQL_TRUSTED_DOCUMENTS, only } } : {}),
  }
}

/** What the hub reads from the environment. */
export type Settings = { dataFolder: string; host: string; port: number; logLevel: string; graphql: GatewaySettings }

/** Settings from the environment; throws one `Error` that names every variable that is wrong, without its value. */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`settings that can't be used:\n${faults.join('\n')}`)
  }
  const { DATA_FOLDER, HOST, PORT, LOG_LEVEL } = parsed.data
  return { dataFolder: DATA_FOLDER, host: HOST, port: PORT, logLevel: LOG_LEVEL, graphql: gatewaySettings(parsed.data) }
}
