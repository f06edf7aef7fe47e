import { createHash } from 'node:crypto'
import { Refused } from '@hub/schemas/refusal.ts'
import { readingRefusals } from '../reading-refusals.ts'

/** How a sample is drawn. The same seed over the same frame draws the same. */
export type SampleRequest = { size: number; seed: string; by?: string | undefined }

/** One of the frame: its own key, and the stratum that it belongs to. */
export type Framed<Entry> = { key: string; stratum: string; entry: Entry }

/** A part of the frame, how many it has and how many of them are drawn. */
export type Stratum = { name: string; frame: number; drawn: number }

/** What was drawn, in the order of the list, and how. */
export type Drawn<Entry> = { entries: readonly Entry[]; frame: number; strata: readonly Stratum[] }

type Ticket<Entry> = { lot: string; place: number; entry: Entry }

/** The lots of one stratum, of which only as many are kept as can be drawn. */
const urn = <Entry>(size: number) => {
  let tickets: Ticket<Entry>[] = []
  let count = 0
  const best = () => tickets.sort((one, other) => (one.lot < other.lot ? -1 : 1)).slice(0, size)
  return {
    put: (ticket: Ticket<Entry>) => {
      count += 1
      tickets.push(ticket)
      if (tickets.length > 2 * size + 1_000) tickets = best()
    },
    count: () => count,
    draw: (drawn: number) => best().slice(0, drawn),
  }
}

/**
 * How many of each stratum: in proportion to its share, the rests by the greatest remainder (Hamilton), equal ones by
 * name. Together exactly `size`, and never more than a stratum has.
 */
export const allot = (strata: readonly { name: string; frame: number }[], size: number): Stratum[] => {
  const frame = strata.reduce((sum, one) => sum + one.frame, 0)
  const shares = strata.map((one) => {
    const exact = (size * one.frame) / frame
    return { ...one, drawn: Math.floor(exact), rest: exact - Math.floor(exact) }
  })
  const missing = size - shares.reduce((sum, one) => sum + one.drawn, 0)
  const next = [...shares].sort((one, other) => other.rest - one.rest || (one.name < other.name ? -1 : 1))
  for (const share of next.slice(0, missing)) share.drawn += 1
  return shares.map(({ name, frame: own, drawn }) => ({ name, frame: own, drawn }))
}

/**
 * Draws a sample: each of the frame has the lot SHA-256(seed, key); the smallest lots are drawn, in each stratum as
 * many as its share. Anyone can draw it again with a sheet of keys and the seed; the order of the frame is of no matter.
 * @throws {Refused} `SAMPLE_LARGER_THAN_FRAME`
 */
export const drawSample = async <Entry>(
  frame: AsyncIterable<readonly Framed<Entry>[]>,
  { size, seed }: SampleRequest,
): Promise<Drawn<Entry>> => {
  const urns = new Map<string, ReturnType<typeof urn<Entry>>>()
  let place = 0
  for await (const page of frame)
    for (const { key, stratum, entry } of page) {
      const own = urns.get(stratum) ?? urn<Entry>(size)
      urns.set(stratum, own)
      const lot = createHash('sha256')
        .update(JSON.stringify([seed, key]))
        .digest('hex')
      own.put({ lot, place: place++, entry })
    }
  if (size > place)
    throw new Refused(readingRefusals.SAMPLE_LARGER_THAN_FRAME, {
      pointer: '/sampleSize',
      exact: { en: `the list has ${place} rows, fewer than the sample`, zh: `名单仅有 ${place} 条，少于样本数` },
      details: { frame: place },
    })
  const names = [...urns.keys()].sort()
  const strata = allot(
    names.map((name) => ({ name, frame: urns.get(name)!.count() })),
    size,
  )
  const drawn = strata.flatMap((stratum) => urns.get(stratum.name)!.draw(stratum.drawn))
  const entries = drawn.sort((one, other) => one.place - other.place).map(({ entry }) => entry)
  return { entries, frame: place, strata }
}
