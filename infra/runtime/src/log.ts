import { type DestinationStream, type Logger, pino } from 'pino'

export type { Logger } from 'pino'

/** What may be said of an error: its kind, code and place. Its message may quote what was sent, so it is left out. */
export const describeError = (error: unknown): { kind: string; code?: string; at?: string[] } => {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  return { kind: error.name, ...(code === undefined ? {} : { code }), ...(at ? { at: at.slice(0, 6) } : {}) }
}

export type LoggerOptions = {
  /** Default `info`. */
  level?: string
  name?: string
  /** Where lines go; default standard output. */
  to?: DestinationStream
}

/** A logger that writes JSON lines. It never writes bodies, headers or URLs: a request is its method and route. */
export const createLogger = ({ level = 'info', name, to = pino.destination(1) }: LoggerOptions = {}): Logger =>
  pino(
    {
      level,
      ...(name === undefined ? {} : { name }),
      serializers: {
        err: describeError,
        error: describeError,
        req: (request: { method?: string; routeOptions?: { url?: string } }) => ({
          method: request.method,
          route: request.routeOptions?.url,
        }),
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      },
      hooks: {
        // pino gives a line without a message that of its error; the serializers above say what may be said of one.
        logMethod(args, method) {
          const [first, message = 'error', ...rest] = args as unknown[]
          const held = first instanceof Error ? { err: first } : first
          const ofError = typeof held === 'object' && held !== null && 'err' in held
          const line = ofError ? [held, message, ...rest] : args
          method.apply(this, line as Parameters<typeof method>)
        },
      },
    },
    to,
  )
