import { ReadingRefused } from '@hub/reading/reading-refused.ts'
import { GraphQLError } from 'graphql'

/** Every `extensions.code` that a query can answer with, and what it means. */
export const errorCodes = {
  BAD_USER_INPUT: 'An argument or a variable is not of its type. The path is said, the value never.',
  NOT_FOUND: 'Nothing has this id.',
  CURSOR_MISMATCH: 'The cursor belongs to another filter, order, caller or store; begin again without it.',
  NOT_YET: 'The views have not come to the position asked for; ask again shortly.',
  MOMENT_IN_FUTURE: 'The moment lies in the future: what is true or known then is not known yet.',
  BEFORE_FOUNDING: 'The moment lies before the store was founded: nothing was known then.',
  OTHER_STORE: 'The receipt, the cursor or the position belongs to another store.',
  GATEWAY_STOPS: 'The gateway stops. Subscribe again with `after` the last cursor; nothing is missed.',
  QUERY_TOO_LARGE: 'The query is deeper, longer or uses more aliases than allowed; ask in parts.',
  QUERY_TOO_COSTLY:
    'The operation costs more than allowed; its cost is in `extensions.cost`. Ask for less, or in parts.',
  TOO_MANY: 'The hub answers as many operations as it can. Ask again after the seconds in Retry-After.',
  TIMED_OUT: 'The answer took longer than allowed and was cut off. Ask for less.',
  BODY_TOO_LARGE: 'The body of the request is larger than allowed. Send shorter queries, or trusted documents.',
  BAD_REQUEST: 'The request is not of the form that GraphQL over HTTP has; the message says what of it.',
  BATCH: 'Several operations came in one request. Send each by itself.',
  MEDIA_TYPE: 'The body has another content type than application/json.',
  METHOD: 'Only GET and POST are answered.',
  CROSS_SITE: 'The request was made by the page of another site. Ask from a page of the hub, or from no browser.',
  PERSONAL_DATA_IN_URL: 'A personal value stands in the URL of a GET. Ask by POST, with the value in a variable.',
  DOCUMENT_UNKNOWN: 'No trusted document has this id. Hand the operation in with the next version of the client.',
  DOCUMENT_REQUIRED: 'Only trusted documents are answered here: send `documentId` in the place of `query`.',
  INTROSPECTION_OFF: 'This hub does not tell its schema. It is in `gateway/graphql/schema.graphql`.',
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
 * An error in the caller's form where it is one for the caller: a refusal, a query that is not right, or what the read
 * side refuses; undefined for a fault of the hub. GraphQL's own are told by name, since the servers that hand errors on
 * may hold another copy of the class.
 */
export const refusalIn = (error: unknown): Error | undefined => {
  const cause = causeOf(error)
  if (cause instanceof ReadingRefused) {
    const { path, nodes } = error instanceof GraphQLError ? error : {}
    return new GraphQLError(cause.message, {
      ...(path ? { path } : {}),
      ...(nodes ? { nodes } : {}),
      extensions: { code: cause.code, ...cause.details },
    })
  }
  return cause instanceof Error && cause.name === 'GraphQLError' && error instanceof Error ? error : undefined
}
