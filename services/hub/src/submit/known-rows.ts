import type { CheckRowsContext } from '@hub/intake/sheet/check-rows.ts'
import { readSheet } from '@hub/intake/sheet/read-sheet.ts'
import type { Destination } from './destination.ts'
import { factsUnder, idsAtOnce, isKnownSource } from './known-facts.ts'

/** Rows under whose numbers the hub has something recorded: how many, and the first of them. */
export type KnownRows = { count: number; first: { row: number; id: string } | undefined }

type Numbered = { row: number; source: string; id: string }

/**
 * Asks a hub which numbers of a sheet it knows already. What was recorded under them is not told, and not whether a row says
 * the same: that is known when it is sent. Undefined where no hub answers.
 */
export const knownRows = async (
  { sheet, format, options }: CheckRowsContext,
  refused: { has(row: number): boolean },
  to: Destination,
  source: string,
): Promise<KnownRows | undefined> => {
  const isKnown = await isKnownSource(to, source)
  if (isKnown === undefined) return undefined
  const told: KnownRows = { count: 0, first: undefined }
  const ask = async (rows: readonly Numbered[]): Promise<boolean> => {
    for (const [from, some] of Map.groupBy(rows, (row) => row.source)) {
      if (from === source && !isKnown) continue
      const facts = await factsUnder(
        to,
        from,
        some.map(({ id }) => id),
      )
      if (!facts) return false
      const ids = new Set(facts.map(({ id }) => id))
      for (const { row, id } of some) {
        if (!ids.has(id)) continue
        told.count += 1
        told.first ??= { row, id }
      }
    }
    return true
  }
  let page: Numbered[] = []
  for await (const line of readSheet(sheet, format, options)) {
    if (line.kind !== 'said' || 'faults' in line.said || refused.has(line.row)) continue
    const { id, source: from } = line.said.event
    page.push({ row: line.row, source: String(from), id: String(id) })
    if (page.length < idsAtOnce) continue
    if (!(await ask(page))) return undefined
    page = []
  }
  return (await ask(page)) ? told : undefined
}

/** The same in words. */
export const knownRowsText = (known: KnownRows | undefined, { url }: Pick<Destination, 'url'>): string => {
  const origin = new URL(url).origin
  if (!known)
    return `The hub at ${origin} does not answer: it is not known which numbers it has already（枢纽未应答，无法核对编号是否已报送）`
  const { count, first } = known
  return first
    ? `${count} rows have numbers that the hub has already（枢纽已有这些编号）, the first ${first.id} in row ${first.row}\n  → 内容相同的为重复；不同的会逐行告知，更正请加 --correct Those that say the same are duplicates; those that differ are told row by row, and sent as corrections with --correct`
    : 'The hub has none of the numbers yet（枢纽尚无这些编号）'
}
