import type { Plugin } from 'graphql-yoga'
import { refusal } from '../schema/errors.ts'
import type { Limits } from './limits.ts'

const tooMany = (en: string, zh: string) =>
  refusal(
    'TOO_MANY',
    { en: `the hub answers as many ${en} as it can`, zh: `枢纽正在处理的${zh}已达上限` },
    {
      http: { status: 503, headers: { 'retry-after': '1' } },
    },
  )

/** Lets only so many operations run at once: more would wait for one thread and all become slow. */
export const useOperationSlots = (limits: Limits): Plugin => {
  let operations = 0
  let subscriptions = 0
  return {
    onExecute: ({ setResultAndStopExecution }) => {
      if (operations >= limits.operations) {
        setResultAndStopExecution({ errors: [tooMany('queries', '查询')] })
        return undefined
      }
      operations++
      return { onExecuteDone: () => void operations-- }
    },
    onSubscribe: ({ setResultAndStopExecution }) => {
      if (subscriptions >= limits.subscriptions) {
        setResultAndStopExecution({ errors: [tooMany('subscriptions', '订阅')] })
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
