import type { DatabaseSync } from 'node:sqlite'
import type { Reader } from '@hub/reading/reader.ts'
import type { ExecutionResult } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { GatewayContext } from '../schema/context.ts'
import { refusal } from '../schema/errors.ts'

const timedOut = (milliseconds: number) =>
  refusal(
    'TIMED_OUT',
    { en: `the answer was not there after ${milliseconds} ms`, zh: `${milliseconds} 毫秒内未得出应答` },
    { http: { status: 503 } },
  )

/**
 * A reader that reads nothing more once a query's time is over. Views are read on the thread that answers, so a timer
 * alone would never get its turn: each read looks at the clock first.
 */
const readUntil = (reader: Reader, check: () => void): Reader => {
  const checked = <Target extends object>(target: Target, inner?: (name: string | symbol, value: unknown) => unknown) =>
    new Proxy(target, {
      get: (_target, name) => {
        check()
        const value = Reflect.get(target, name, target)
        if (inner) return inner(name, value)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  let database: DatabaseSync | undefined
  return checked(reader, (name, value) => {
    if (name !== 'database') return value
    database ??= checked(value as DatabaseSync)
    return database
  })
}

const isLate = (result: ExecutionResult) => result.errors?.some(({ extensions }) => extensions?.code === 'TIMED_OUT')

/** Cuts a query off that is over its time: whatever it has so far is dropped, the answer is `TIMED_OUT`. */
export const useTimeLimit = ({ milliseconds }: { milliseconds: number }): Plugin<GatewayContext> => ({
  onExecute: ({ args, executeFn, setExecuteFn }) => {
    const deadline = performance.now() + milliseconds
    const context = args.contextValue as GatewayContext
    context.reader = readUntil(context.reader, () => {
      if (performance.now() > deadline) throw timedOut(milliseconds)
    })
    setExecuteFn(async (executing) => {
      const running = executeFn(executing)
      if (!(running instanceof Promise)) return running
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<ExecutionResult>((resolve) => {
        timer = setTimeout(() => resolve({ errors: [timedOut(milliseconds)] }), milliseconds)
      })
      return Promise.race([running, late]).finally(() => clearTimeout(timer))
    })
    return {
      onExecuteDone: ({ result, setResult }) => {
        if (!(Symbol.asyncIterator in result) && isLate(result)) setResult({ errors: [timedOut(milliseconds)] })
      },
    }
  },
})
