import { handedOverBy } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { fault } from './refusals.ts'

const half: Readonly<Record<string, string>> = { '01': '06', '07': '12' }

const isHalfYear = (from: string, to: string): boolean =>
  from.slice(0, 4) === to.slice(0, 4) && half[from.slice(5)] === to.slice(5)

/** A season is half a calendar year; its index is the military department's, and this department hands it on. */
export const conscription: Checks = {
  EnlistmentSeasonClosed: (data) => [
    ...handedOverBy(data, '人武部'),
    ...(isHalfYear(String(data.from), String(data.to)) ? [] : [fault('NOT_A_HALF_YEAR', '/to')]),
  ],
}
