import type { Plugin } from 'graphql-yoga'
import { refusal } from '../schema/errors.ts'
import type { Limits } from './limits.ts'

const tooMany = (what: string) =>
  refusal('TOO_MANY', `the hub answers as many ${what} as it can; ask again after the seconds in Retry-After`, {
    http: { status: 503, headers: { 'retry-after': '1' } },
  })

/** Lets only so many operations run at once: more would wait for one thread and all become slow. */
export const useOperationSlots = (limits: Limits): Plugin => {
  let operations = 0
  let subscriptions = 0
  return {
    onExecute: ({ setResultAndStopExecution }) => {
      if (operations >= limits.operations) {
        setResultAndStopExecution({ errors: [tooMany('queries')] })
        return undefined
      }
      operations++
      return { onExecuteDone: () => void operations-- }
    },
    onSubscribe: ({ setResultAndStopExecution }) => {
      if (subscriptions >= limits.subscriptions) {
        setResultAndStopExecution({ errors: [tooMany('subscriptions')] } as never)
        return undefined
      }
      subscriptions++
      let open = true
      const close = () => {
        if (open) subscriptions--
        open = false
      }
      return {
        onSubscribeResult: ({ result }) => {
          if (!(Symbol.asyncIterator in result)) close()
          return { onEnd: close }
        },
        onSubscribeError: close,
      }
    },
  }
}
