import { isDay } from '../values/day.ts'

/**
 * The last day on which somebody is still under an age. Years are counted from the day after birth, and the last of them
 * ends with the day that corresponds to the day of birth, or with the last of the month where there is none (Civil Code,
 * art. 201 and 202): who was born on 29 February is of age from 1 March of a common year on.
 * @example lastDayUnder(18, '2008-02-29') // '2026-02-28'
 */
export const lastDayUnder = (age: number, birthDay: string): string => {
  const corresponding = `${Number(birthDay.slice(0, 4)) + age}${birthDay.slice(4)}`
  // Of all days of birth only 29 February has no corresponding one in some years.
  return isDay(corresponding) ? corresponding : `${corresponding.slice(0, 5)}02-28`
}
