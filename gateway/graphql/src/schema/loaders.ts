import type { Fact } from '@hub/file/fact.ts'
import type { VeteranFile } from '@hub/file/file.ts'
import type { Moment, Page } from '@hub/reading/reader.ts'
import type { KeyedNumber } from '@hub/schemas/number-kinds.ts'
import DataLoader from 'dataloader'
import type { PageStretch } from './connection.ts'
import type { GatewayContext } from './context.ts'
import { refusal } from './errors.ts'
import { EventView, eventView } from './event/event-view.ts'

const eventLoaders = new WeakMap<GatewayContext, DataLoader<string, Fact>>()

const eventLoader = (context: GatewayContext): DataLoader<string, Fact> => {
  const existing = eventLoaders.get(context)
  if (existing) return existing
  const loader = new DataLoader<string, Fact>(async (eventIds) => {
    const facts = await context.reader.eventsOf(eventIds)
    return eventIds.map(
      (eventId) =>
        facts.get(eventId) ?? refusal('NOT_FOUND', { en: 'there is no event with this id', zh: '没有此编号的事件' }),
    )
  })
  eventLoaders.set(context, loader)
  return loader
}

/** An event by its id; all that one answer asks for are read at once. @throws a refusal `NOT_FOUND` */
export const eventOf = (context: GatewayContext, eventId: string): Promise<Fact> => eventLoader(context).load(eventId)

const rootLoaders = new WeakMap<GatewayContext, DataLoader<string, string>>()

const rootLoader = (context: GatewayContext): DataLoader<string, string> => {
  const existing = rootLoaders.get(context)
  if (existing) return existing
  const loader = new DataLoader<string, string>(async (eventIds) => {
    const roots = context.reader.rootsOf(eventIds)
    return eventIds.map((eventId) => roots.get(eventId) ?? eventId)
  })
  rootLoaders.set(context, loader)
  return loader
}

/** The first statement of the fact that an event says; all that one answer asks for are looked up at once. */
export const rootOf = (context: GatewayContext, eventId: string): Promise<string> => rootLoader(context).load(eventId)

type TimelineAsked = { moment: Moment; stretch: PageStretch; headsOnly: boolean }

/** The first pages of timelines; their events are read from the store only where more than their heads is asked for. */
const timelinesOf = async (
  { reader }: GatewayContext,
  files: readonly VeteranFile[],
  { moment, stretch: { first, backwards }, headsOnly }: TimelineAsked,
): Promise<Page<EventView>[]> => {
  const persons = new Map(files.map((file) => [file.personId, file.persons]))
  const byPerson = reader.timelines(persons, { moment, first, backwards })
  const pages = files.map(({ personId }) => byPerson.get(personId)!)
  const ordinals = headsOnly ? [] : pages.flatMap(({ items }) => items.map(({ ordinal }) => ordinal))
  const facts = headsOnly ? [] : await reader.factsOf(ordinals)
  const whole = new Map(facts.map((fact) => [fact.ordinal, fact]))
  return pages.map((page) => ({
    ...page,
    items: page.items.map((head) => new EventView(head, whole.get(head.ordinal))),
  }))
}

type TimelineLoader = DataLoader<VeteranFile, Page<EventView>, string>

const timelineLoaders = new WeakMap<GatewayContext, Map<string, TimelineLoader>>()

const timelineLoader = (context: GatewayContext, asked: TimelineAsked): TimelineLoader => {
  const loaders = timelineLoaders.get(context) ?? new Map<string, TimelineLoader>()
  timelineLoaders.set(context, loaders)
  const { moment, stretch, headsOnly } = asked
  const key = JSON.stringify([moment.asOf, moment.ordinal, stretch.first, stretch.backwards, headsOnly])
  const existing = loaders.get(key)
  if (existing) return existing
  const loader: TimelineLoader = new DataLoader((files) => timelinesOf(context, files, asked), {
    cacheKeyFn: ({ personId }) => personId,
  })
  loaders.set(key, loader)
  return loader
}

/** A page of a file's timeline; the first pages of many files are read at once. */
export const timelineOf = async (
  context: GatewayContext,
  file: VeteranFile,
  asked: TimelineAsked,
): Promise<Page<EventView>> => {
  const { moment, stretch } = asked
  if (!stretch.after && !stretch.before) return timelineLoader(context, asked).load(file)
  const page = await context.reader.timeline(file.personId, { ...stretch, moment })
  return { ...page, items: page.items.map(eventView) }
}

type Numbers = readonly KeyedNumber[] | null
const numberLoaders = new WeakMap<GatewayContext, DataLoader<number, Numbers>>()

const numberLoader = (context: GatewayContext): DataLoader<number, Numbers> => {
  const existing = numberLoaders.get(context)
  if (existing) return existing
  const loader = new DataLoader<number, Numbers>(async (ordinals) => {
    const found = context.reader.numbersOf(ordinals)
    return ordinals.map((ordinal) => (found ? (found.get(ordinal) ?? []) : null))
  })
  numberLoaders.set(context, loader)
  return loader
}

/** The numbers that an event names, unread; null where the caller may not match them. All of one answer are read at once. */
export const numbersOf = (context: GatewayContext, ordinal: number): Promise<Numbers> =>
  numberLoader(context).load(ordinal)
