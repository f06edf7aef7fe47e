import { lookUpType } from '@hub/schemas/catalogue.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import { positionOfSequence } from '@hub/schemas/format/position.ts'
import type { Fact } from './fact.ts'

/** An invented person. */
export const samplePerson = `1${'a'.repeat(26)}`

/** Invented facts in one stream, as if recorded one after another; a fact's id is its place, from 1. */
export const sampleStream = (
  said: readonly (Partial<Omit<Fact, 'replaces'>> & { name: string; replaces?: number })[],
  stream = `person-${samplePerson}`,
): Fact[] =>
  said.map(({ replaces, ...fact }, index) => {
    const department = fact.department ?? 'veteran-affairs'
    const source = `/departments/${department}/ledger`
    const type = `${department}.${fact.name}.v1`
    const definition = lookUpType(type)?.definition
    return {
      eventId: eventIdOf(source, String(index + 1), stream),
      type,
      department,
      stream,
      revision: index,
      position: positionOfSequence(index + 1),
      ordinal: index + 1,
      time: `2024-01-${String(index + 1).padStart(2, '0')}T00:00:00.000Z`,
      knownTime: `2024-06-01T00:00:${String(index).padStart(2, '0')}.000Z`,
      source,
      id: String(index + 1),
      data: {},
      lost: 'nothing',
      ...(definition ? { definition } : {}),
      ...(replaces === undefined ? {} : { replaces: `${source}#${replaces}` }),
      ...fact,
    }
  })
