import type { Check, Checks } from '@hub/intake/fault.ts'
import { fault } from './refusals.ts'

const half: Readonly<Record<string, string>> = { '01': '06', '07': '12' }

const isHalfYear = (from: string, to: string): boolean =>
  from.slice(0, 4) === to.slice(0, 4) && half[from.slice(5)] === to.slice(5)

const halfYear: Check = ({ from, to }) =>
  isHalfYear(String(from), String(to)) ? [] : [fault('NOT_A_HALF_YEAR', '/to')]

/** A season is half a calendar year. */
export const conscription: Checks = { EnlistmentSeasonClosed: { NOT_A_HALF_YEAR: halfYear } }
