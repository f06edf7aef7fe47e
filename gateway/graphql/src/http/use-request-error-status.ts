import type { Plugin } from 'graphql-yoga'

type Errors = { extensions: Record<string, unknown> }[]

/**
 * The status of an answer without `data`: the request was not right (400), or the hub has failed (500). Who accepts
 * plain `application/json` gets 200 for the former, as GraphQL over HTTP has it.
 */
export const useRequestErrorStatus = (): Plugin => ({
  onResultProcess: ({ result }) => {
    const { errors, data } = result as { errors?: Errors; data?: unknown }
    if (data !== undefined) return
    for (const { extensions } of errors ?? [])
      extensions.http ??= extensions.code === 'INTERNAL_SERVER_ERROR' ? { status: 500 } : { status: 400, spec: true }
  },
})
