import type { CheckedRow } from '@hub/intake/sheet/check-rows.ts'
import { isInPeriod, type RowIdOptions } from '@hub/intake/sheet/row-id.ts'
import { dayOf } from '@hub/schemas/values/day.ts'

/** The ids of a sheet's good rows, as far as they are told. */
export type ToldIds = {
  first: string | undefined
  last: string | undefined
  /** Rows whose numbers only count them, by the period in their ids. */
  periods: ReadonlyMap<string, Period>
  /** Rows whose days lie outside the period that was given for them. */
  outside: { count: number; firstRow: number }
}

type Period = { count: number; firstRow: number; firstId: string; lastId: string }

/** Takes note of ids; keeps none but the first and the last. */
export const idTeller = () => {
  const periods = new Map<string, Period>()
  const told: ToldIds = { first: undefined, last: undefined, periods, outside: { count: 0, firstRow: 0 } }
  return {
    told,
    take: ({ row, event, period }: Pick<CheckedRow, 'row' | 'event' | 'period'>) => {
      const id = String(event?.id)
      told.first ??= id
      told.last = id
      if (period === undefined) return
      if (!isInPeriod(dayOf(String(event?.time)), period) && told.outside.count++ === 0) told.outside.firstRow = row
      const known = periods.get(period)
      if (known) {
        known.count += 1
        known.lastId = id
      } else periods.set(period, { count: 1, firstRow: row, firstId: id, lastId: id })
    },
  }
}

const periodsShown = 5

/** What is said of ids that were made of a number and a period, so that whoever sends the sheet can choose otherwise. */
export const toldIdsText = ({ periods, outside }: ToldIds, { period }: RowIdOptions): readonly string[] => {
  if (periods.size === 0) return []
  const ordered = [...periods].sort(([, one], [, other]) => other.count - one.count)
  return [
    period === undefined
      ? '编号仅为序号，已在其前加上各行日期所在月份 The numbers only count the rows: the month of each row stands before them in the ids:'
      : '编号仅为序号，已在其前加上所给期间 The numbers only count the rows: the period that was given stands before them in the ids:',
    ...ordered
      .slice(0, periodsShown)
      .map(
        ([name, { count, firstRow, firstId, lastId }]) =>
          `  ${name}: ${count} × ${firstId}${count > 1 ? ` … ${lastId}` : ''} (first in row ${firstRow})`,
      ),
    ...(outside.count > 0
      ? [
          `  ${outside.count} 行的日期不在所给期间内，请核对 --period · rows are dated outside the period that was given (first in row ${outside.firstRow})`,
        ]
      : []),
    ...(ordered.length > periodsShown ? [`  … ${ordered.length} periods（个期间）`] : []),
    '  → 同一编号再次报送即为同一事实；可用 --period <期间|none> 或 --id-prefix <文字> 另定 A row sent again under the same id is the same fact; --period <period|none> or --id-prefix <text> choose otherwise',
  ]
}
