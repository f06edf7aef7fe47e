import type { Unit } from './figure.ts'

/** What figures are counted in, as an official reads it. */
export const unitWords: Readonly<Record<Unit, { zh: string; en: string }>> = {
  number: { zh: '个（件）', en: 'number' },
  persons: { zh: '人', en: 'persons' },
  times: { zh: '次', en: 'times' },
  money: { zh: '元', en: 'yuan' },
  percent: { zh: '比例', en: 'share' },
  households: { zh: '户', en: 'households' },
  hours: { zh: '小时', en: 'hours' },
  days: { zh: '天', en: 'days' },
  workingDays: { zh: '工作日', en: 'working days' },
}

/** The same of a unit as a frozen report names it; the name itself where it is of another time. */
export const unitOfFrozen = (unit: string): string =>
  Object.hasOwn(unitWords, unit) ? unitWords[unit as Unit].zh : unit
