import { type ExactWords, type Refusal, Refused } from '@hub/schemas/refusal.ts'
import { GraphQLError, type GraphQLErrorOptions } from 'graphql'
import { answeredCodes, type ErrorCode } from '../query-refusals.ts'

/** The `extensions` of a refusal: the code, Chinese beside the English message, and what to do in both. */
export const extensionsOf = ({ code, messageZh, whatToDo, whatToDoZh }: Refusal) => ({
  code,
  messageZh,
  whatToDo,
  whatToDoZh,
})

const errorOf = (refusal: Refusal, more: Readonly<Record<string, unknown>>, place: GraphQLErrorOptions = {}) =>
  new GraphQLError(refusal.message, { ...place, extensions: { ...extensionsOf(refusal), ...more } })

/**
 * A refusal that a caller can act on, in the catalogue's words or in more exact ones. Neither ever holds a value that
 * was sent.
 */
export const refusal = (
  code: ErrorCode,
  exact?: ExactWords,
  more: Readonly<Record<string, unknown>> = {},
  place: GraphQLErrorOptions = {},
): GraphQLError => {
  const entry = answeredCodes[code]
  return errorOf(exact ? { ...entry, message: exact.en, messageZh: exact.zh } : entry, more, place)
}

/** The error that a GraphQL error wraps; the error itself where it wraps none. */
export const causeOf = (error: unknown): unknown =>
  error instanceof Error && 'originalError' in error && error.originalError ? error.originalError : error

/** The place of an error in the query and in the answer. */
export const placeOf = (error: unknown): GraphQLErrorOptions => {
  const { path, nodes } = error instanceof GraphQLError ? error : {}
  return { ...(path ? { path } : {}), ...(nodes ? { nodes } : {}) }
}

/** Where in the text of a query an error lies, in words; empty where the error has no location. */
export const placeInWords = ({ locations }: GraphQLError): ExactWords => {
  const [at] = locations ?? []
  return at
    ? { en: ` at line ${at.line}, column ${at.column}`, zh: `（第 ${at.line} 行第 ${at.column} 列）` }
    : { en: '', zh: '' }
}

/** The extensions of an error; none where it has none, as those of compiled operations. */
const extensionsIn = (error: unknown): Record<string, unknown> =>
  error instanceof Error && 'extensions' in error && error.extensions ? { ...error.extensions } : {}

/** Whether an error is a refusal of the catalogue: only those have the words that it gives them. */
export const isRefusal = (error: unknown): boolean => {
  // Told by its parts: the servers that hand errors on may hold another copy of the class.
  const { code, whatToDoZh } = extensionsIn(error)
  return typeof code === 'string' && Object.hasOwn(answeredCodes, code) && typeof whatToDoZh === 'string'
}

/** Whether an error comes from a server below GraphQL with an HTTP status that blames the request. */
const isOfRequest = (error: unknown): boolean => {
  const { status = 500 } = (extensionsIn(error).http ?? {}) as { status?: number }
  return status >= 400 && status < 500
}

/**
 * An error for the caller where it is one: a refusal, a request that is not right, or what the read side refuses;
 * undefined for a fault of the hub.
 */
export const refusalIn = (error: unknown): Error | undefined => {
  const cause = causeOf(error)
  if (cause instanceof Refused) {
    const { refusal: refused, pointer, details } = cause
    return errorOf(refused, { ...(pointer === undefined ? {} : { pointer }), ...details }, placeOf(error))
  }
  return error instanceof Error && [cause, error].some((each) => isRefusal(each) || isOfRequest(each))
    ? error
    : undefined
}
