import { z } from 'zod'
import { valueKinds } from './value-kinds.ts'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The check character of the first 17 characters; undefined when one of them is not in the alphabet. GB 32100, modulo 31. */
export const usccCheckCharacter = (first17: string): string | undefined => {
  let sum = 0
  for (let i = 0; i < 17; i++) {
    const value = alphabet.indexOf(first17[i] ?? ' ')
    if (value < 0) return undefined
    sum += value * weights[i]!
  }
  return alphabet[(31 - (sum % 31)) % 31]
}

/** Whether a text is a unified social credit code: 18 characters, no I O S V Z, right check character. */
export const isUscc = (text: string): boolean => text.length === 18 && usccCheckCharacter(text) === text[17]

/** A unified social credit code (GB 32100). */
export const uscc = z
  .string()
  .refine(isUscc, {
    error: 'a unified social credit code of 18 characters with a right check character is needed',
    params: { fault: 'USCC' },
  })
  .register(valueKinds, { kind: 'uscc' })
