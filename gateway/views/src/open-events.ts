import type { Fact } from '@hub/file/fact.ts'
import type { PersonKeys } from '@hub/keys/person-keys.ts'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import { type FactParts, factOf, type HalfOpened, halfOpened } from './read-fact.ts'

/** Events with their boxes opened as far as the keys go, and the keys that were found for it. */
export type OpenedEvents = {
  facts: readonly Fact[]
  /** Other persons described in each event, in the order of the events; nobody in one that stays shut. */
  others: readonly (readonly string[])[]
  keys: ReadonlyMap<string, PersonKey>
}

const othersIn = ({ own }: HalfOpened): string[] => own.ofOthers.map(({ of }) => of)

/**
 * Opens events: the box of each with the key of its own person, then the boxes in it with those of the others described
 * there. Keys are asked for twice at most, however many the events. `also` are persons whose keys are wanted beside.
 */
export const openEvents = async (
  keys: Pick<PersonKeys, 'find'>,
  events: readonly FactParts[],
  also: Iterable<string> = [],
): Promise<OpenedEvents> => {
  const owners = events.flatMap(({ data }) => (data.sealed ? [data.sealed.of] : []))
  const own = await keys.find([...new Set([...owners, ...also])])
  const half = events.map((event) => halfOpened(event, own))
  const others = half.map(othersIn)
  const missing = [...new Set(others.flat())].filter((person) => !own.has(person))
  const found = missing.length === 0 ? own : new Map([...own, ...(await keys.find(missing))])
  return { facts: half.map((each) => factOf(each, found)), others, keys: found }
}
