import { anybody, type Caller } from '@hub/reading/caller.ts'

/**
 * Who asks by a request. This is the one place for signing in: read the official from a bearer token or a client
 * certificate here, and refuse a request that names none.
 */
export const callerOfRequest = (_headers: { get(name: string): string | null }): Caller => anybody('http')
