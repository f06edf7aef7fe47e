import { citizenNumberFault, upgradeCitizenNumber } from '../values/citizen-number.ts'
import { isUscc } from '../values/social-credit-code.ts'
import { mayHoldNumber } from './may-hold-number.ts'
import { readingsInDigits } from './plain-digits.ts'

/** What kind of number tells who somebody is, where to reach them, or where their money is. */
export type PersonalNumber = 'CITIZEN_NUMBER' | 'PHONE' | 'ACCOUNT'

const separator = String.raw`[\s\p{Z}\p{Pd}\p{Pc}.,:;/\\·•‧∙⋅・、，。'’*+~|()（）]`
const between = `${separator}{0,3}`

// One SHA-256 in 100,000 has 18 digits in a row that pass the check; its sender could do nothing about the refusal.
const digest = /(?<![0-9A-Za-z])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})(?![0-9A-Za-z])/g
/** UUIDs and longer hexadecimal ids: shorter numbers are in them by chance. */
const hexId =
  /(?<![0-9A-Za-z])(?:[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|[0-9A-Fa-f]{16,})(?![0-9A-Za-z])/g
const withoutIds = (text: string) => text.replace(hexId, (id) => (/[A-Fa-f]/.test(id) ? '"' : id))

const row = new RegExp(String.raw`\d+(?:${between}\d+)*(?:${between}[Xx](?!\d))?`, 'gu')
/** How many digits a number of a person can have: a mobile number alone, with 86 and with 0086, a citizen number, a card. */
const lengths = [11, 13, 15, 16, 17, 18, 19]
const fewestDigits = 11
const mostDigits = 19

/** Tells what digits of whole groups are, and how many stand in each group. */
type Tell<T> = (digits: string, groups: () => readonly number[]) => T | undefined

/** Looks at all digits of whole groups that stand together in a row, up to the first that is told as something. */
const lookAtRow = <T>(found: string, tell: Tell<T>): T | undefined => {
  const groups = found.match(/\d+/g) ?? []
  // A final X belongs to the last group.
  const all = groups.join('') + (/[Xx]$/.test(found) ? 'X' : '')
  const starts = [0]
  for (const group of groups) starts.push(starts.at(-1)! + group.length)
  for (let first = 0; first < groups.length; first++)
    for (let after = first + 1; after <= groups.length; after++) {
      const length = starts[after]! - starts[first]!
      if (length > mostDigits) break
      if (!lengths.includes(length)) continue
      const sizes = () => groups.slice(first, after).map((group) => group.length)
      const told =
        tell(all.slice(starts[first], starts[after]), sizes) ??
        (length === 17 && after === groups.length ? tell(all.slice(starts[first]), sizes) : undefined)
      if (told !== undefined) return told
    }
  return undefined
}

/** The first thing that is told of the rows of digits in a text: a number may stand between others. */
const lookAtRows = <T>(text: string, tell: Tell<T>): T | undefined => {
  for (const [found] of text.matchAll(row)) {
    const told = found.length < fewestDigits ? undefined : lookAtRow(found, tell)
    if (told !== undefined) return told
  }
  return undefined
}

type Is = (...row: Parameters<Tell<unknown>>) => boolean

/** A company's credit code begins with 9 too, and may be digits throughout: where both checks pass it is taken for one. */
const isCompany = (number: string) => number.startsWith('9') && isUscc(number)

const isCitizenNumber = (digits: string) =>
  digits.length === 18 && digits.slice(6, 8) <= '20' && citizenNumberFault(digits) === undefined && !isCompany(digits)

/** Whether all groups have so many digits; the last may have fewer. */
const isEven = (groups: readonly number[], size: number) =>
  groups.every((length, at) => length === size || (at === groups.length - 1 && length < size))

/** Whether the groups are such as people make, all of one size or one of these: other numbers stand together by chance. */
const isGrouped = (groups: readonly number[], sizes: readonly number[], others: readonly string[]) =>
  groups.length === 1 || sizes.some((size) => isEven(groups, size)) || others.includes(groups.join('-'))

const isOldCitizenNumber: Is = (digits, groups) =>
  digits.length === 15 &&
  upgradeCitizenNumber(digits) !== undefined &&
  isGrouped(groups(), [1, 2, 3, 4, 5], ['6-6-3', '6-9', '12-3', '2-2-2-6-3'])

const mobile = /^(?:(?:00)?86)?1[3-9]\d{9}$/
const mobileGroups = ['3-4-4', '3-8', '7-4', '4-7', '4-3-4', '3-3-5', '3-5-3', '5-6', '6-5']

/** Groups that begin with a year are a serial number. */
const isMobile: Is = (digits, groups) =>
  mobile.test(digits) && isGrouped(groups(), [1, 2, 4], mobileGroups) && !(digits.startsWith('19') && groups()[0] === 4)

const unionPay = /^6[02]\d{14,17}$/
const olderCards = /^(?:955[89]|436742|456351)/

const passesLuhn = (digits: string): boolean => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const value = (digits.charCodeAt(digits.length - 1 - i) - 48) * (i % 2 === 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

const isAccount: Is = (digits, groups) =>
  (unionPay.test(digits) || (digits.length === 19 && olderCards.test(digits))) &&
  passesLuhn(digits) &&
  isGrouped(groups(), [1, 2, 3, 4, 5], ['6-10', '6-13'])

const areaCode = '0(?:10|2[0-57-9]|[3-9][1-9][0-9])'
const local = '(?!20|19)[2-8][0-9]{6,7}(?![0-9])'
/** With its area code set apart, as people write it; or all in one behind a word for telephone. */
const landline = new RegExp(
  String.raw`(?<![0-9][\-_./ ]?)(?:\(${areaCode}\) ?-?|${areaCode}(?:[\-_ /]| - ))${local}|(?:电话|座机|传真|tel|phone|fax)[^0-9]{0,5}${areaCode}[\- ]?${local}`,
  'iu',
)

const kindOf: Tell<PersonalNumber> = (digits, groups) => {
  if (isCitizenNumber(digits) || isOldCitizenNumber(digits, groups)) return 'CITIZEN_NUMBER'
  if (isMobile(digits, groups)) return 'PHONE'
  return isAccount(digits, groups) ? 'ACCOUNT' : undefined
}

const kindOfCitizens: Tell<PersonalNumber> = (digits) => (isCitizenNumber(digits) ? 'CITIZEN_NUMBER' : undefined)

const numberInReading = (reading: string): PersonalNumber | undefined => {
  const whole = reading.replace(digest, '"')
  const outsideIds = withoutIds(whole)
  return (
    lookAtRows(outsideIds, kindOf) ??
    (whole === outsideIds ? undefined : lookAtRows(whole, kindOfCitizens)) ??
    (landline.test(outsideIds) ? 'PHONE' : undefined)
  )
}

const firstIn = (text: string, find: (reading: string) => PersonalNumber | undefined): PersonalNumber | undefined => {
  if (!mayHoldNumber(text)) return undefined
  for (const reading of readingsInDigits(text)) {
    const found = find(reading)
    if (found) return found
  }
  return undefined
}

/**
 * The kind of the first personal number that a text holds, however it is typed: a citizen number of 18 characters (check
 * character, province, day) or of 15 digits (province, day), a mobile number, a landline with its area code, a card (Luhn); in
 * digits of any script, with separators or invisible characters between them. What passes no check is not found: decision 026
 * says what is out of reach.
 */
export const personalNumberIn = (text: string): PersonalNumber | undefined => firstIn(text, numberInReading)

/** Whether a text holds a citizen number of 18 characters: the one kind that is certain wherever it stands. */
export const holdsCitizenNumber = (text: string): boolean =>
  firstIn(text, (reading) => lookAtRows(reading.replace(digest, '"'), kindOfCitizens)) !== undefined
