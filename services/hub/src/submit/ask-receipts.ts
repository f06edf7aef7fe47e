import { type Destination, notAHub, post, saysNothing } from './destination.ts'
import { factsUnder, type KnownFact } from './known-facts.ts'
import type { OpenRow, Outcome } from './progress-file.ts'
import { outcomeBesideOthers, type ReceiptItem, rowOutcome } from './row-outcome.ts'

/** What became of open rows; that the receipts are no receipts of what answers; or that nothing was answered now. */
export type Asked =
  | { outcomes: readonly Outcome[] }
  | { otherStore: true }
  | { busy: true; retryAfterMs: number | undefined }

/** Most receipts that are asked for at once. */
export const receiptsAtOnce = 1_000

export type AskOptions = {
  /** Whether rows that differ from what stands are to be sent as corrections of it. */
  correct: boolean
  /** A source that had nothing recorded before: no number of it can stand for another. */
  newSource: string | undefined
}

type Settled = { row: OpenRow; item: ReceiptItem; outcome: Outcome }

/** What is recorded under the numbers of rows that came to their end as first statements; undefined while the hub can't say. */
const factsOf = async (
  settled: readonly Settled[],
  to: Destination,
  { newSource }: AskOptions,
): Promise<readonly KnownFact[] | undefined> => {
  const named = settled.filter(({ row, item }) => row.version === 1 && !row.retraction && item.source !== newSource)
  const facts: KnownFact[] = []
  for (const [source = '', some] of Map.groupBy(named, ({ item }) => item.source)) {
    const found = await factsUnder(
      to,
      source,
      some.flatMap(({ item }) => item.id ?? []),
    )
    if (!found) return undefined
    facts.push(...found)
  }
  return facts
}

/** Asks what became of open rows, at most `receiptsAtOnce`. @throws {SendingStopped} where nobody there knows receipts */
export const askReceipts = async (rows: readonly OpenRow[], to: Destination, options: AskOptions): Promise<Asked> => {
  const body = JSON.stringify({ tokens: rows.map(({ token }) => token) })
  const answer = await post(to, 'receipts', 'application/json', body)
  if (answer === undefined || saysNothing(answer)) return { busy: true, retryAfterMs: answer?.retryAfterMs }
  const items = answer.status === 200 ? (answer.body as { items?: readonly ReceiptItem[] } | null)?.items : undefined
  if (!Array.isArray(items) || items.length !== rows.length) throw notAHub(answer, 'receipts')
  // Another key makes a receipt unknown, another store is told as such: either way the rows are not there.
  if (items.some(({ problem }) => problem)) return { otherStore: true }
  const settled = items.flatMap((item, at): Settled[] => {
    const row = rows[at]!
    const outcome = rowOutcome(row, item, options.correct)
    return outcome ? [{ row, item, outcome }] : []
  })
  const facts = await factsOf(settled, to, options)
  if (!facts) return { busy: true, retryAfterMs: undefined }
  const byId = Map.groupBy(facts, ({ id }) => id)
  return {
    outcomes: settled.map(({ row, item, outcome }) =>
      row.version > 1 || row.retraction
        ? outcome
        : outcomeBesideOthers(outcome, item, byId.get(item.id ?? '') ?? [], options.correct),
    ),
  }
}
