import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { errorCodes } from './errors.ts'

/** Messages of graphql-js that repeat a value from the query or its variables. */
const repeatsValue = /found|invalid value|cannot represent|Value "|Expected value|must be|oneOf|OneOf|exactly one/i

/**
 * The error in words that never repeat what was sent: a value in a query or a variable may be a citizen number.
 * Refusals of the hub's own say nothing of the kind and pass.
 */
export const withoutValues = (error: GraphQLError): GraphQLError => {
  const { message, locations, path, extensions } = error
  const place = { ...(error.nodes ? { nodes: error.nodes } : {}), ...(path ? { path } : {}) }
  const [at] = locations ?? []
  const where = at ? ` at line ${at.line}, column ${at.column}` : ''
  if (message.startsWith('Syntax Error')) {
    const tooLong = message.includes('tokens')
    const code = tooLong ? 'QUERY_TOO_LARGE' : 'GRAPHQL_PARSE_FAILED'
    return new GraphQLError(tooLong ? errorCodes.QUERY_TOO_LARGE : `The query has a syntax error${where}.`, {
      ...place,
      extensions: { ...extensions, code },
    })
  }
  const own = extensions.code
  if (typeof own === 'string' && own in errorCodes && !message.startsWith('Variable') && own !== 'BAD_USER_INPUT')
    if (own !== 'GRAPHQL_VALIDATION_FAILED' || !repeatsValue.test(message)) return error
  const variable = /^Variable "(\$\w+)"/.exec(message)?.[1]
  if (variable || repeatsValue.test(message) || own === 'BAD_USER_INPUT')
    return new GraphQLError(
      variable
        ? `The variable ${variable} is missing or not of its type.`
        : message.startsWith('not a ')
          ? message
          : `A value of the query${where} is not of the type that is needed there.`,
      { ...place, extensions: { ...extensions, code: 'BAD_USER_INPUT' } },
    )
  return error
}

/** Brings every answer of Yoga, refused queries too, through `withoutValues`. */
export const usePrivateErrors = (): Plugin => ({
  onResultProcess: ({ result, setResult }) => {
    const results = Array.isArray(result) ? result : [result]
    for (const one of results as { errors?: readonly GraphQLError[] }[])
      if (one.errors) Object.assign(one, { errors: one.errors.map(withoutValues) })
    setResult(result)
  },
})
