import { isDay } from '@hub/schemas/values/day.ts'
import type { CellRead } from './cell.ts'
import type { Repair } from './repair.ts'

const clock = '(?:[T\\s]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?'
const separated = new RegExp(`^(\\d{4})\\s*([-/.年])\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?${clock}$`)
const compact = /^(\d{4})(\d{2})(\d{2})$/
/** Four digits are a year, not a serial number of before 1927. */
const serial = /^(\d{5})(?:\.\d+)?$/

/** Day of a spreadsheet's serial number. Day 0 is 1899-12-30: spreadsheets keep a 29 February 1900 that never was. */
const dayOfSerial = (days: number): string =>
  new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)

/** A day as sheets have it: 2025-10-01, 2025/10/1, 2025.10.1, 2025年10月1日, 20251001, 45931; a time of day is left out. */
export const readDay = (text: string, repairs: readonly Repair[]): CellRead => {
  const numbered = serial.exec(text)
  if (numbered) return { value: dayOfSerial(Number(numbered[1])), repairs: [...repairs, 'SERIAL_DAY'] }
  const parts = separated.exec(text)
  const [year, month, day] = parts ? [parts[1], parts[3], parts[4]] : (compact.exec(text)?.slice(1) ?? [])
  if (!year || !month || !day) return { fault: 'CELL_DAY' }
  const value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(value)) return { fault: 'CELL_DAY' }
  return { value, repairs: value === text ? repairs : [...repairs, 'DAY_FORM'] }
}
