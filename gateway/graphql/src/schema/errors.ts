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

/** What a GraphQL error was made of; the error itself where it was made of nothing. */
export const causeOf = (error: unknown): unknown =>
  error instanceof Error && 'originalError' in error && error.originalError ? error.originalError : error

/** The place of an error in the query and in the answer. */
export const placeOf = (error: unknown): GraphQLErrorOptions => {
  const { path, nodes } = error instanceof GraphQLError ? error : {}
  return { ...(path ? { path } : {}), ...(nodes ? { nodes } : {}) }
}

/**
 * An error in the caller's form where it is one for the caller: a refusal, a query that is not right, or what the read
 * side refuses; undefined for a fault of the hub. GraphQL's own are told by name, since the servers that hand errors on
 * may hold another copy of the class.
 */
export const refusalIn = (error: unknown): Error | undefined => {
  const cause = causeOf(error)
  if (cause instanceof Refused) {
    const { refusal: refused, pointer, details } = cause
    return errorOf(refused, { ...(pointer === undefined ? {} : { pointer }), ...details }, placeOf(error))
  }
  return cause instanceof Error && cause.name === 'GraphQLError' && error instanceof Error ? error : undefined
}
