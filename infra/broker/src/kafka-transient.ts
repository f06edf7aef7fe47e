/** Errors that kafkajs calls final, though they only say that a broker is gone for now. */
const transientNames = new Set(['KafkaJSNumberOfRetriesExceeded', 'KafkaJSGroupCoordinatorNotFound'])

/**
 * Whether an error of kafkajs is transient: the broker is gone, or another broker leads now. When kafkajs has given up
 * retrying, it may wrap the error in one that is marked as not retriable; the cause then tells.
 */
export const isTransient = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { name, cause, retriable } = error as Error & { retriable?: boolean }
  return transientNames.has(name) || retriable === true || isTransient(cause)
}
