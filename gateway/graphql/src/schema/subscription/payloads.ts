import type { Followed, PageReading, Place } from '@hub/reading/following/follow.ts'
import { endable, follow } from '@hub/reading/following/follow.ts'
import { GraphQLError } from 'graphql'
import type { GatewayContext } from '../context.ts'
import type { cursorsOf } from '../cursor.ts'
import { refusal } from '../errors.ts'
import { placeAfter } from './subscription-cursor.ts'

/** What a payload of any subscription has. */
export type Cursored = { cursor: string; position: string }

/** The refusal that ends a subscription early, as when the gateway stops; undefined for an ordinary payload. */
export const endOf = (payload: unknown): GraphQLError | undefined =>
  payload instanceof GraphQLError ? payload : undefined

/** The refusal that ends every subscription when the gateway stops. */
export const gatewayStops = (): GraphQLError => refusal('GATEWAY_STOPS')

/** The payload; throws where it is the refusal that ends the subscription. */
export const payloadOf = <Payload>(payload: Payload | GraphQLError): Payload => {
  const end = endOf(payload)
  if (end) throw end
  return payload as Payload
}

const made = new WeakMap<Followed, Map<string, unknown>>()

/** Makes the payload of a page once for all subscribers whose cursors have the same `scope`. */
const madeOnce = <Payload>(followed: Followed, scope: string, make: () => Payload): Payload => {
  const payloads = made.get(followed) ?? new Map<string, unknown>()
  made.set(followed, payloads)
  const payload = payloads.has(scope) ? (payloads.get(scope) as Payload) : make()
  payloads.set(scope, payload)
  return payload
}

/**
 * The payloads of a subscription that follows the log from `after`. Each is answered from the views in use then; when
 * the gateway stops the last one is the refusal `GATEWAY_STOPS`.
 */
export const followedPayloads = async <Payload>(
  context: GatewayContext,
  cursors: ReturnType<typeof cursorsOf>,
  after: string | null | undefined,
  reading: PageReading,
  make: (followed: Followed & Cursored) => Promise<Payload> | Payload,
): Promise<AsyncIterableIterator<Payload | GraphQLError>> => {
  const { following } = context
  const from: Place = await placeAfter(context, cursors, after)
  return endable(async function* (signal) {
    for await (const followed of follow(following, reading, from, signal)) {
      context.reader = following.currentReader()
      yield await madeOnce(followed, cursors.scope(), () =>
        make({ ...followed, cursor: cursors.write([followed.position]) }),
      )
    }
    if (following.bell.stopping.aborted) yield gatewayStops()
  })
}
