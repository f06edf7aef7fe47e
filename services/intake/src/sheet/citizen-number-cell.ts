import { citizenNumberFault, upgradeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import type { CellRead } from './cell.ts'
import { type Step, withoutDecimalTail, withoutSeparators, withoutSpaces } from './clean-cell.ts'

/** The last character as it is typed in the place of X: small, Cyrillic, Greek, Roman, the sign of multiplication. */
const likeX = /^(\d{17})[xХхΧχ×Ⅹⅹχ]$/u

/** A citizen number in its 18 characters; whether it is one, and of whom, the event's schema says. */
export const readCitizenNumber = (step: Step): CellRead => {
  const joined = withoutSeparators(withoutDecimalTail(withoutSpaces(step)))
  const { text, repairs } = joined
  if (/^\d{15}$/.test(text)) {
    const upgraded = upgradeCitizenNumber(text)
    return upgraded === undefined
      ? { fault: 'CELL_OLD_NUMBER' }
      : { value: upgraded, repairs: [...repairs, 'UPGRADED'] }
  }
  if (/^\d{15}000$/.test(text) && citizenNumberFault(text) !== undefined) return { fault: 'CELL_DIGITS_LOST' }
  // One rounded number in eleven has a right check digit by chance; one real number in a thousand ends so.
  if (/^\d{15}000$/.test(text)) return { value: text, repairs: [...repairs, 'DIGITS_DOUBTFUL'] }
  const capital = text.replace(likeX, '$1X')
  return { value: capital, repairs: capital === text ? repairs : [...repairs, 'CAPITAL_X'] }
}
