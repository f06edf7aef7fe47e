/** What kafkajs says of a broker that is gone, though it calls it final. */
const passing = new Set(['KafkaJSNumberOfRetriesExceeded', 'KafkaJSGroupCoordinatorNotFound'])

/**
 * Whether an error of kafkajs may pass by itself: the broker is gone, or another broker leads now. Where kafkajs tries
 * again inside of trying again, what it gave up on is wrapped in an error that says it can't be tried again: its cause
 * tells.
 */
export const mayPass = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const { name, cause, retriable } = error as Error & { retriable?: boolean }
  return passing.has(name) || retriable === true || mayPass(cause)
}
