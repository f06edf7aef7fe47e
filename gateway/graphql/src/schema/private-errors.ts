import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { errorCodes } from './errors.ts'

/** Messages of graphql-js that repeat a value from the query or its variables. */
const repeatsValue = /found|invalid value|cannot represent|Value "|Expected value|must be|oneOf|OneOf|exactly one/i

const inside = String.raw`(?:\.[A-Za-z_]\w*|\[\d+\])+`

/**
 * A variable that is wrong, and where inside it: names of input fields and places in lists, which say no value. The two
 * executors word it differently; the value that one of them repeats before the place has its quotes escaped.
 */
const variableFault = new RegExp(
  String.raw`^Variable "\$(?<variable>\w+)"(?: has invalid (?:default )?value at (?<place>${inside}):|.* at "\k<variable>(?<quoted>${inside})"; )?`,
  's',
)

/** What a scalar or an argument of ours says that it needs, without the value. */
const whatIsNeeded = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  if (error.message.startsWith('not a ')) return error.message
  return 'originalError' in error ? whatIsNeeded(error.originalError) : undefined
}

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
  const { variable: name, place: said, quoted } = variableFault.exec(message)?.groups ?? {}
  const variable = name && `$${name}${said ?? quoted ?? ''}`
  if (variable || repeatsValue.test(message) || own === 'BAD_USER_INPUT') {
    const subject = variable ? `The variable ${variable} is missing or` : `A value of the query${where} is`
    const needed = whatIsNeeded(error)
    const words =
      own === 'BAD_USER_INPUT' && needed === message
        ? message
        : `${subject} not of its type${needed ? `: ${needed}` : '.'}`
    return new GraphQLError(words, {
      ...place,
      extensions: { ...extensions, code: 'BAD_USER_INPUT', ...(variable ? { at: variable } : {}) },
    })
  }
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
