import { type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** What may be said of an error: its kind, code and place. Its message may quote what was sent, so it is left out. */
export const describeError = (error: unknown): { kind: string; code?: string; at?: string[] } => {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  return { kind: error.name, ...(code === undefined ? {} : { code }), ...(at ? { at: at.slice(0, 6) } : {}) }
}

/** A logger that writes JSON lines. It never writes bodies, headers or URLs: a request is its method and route. */
export const createLogger = (options: { level?: string; name?: string } = {}): Logger =>
  pino({
    level: options.level ?? 'info',
    ...(options.name === undefined ? {} : { name: options.name }),
    serializers: {
      err: describeError,
      error: describeError,
      req: (request: { method?: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url,
      }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    },
  })
