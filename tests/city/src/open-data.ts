import type { StoredEvent } from '@hub/event-store/event-store.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import type { Metadata, StoredData } from '@hub/schemas/envelope.ts'
import { parseStreamName } from '@hub/schemas/format/stream-name.ts'
import { isKeyedHash } from '@hub/schemas/open-field.ts'
import { dayOf } from '@hub/schemas/values/day.ts'

/** What somebody without any key reads of one person in broker and store. */
type Left = { values: Set<string>; types: string[]; days: string[] }

type Read = Pick<StoredEvent, 'type' | 'stream' | 'data' | 'metadata'>

/**
 * Open values that say something outside the hub, as `field=value`. Names of streams and keyed hashes are left out: they
 * tell two events of one matter apart from two of different ones, and nobody knows them from elsewhere.
 */
const valuesOf = (type: string, data: StoredData): string[] => {
  const definition = lookUpType(type)?.definition
  return (definition?.openFields ?? [])
    .filter(({ field, as }) => field !== definition?.streamField && !isKeyedHash(as) && data[field] !== undefined)
    .map(({ field }) => `${field}=${JSON.stringify(data[field])}`)
}

/** What lies open of each person, by the person id of stream or box. */
export const leftOpen = (events: Iterable<Read>): ReadonlyMap<string, Left> => {
  const persons = new Map<string, Left>()
  for (const { type, stream, data: text, metadata } of events) {
    const data = JSON.parse(text) as StoredData
    const { category, id } = parseStreamName(stream)
    const person = category === 'person' ? id : data.sealed?.of
    if (person === undefined) continue
    const left = persons.get(person) ?? { values: new Set(), types: [], days: [] }
    persons.set(person, left)
    for (const value of valuesOf(type, data)) left.values.add(value)
    left.types.push(type)
    left.days.push(`${type} ${dayOf((JSON.parse(metadata) as Metadata).time)}`)
  }
  return persons
}

const shareOfUnique = (descriptions: readonly string[]): number => {
  const times = new Map<string, number>()
  for (const each of descriptions) times.set(each, (times.get(each) ?? 0) + 1)
  return [...times.values()].filter((count) => count === 1).length / descriptions.length
}

const sorted = (values: Iterable<string>) => [...values].sort().join('\n')

/** Shares of persons whom nobody else equals in what lies open: in its values, with the types of their events, with days. */
export const uniqueByOpenData = (persons: ReadonlyMap<string, Left>) => {
  const all = [...persons.values()]
  return {
    persons: all.length,
    values: shareOfUnique(all.map(({ values }) => sorted(values))),
    types: shareOfUnique(all.map(({ values, types }) => `${sorted(values)}\n\n${sorted(types)}`)),
    days: shareOfUnique(all.map(({ values, days }) => `${sorted(values)}\n\n${sorted(days)}`)),
  }
}

/** The share that birth year, sex and region alone would single out: what lay open before fields were sealed by default. */
export const uniqueByRegistration = (registrations: Iterable<Readonly<Record<string, unknown>>>): number =>
  shareOfUnique(
    [...registrations].map(({ birthDate, sex, hukouRegion, region }) =>
      [String(birthDate).slice(0, 4), sex, hukouRegion ?? region].join(),
    ),
  )
