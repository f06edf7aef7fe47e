import type { Fact } from '@hub/file/fact.ts'
import type { StoredData } from '@hub/schemas/envelope.ts'
import type { Views } from './open-views.ts'
import type { FactParts } from './read-fact.ts'

/** A fact of views that are being built; its boxes are still shut. */
export type ShutFact = {
  person: string
  ordinal: number
  /** The acting office's region as far as it lies open. */
  region: string | undefined
  /** The event to open; or the fact itself, where it has no box. */
  shut: { event: FactParts } | { fact: Fact }
}

const page = `
  SELECT person, facts.ordinal, event_id, type, name, department, stream, revision, position, region, time, known_time,
    source, id, replaces, boxed.data, iif(boxed.data IS NULL, figures, NULL)
  FROM facts INDEXED BY facts_by_person LEFT JOIN aside.boxed ON boxed.ordinal = facts.ordinal
  WHERE person IS NOT NULL AND (person, facts.ordinal) > (?, ?) AND known_from = facts.ordinal
  ORDER BY person, facts.ordinal LIMIT ?`

type Row = [
  person: string,
  ordinal: number,
  eventId: string,
  type: string,
  name: string,
  department: string,
  stream: string,
  revision: number,
  position: string,
  region: string | null,
  time: string,
  knownTime: string,
  source: string,
  id: string,
  replaces: string | null,
  boxed: string | null,
  figures: string | null,
]

/**
 * An event without a box is whole in its row, in the form that today's version has. Only who acted and on what ground
 * is left out, as no file holds that.
 */
const shutFact = (row: Row): ShutFact => {
  const [person, ordinal, eventId, type, name, department, stream, revision, position] = row
  const [, , , , , , , , , region, time, knownTime, source, id, replaces, boxed, figures] = row
  const replacing = replaces === null ? {} : { replaces }
  const open = { person, ordinal, region: region ?? undefined }
  if (boxed !== null) {
    const data = JSON.parse(boxed) as StoredData
    const stored = { id: eventId, type, stream, revision, position }
    return {
      ...open,
      shut: { event: { stored, data, metadata: { source, id, time, ...replacing }, ordinal, knownTime } },
    }
  }
  const place = { eventId, type, name, department, stream, revision, position, ordinal, time, knownTime, source, id }
  const said = { ...replacing, ...(region === null ? {} : { region }) }
  const fact = { ...place, ...said, data: JSON.parse(figures!) as Fact['data'], lost: 'nothing' as const }
  return { ...open, shut: { fact } }
}

/**
 * The facts of views that are being built, person by person, each person's in store order; page by page, so that only
 * one person's facts are held beside a page.
 */
export function* factsByPerson(views: Views, pageSize: number): Generator<ShutFact[]> {
  const read = views.arrays<Row>(page)
  let own: ShutFact[] = []
  for (let person = '', ordinal = 0; ; ) {
    const rows = read.all(person, ordinal, pageSize)
    for (const fact of rows.map(shutFact)) {
      if (own.length > 0 && fact.person !== person) {
        yield own
        own = []
      }
      own.push(fact)
      ;({ person, ordinal } = fact)
    }
    if (rows.length < pageSize) break
  }
  if (own.length > 0) yield own
}
