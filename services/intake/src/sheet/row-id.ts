import { isDay } from '@hub/schemas/values/day.ts'

/** How the ids of rows are made where the sheet's numbers only count its rows. */
export type RowIdOptions = {
  /**
   * The period whose list the sheet is, as it stands in the ids: `2025`, `2025-03`, `2025-03-01`, `2025-Q1`; or `none`: the
   * numbers are ids as they are. Default: for each row the month of its own day.
   */
  period?: string | undefined
  /** What the id of every row begins with, in the place of a period. */
  idPrefix?: string | undefined
}

/** A number that counts rows and begins at 1 again in the next list. A number of eight digits or with letters is a system's own. */
const serial = /^\d{1,7}$/

/** What `--period` may be. */
export const isPeriod = (text: string): boolean =>
  text === 'none' || /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/.test(text) || isDay(text)

/** Whether a day lies in a period. */
export const isInPeriod = (day: string, period: string): boolean => {
  const [year, quarter] = period.split('-Q')
  if (quarter === undefined) return day.startsWith(period)
  return day.startsWith(year!) && Math.ceil(Number(day.slice(5, 7)) / 3) === Number(quarter)
}

/**
 * The id of a row, from the number that the sheet gives it and the day that it is dated by; with the period that it has
 * got, where the number alone says too little. The same row has the same id in a list that was corrected, that has grown,
 * or of which only some rows are sent again: it depends on the row alone.
 * @example rowId('1', '2025-03-10', {}) // { id: '2025-03/1', period: '2025-03' }
 */
export const rowId = (number: string, day: string, options: RowIdOptions): { id: string; period?: string } => {
  if (options.idPrefix !== undefined) return { id: `${options.idPrefix}${number}` }
  if (!serial.test(number) || options.period === 'none') return { id: number }
  const period = options.period ?? day.slice(0, 7)
  // A spreadsheet takes zeros in front away: 001 and 1 are one row.
  return { id: `${period}/${Number(number)}`, period }
}
