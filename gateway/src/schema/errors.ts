import { GraphQLError } from 'graphql'

/** Every `extensions.code` that a query can answer with, and what it means. */
export const errorCodes = {
  BAD_USER_INPUT: 'An argument or a variable is not of its type. The path is said, the value never.',
  NOT_FOUND: 'Nothing has this id.',
  CURSOR_MISMATCH: 'The cursor belongs to another filter, order, caller or store; begin again without it.',
  NOT_YET: 'The views have not come to the position asked for; ask again shortly.',
  OTHER_STORE: 'The receipt belongs to another store.',
  QUERY_TOO_LARGE: 'The query is deeper, longer or uses more aliases than allowed; ask in parts.',
  GRAPHQL_PARSE_FAILED: 'The query is not written in GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The query does not fit the schema.',
  INTERNAL_SERVER_ERROR: 'A fault of the hub; it is in the log under the request.',
} as const

export type ErrorCode = keyof typeof errorCodes

/** A refusal that a caller can act on. The message never holds a value that was sent. */
export const refusal = (code: ErrorCode, message: string, more: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...more } })

/** What a GraphQL error was made of; the error itself where it was made of nothing. */
export const causeOf = (error: unknown): unknown =>
  error instanceof Error && 'originalError' in error && error.originalError ? error.originalError : error

/**
 * Whether an error is for the caller: a refusal, or a query that is not right. Told by name, since the servers that
 * hand errors on may hold another copy of the class.
 */
export const isRefusal = (error: unknown): error is Error => {
  const cause = causeOf(error)
  return cause instanceof Error && cause.name === 'GraphQLError'
}
