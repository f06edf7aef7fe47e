import { z } from 'zod'
import { isDay } from './day.ts'
import { valueKinds } from './value-kinds.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
const provinces = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)

/** What is wrong with a citizen number; the words never carry the number. */
export type CitizenNumberFault =
  | 'MASKED'
  | 'OTHER_DOCUMENT'
  | 'LENGTH'
  | 'CHARACTERS'
  | 'PROVINCE'
  | 'BIRTH_DATE'
  | 'CHECK_CHARACTER'

/** The check character of the first 17 digits. ISO 7064 MOD 11-2, as GB 11643 uses it. */
export const citizenCheckCharacter = (first17: string): string => {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * weights[i]!
  return checkCharacters[sum % 11]!
}

/** A citizen number of its first 17 digits, with the check character that belongs to them. */
export const completeCitizenNumber = (first17: string): string => first17 + citizenCheckCharacter(first17)

/**
 * Whether the first six digits are a region at issue, or those of a foreigner's permanent residence card: 9, the province
 * that took the application, and the country of nationality in three digits.
 */
const isIssuedIn = (text: string): boolean => provinces.has(text[0] === '9' ? text.slice(1, 3) : text.slice(0, 2))

/** Digits, and signs in the place of some: 430302********2018. */
const masked = /^[\dXx]*[*＊•●■█○◯★×xX]{3,}[\dXx]*$|[*＊•●■█★]/
/** A passport, a travel permit, an officer's certificate, a foreigner's card of before 2023: letters or 字第 before digits. */
const otherDocument = /^[A-Za-z]{1,3}\d{6,12}$|字第/

/**
 * The first fault of an 18-character citizen number, or undefined when it is a valid one. Source: GB 11643; the number of
 * a foreigner's permanent residence card of 2023 is made in the same way and begins with 9.
 */
export const citizenNumberFault = (text: string): CitizenNumberFault | undefined => {
  if (text.length > 40) return 'LENGTH'
  if (masked.test(text)) return 'MASKED'
  if (otherDocument.test(text)) return 'OTHER_DOCUMENT'
  if (text.length !== 18) return 'LENGTH'
  if (!/^\d{17}[\dX]$/.test(text)) return 'CHARACTERS'
  if (!isIssuedIn(text)) return 'PROVINCE'
  if (!isDay(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`)) return 'BIRTH_DATE'
  if (text[17] !== citizenCheckCharacter(text)) return 'CHECK_CHARACTER'
  return undefined
}

/** A 15-digit number of the first generation brought up to 18: order codes 996–999 mean born in 18xx, others in 19xx. */
export const upgradeCitizenNumber = (fifteen: string): string | undefined => {
  if (!/^\d{15}$/.test(fifteen)) return undefined
  const century = Number(fifteen.slice(12)) >= 996 ? '18' : '19'
  const first17 = fifteen.slice(0, 6) + century + fifteen.slice(6)
  const upgraded = completeCitizenNumber(first17)
  return citizenNumberFault(upgraded) === undefined && !isForeignerNumber(upgraded) ? upgraded : undefined
}

/** Whether a number is that of a foreigner's permanent residence card: 18 characters, the first is 9. */
export const isForeignerNumber = (text: string): boolean =>
  text.startsWith('9') && citizenNumberFault(text) === undefined

/** What a valid number says of whom it names: the day of birth `YYYY-MM-DD`, and the sex as the code list has it. */
export const saidByNumber = (number: string): { birthDate: string; sex: '男' | '女' } => ({
  birthDate: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
  sex: Number(number[16]) % 2 === 1 ? '男' : '女',
})

/** Whether a number is that of a residence permit of residents of Hong Kong, Macao and Taiwan: 81, 82 or 83 in front. */
export const isPermitNumber = (text: string): boolean => text.startsWith('8') && citizenNumberFault(text) === undefined

const faultText: Record<CitizenNumberFault, string> = {
  MASKED: 'citizen number: signs stand in the place of digits',
  OTHER_DOCUMENT: 'citizen number: this is the number of another document',
  LENGTH: 'citizen number: 18 characters are needed',
  CHARACTERS: 'citizen number: 17 digits and a digit or a capital X are needed',
  PROVINCE: 'citizen number: unknown province prefix',
  BIRTH_DATE: 'citizen number: the birth date in it does not exist',
  CHECK_CHARACTER: 'citizen number: wrong check character',
}

/**
 * A citizen number (GB 11643), or that of a foreigner's permanent residence card, 18 characters, X in capitals. Stored only in
 * sealed fields; elsewhere it becomes a person id.
 */
export const citizenNumber = z
  .string()
  .check((context) => {
    const fault = citizenNumberFault(context.value)
    if (fault) {
      context.issues.push({
        code: 'custom',
        input: '',
        message: faultText[fault],
        params: { fault: `CITIZEN_NUMBER_${fault}` },
      })
    }
  })
  .register(valueKinds, { kind: 'citizenNumber' })
