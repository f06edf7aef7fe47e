import type { CheckRowsContext } from '@hub/intake/sheet/check-rows.ts'
import { pointedAt } from '@hub/intake/sheet/put-at.ts'
import { readSheet } from '@hub/intake/sheet/read-sheet.ts'
import { headingOf } from '@hub/intake/sheet/recognise-headings.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import type { RowState } from './row-states.ts'

/** What can have become of a row of a sheet, in the order in which it is told. */
export const results = [
  ['recorded', '已入库', 'recorded'],
  ['corrected', '更正已入库', 'corrections recorded'],
  ['duplicate', '重复（此前已入库）', 'duplicates (recorded before)'],
  ['doubled', '已入库，该编号另有其他人员或事项', 'recorded, and the number stands for another too'],
  ['faulty', '校验有误', 'refused by the check'],
  ['refused', '枢纽拒收', 'refused by the hub'],
  ['rejected', '未能入库', 'rejected by the recorder'],
  ['open', '尚无结果', 'open'],
  ['unsent', '未报送', 'not sent'],
] as const
export type Result = (typeof results)[number][0]

/** Rows and their amounts: a sum in fen for each amount column, and how many cells could not be read as amounts. */
export type Sums = { rows: number; fen: bigint[]; unread: number[] }

/** What became of a whole sheet, row by row and fen by fen. */
export type Reconciliation = {
  /** Headings of the amount columns, as the sheet has them. */
  amounts: readonly string[]
  of: Readonly<Record<Result, Sums>>
  total: Sums
}

const noSums = (columns: number): Sums => ({
  rows: 0,
  fen: Array.from({ length: columns }, () => 0n),
  unread: Array.from({ length: columns }, () => 0),
})

const amountColumns = ({ format }: CheckRowsContext) =>
  format.columns.filter(({ cell }) => cell === 'yuan' || cell === 'signedYuan')

/** The parts make the whole, or the arithmetic here is wrong and nobody may sign it. */
const assertWhole = ({ of, total }: Reconciliation) => {
  const parts = Object.values(of)
  const sum = parts.reduce((rows, one) => rows + one.rows, 0)
  const fen = total.fen.map((_, at) => parts.reduce((all, one) => all + one.fen[at]!, 0n))
  if (sum !== total.rows || fen.some((all, at) => all !== total.fen[at]))
    throw new Error('the parts of the reconciliation do not make its whole')
}

/**
 * Reads a sheet once more and adds up what became of its rows. An amount of a row whose cells are beyond repair is not
 * guessed: it is counted as unread.
 */
export const reconcile = async (
  context: CheckRowsContext,
  faultsOf: (row: number) => readonly Fault[] | undefined,
  stateOf: (row: number) => RowState | undefined,
): Promise<Reconciliation> => {
  const { sheet, format, options } = context
  const columns = amountColumns(context)
  let headings: readonly string[] = []
  const of = Object.fromEntries(results.map(([result]) => [result, noSums(columns.length)])) as Record<Result, Sums>
  const total = noSums(columns.length)
  // A column that the format knows and the sheet has not is none of the sheet's.
  const stands = columns.map(({ needed = false }) => needed)
  for await (const line of readSheet(sheet, format, options)) {
    if (line.kind === 'headings') headings = line.cells
    if (line.kind !== 'said') continue
    const { row, said } = line
    const result = faultsOf(row) ? 'faulty' : (stateOf(row) ?? 'unsent')
    const event = 'event' in said ? said.event : undefined
    for (const sums of [of[result], total]) {
      sums.rows += 1
      for (const [at, column] of columns.entries()) {
        const fen = event && pointedAt(event, column.to[0]!)
        if (typeof fen === 'number') {
          sums.fen[at]! += BigInt(fen)
          stands[at] = true
        } else if (!event) sums.unread[at]! += 1
      }
    }
  }
  const known = stands.flatMap((does, at) => (does ? [at] : []))
  const only = ({ rows, fen, unread }: Sums): Sums => ({
    rows,
    fen: known.map((at) => fen[at]!),
    unread: known.map((at) => unread[at]!),
  })
  const reconciliation = {
    amounts: known.map((at) => headingOf(format, columns[at]!.to[0]!, headings) ?? ''),
    of: Object.fromEntries(Object.entries(of).map(([result, sums]) => [result, only(sums)])) as Record<Result, Sums>,
    total: only(total),
  }
  assertWhole(reconciliation)
  return reconciliation
}
