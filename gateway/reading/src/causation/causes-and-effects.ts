import type { Fact } from '@hub/file/fact.ts'
import { formatReplaces } from '@hub/schemas/envelope.ts'
import { factsAt, type Place } from '@hub/views/person-facts.ts'
import type { FileReading } from '../read-files.ts'

const columns = 'facts.ordinal, facts.stream, facts.revision, facts.known_time AS knownTime'

/** How an event follows from another one. */
export type Relation = 'CAUSED' | 'REPLACES'
export type Related = { fact: Fact; relation: Relation }

/** Reads the cause that an event names, and the events that name an event as their cause. */
export const createCausationReading = ({ views, store, keys }: FileReading) => {
  const facts = (sql: string, ...values: (string | number)[]) =>
    factsAt(store, keys, views.statement(sql).all(...values) as Place[])
  /**
   * `<source>#<id>` may name one event in each of several streams. The nearest is taken: of the same stream, else of
   * the same person, else of the same matter.
   */
  const named = async (fact: Fact, cause: string): Promise<Fact | undefined> => {
    const at = cause.indexOf('#')
    if (at < 0) return undefined
    const [found] = await facts(
      `SELECT ${columns} FROM facts AS own JOIN facts ON facts.stream = own.stream OR facts.person = own.person OR facts.correlation = own.correlation
       WHERE own.ordinal = ?1 AND own.known_from = own.ordinal AND facts.known_from = facts.ordinal AND facts.ordinal < ?1
         AND facts.source = ?2 AND facts.id = ?3
       ORDER BY facts.stream <> own.stream, facts.person IS NOT own.person, facts.ordinal DESC LIMIT 1`,
      fact.ordinal,
      cause.slice(0, at),
      cause.slice(at + 1),
    )
    return found
  }
  return {
    causeOf: async (fact: Fact): Promise<Related | undefined> => {
      const row = views.statement('SELECT cause FROM causations WHERE ordinal = ?').get(fact.ordinal)
      if (typeof row?.cause === 'string') {
        const [byId] = await facts(
          `SELECT ${columns} FROM facts WHERE event_id = ? AND known_from = ordinal LIMIT 1`,
          row.cause,
        )
        const found = byId ?? (await named(fact, row.cause))
        if (found && found.ordinal !== fact.ordinal) return { fact: found, relation: 'CAUSED' }
      }
      const replaced = fact.replaces === undefined ? undefined : await named(fact, fact.replaces)
      return replaced && { fact: replaced, relation: 'REPLACES' }
    },
    effectsOf: async (fact: Fact): Promise<readonly Related[]> => {
      const caused = await facts(
        `SELECT ${columns} FROM causations JOIN facts ON facts.ordinal = causations.ordinal AND facts.known_from = facts.ordinal
         WHERE causations.cause IN (?1, ?2) ORDER BY facts.ordinal`,
        fact.eventId,
        formatReplaces(fact),
      )
      const replacing = await facts(
        `SELECT ${columns} FROM facts WHERE stream = ? AND replaces = ? AND known_from = ordinal ORDER BY ordinal`,
        fact.stream,
        formatReplaces(fact),
      )
      return [
        ...caused.map((one): Related => ({ fact: one, relation: 'CAUSED' })),
        ...replacing
          .filter(({ ordinal }) => !caused.some((one) => one.ordinal === ordinal))
          .map((one): Related => ({ fact: one, relation: 'REPLACES' })),
      ].sort((one, other) => one.fact.ordinal - other.fact.ordinal)
    },
  }
}
