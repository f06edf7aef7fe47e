import { z } from 'zod'

const integer = (name: string, fallback: number, least: number, most: number) =>
  z
    .string()
    .default(String(fallback))
    .transform(Number)
    .refine((value) => Number.isInteger(value) && value >= least && value <= most, {
      error: `${name} must be a whole number from ${least} to ${most}`,
    })

const environment = z.object({
  DATA_FOLDER: z.string().min(1).default('./data'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: integer('PORT', 4000, 0, 65535),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/** What the hub reads from the environment. */
export type Settings = { dataFolder: string; host: string; port: number; logLevel: string }

/** Settings from the environment; throws one `Error` that names every variable that is wrong, without its value. */
export const readSettings = (env: NodeJS.ProcessEnv): Settings => {
  const parsed = environment.safeParse(env)
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`settings that can't be used:\n${faults.join('\n')}`)
  }
  const { DATA_FOLDER, HOST, PORT, LOG_LEVEL } = parsed.data
  return { dataFolder: DATA_FOLDER, host: HOST, port: PORT, logLevel: LOG_LEVEL }
}
