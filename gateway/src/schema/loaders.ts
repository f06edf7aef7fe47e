import DataLoader from 'dataloader'
import type { Fact } from '../file/fact.ts'
import type { Moment, Page } from '../views/read-types.ts'
import type { PageStretch } from './connection.ts'
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

const rootLoaders = new WeakMap<GatewayContext, DataLoader<string, string>>()

const rootLoader = (context: GatewayContext): DataLoader<string, string> => {
  const known = rootLoaders.get(context)
  if (known) return known
  const loader = new DataLoader<string, string>(async (eventIds) => {
    const roots = context.reader.rootsOf(eventIds)
    return eventIds.map((eventId) => roots.get(eventId) ?? eventId)
  })
  rootLoaders.set(context, loader)
  return loader
}

/** The first statement of the fact that an event says; all that one answer asks for are looked up at once. */
export const rootOf = (context: GatewayContext, eventId: string): Promise<string> => rootLoader(context).load(eventId)

type TimelineLoader = DataLoader<string, Page<Fact>>

const timelineLoaders = new WeakMap<GatewayContext, Map<string, TimelineLoader>>()

const timelineLoader = (context: GatewayContext, moment: Moment, { first, backwards }: PageStretch): TimelineLoader => {
  const loaders = timelineLoaders.get(context) ?? new Map<string, TimelineLoader>()
  timelineLoaders.set(context, loaders)
  const key = JSON.stringify([moment.asOf, moment.ordinal, first, backwards])
  const known = loaders.get(key)
  if (known) return known
  const loader: TimelineLoader = new DataLoader(async (personIds) => {
    const found = await context.reader.timelines(personIds, { moment, first, backwards })
    return personIds.map((personId) => found.get(personId)!)
  })
  loaders.set(key, loader)
  return loader
}

/** A page of a person's timeline; the first pages of many persons are read at once. */
export const timelineOf = (
  context: GatewayContext,
  personId: string,
  moment: Moment,
  stretch: PageStretch,
): Promise<Page<Fact>> =>
  stretch.after || stretch.before
    ? context.reader.timeline(personId, { ...stretch, moment })
    : timelineLoader(context, moment, stretch).load(personId)
