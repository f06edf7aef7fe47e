import { createRequire } from 'node:module'

type RequestQueue = {
  pending: readonly unknown[]
  throttledUntil: number
  scheduleCheckPendingRequests(): void
}

const { prototype } = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as {
  prototype: RequestQueue
}
const schedule = prototype.scheduleCheckPendingRequests

/**
 * kafkajs looks for pending requests every millisecond, on every connection, for ever (kafkajs#1751). There is nothing
 * to look for while nothing is pending and nothing is throttled: a new request looks by itself.
 */
prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
  if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this)
}
