import DataLoader from 'dataloader'
import type { Fact } from '../file/fact.ts'
import type { GatewayContext } from './context.ts'
import { refusal } from './errors.ts'

const eventLoaders = new WeakMap<GatewayContext, DataLoader<string, Fact>>()

const eventLoader = (context: GatewayContext): DataLoader<string, Fact> => {
  const known = eventLoaders.get(context)
  if (known) return known
  const loader = new DataLoader<string, Fact>(async (eventIds) => {
    const found = await context.reader.eventsOf(eventIds)
    return eventIds.map((eventId) => found.get(eventId) ?? refusal('NOT_FOUND', 'there is no event with this id'))
  })
  eventLoaders.set(context, loader)
  return loader
}

/** An event by its id; all that one answer asks for are read at once. @throws a refusal `NOT_FOUND` */
export const eventOf = (context: GatewayContext, eventId: string): Promise<Fact> => eventLoader(context).load(eventId)
