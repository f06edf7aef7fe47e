import { type AppendOutcome, EventStoreUnavailable } from './event-store.ts'

/** The server has not answered for longer than this side waits. The client itself would wait for ever. */
export class NoAnswerInTime extends Error {
  override name = 'NoAnswerInTime'
}

/** What the client calls an error: its `name` is always 'Error', and its message may be empty. */
export const typeOfClientError = (error: unknown): string | undefined =>
  error instanceof Error && 'type' in error && typeof error.type === 'string' ? error.type : undefined

const whatToDo = (error: unknown): string => {
  if (error instanceof NoAnswerInTime) return error.message
  switch (typeOfClientError(error)) {
    case 'access-denied':
      return 'it does not let this user in: check the user, the password and the rights on the streams of the hub'
    case 'not-leader':
      return 'the node is no leader any more'
    case 'stream-deleted':
      return 'the stream has been deleted there, which must never happen to a stream of the hub: restore it'
    default:
      return 'it can’t be reached, or the connection broke'
  }
}

/** Any other fault of the client as the port's. */
export const unavailable = (doing: string, cause: unknown): EventStoreUnavailable =>
  cause instanceof EventStoreUnavailable
    ? cause
    : new EventStoreUnavailable(`the event store was to ${doing}: ${whatToDo(cause)}`, { cause })

/** What the server said no to, as an outcome; undefined where it is not known whether the write is stored. */
export const outcomeOfError = (error: unknown): AppendOutcome | undefined => {
  switch (typeOfClientError(error)) {
    case 'wrong-expected-version': {
      const { actualVersion } = error as { actualVersion?: unknown }
      return {
        status: 'conflict',
        actualRevision: typeof actualVersion === 'bigint' ? Number(actualVersion) : 'no-stream',
      }
    }
    case 'maximum-append-size-exceeded':
      return { status: 'refused', reason: 'TOO_LARGE', message: 'the write is larger than the event store takes' }
    case 'invalid-argument':
      return { status: 'refused', reason: 'INVALID', message: 'the event store does not take the form of the write' }
    case 'stream-deleted':
      return { status: 'refused', reason: 'INVALID', message: 'the stream has been deleted in the event store' }
    default:
      return undefined
  }
}
