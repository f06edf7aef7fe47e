import { EventStoreUnavailable } from '@hub/event-store/event-store.ts'

/** Knows whether the event store answers what is recorded to it. */
export type StoreWatch = {
  /** Whether the store answered when it was used last. */
  isThere(): boolean
  /** The same work, watched. */
  watched<Given, Result>(work: (given: Given) => Promise<Result>): (given: Given) => Promise<Result>
}

/** Whether a failure is transient: the event store can't be reached now. */
export const isStoreAway = (error: unknown): boolean => error instanceof EventStoreUnavailable

/** Watches the event store; tells once when it is away, why, and once when it is back. */
export const storeWatch = (tell: { away: (reason: string) => void; back: (afterMs: number) => void }): StoreWatch => {
  let awaySince: number | undefined
  return {
    isThere: () => awaySince === undefined,
    watched: (work) => async (given) => {
      try {
        const result = await work(given)
        if (awaySince !== undefined) tell.back(Math.round(performance.now() - awaySince))
        awaySince = undefined
        return result
      } catch (error) {
        if (isStoreAway(error) && awaySince === undefined) {
          awaySince = performance.now()
          tell.away((error as Error).message)
        }
        throw error
      }
    },
  }
}
