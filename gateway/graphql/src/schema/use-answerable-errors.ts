import type { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { answeredCodes } from '../query-refusals.ts'
import { isRefusal, placeOf, refusal } from './errors.ts'

type HttpDetails = { status?: number; headers?: Record<string, string> }

/**
 * An error in the catalogue's form. Plugins and resolvers refuse in that form themselves. An error in another form
 * comes from the servers below: a request that HTTP forbids where they give such a status, else a fault of the hub. Its
 * message may repeat what was sent, so it is dropped.
 */
export const answerable = (error: GraphQLError): GraphQLError => {
  if (isRefusal(error)) return error
  const http = error.extensions.http as HttpDetails | undefined
  const { status = 500 } = http ?? {}
  if (status === answeredCodes.METHOD.status) return refusal('METHOD', undefined, { http }, placeOf(error))
  const code = status >= 400 && status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR'
  return refusal(code, undefined, http ? { http } : {}, placeOf(error))
}

/** Lets no error leave that is not in the catalogue's form, whatever plugin or server it comes from. */
export const useAnswerableErrors = (): Plugin => ({
  onResultProcess: ({ result, setResult }) => {
    const results = Array.isArray(result) ? result : [result]
    for (const answer of results as { errors?: readonly GraphQLError[] }[])
      if (answer.errors) Object.assign(answer, { errors: answer.errors.map(answerable) })
    setResult(result)
  },
})
