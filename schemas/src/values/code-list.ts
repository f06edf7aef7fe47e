import { z } from 'zod'
import { valueKinds } from './value-kinds.ts'

/**
 * A code list: the codes are the officials' Chinese words, the labels their English.
 * @example const sex = codeList('sex', { 男: 'male', 女: 'female' })
 */
export const codeList = <const Labels extends Record<string, string>>(list: string, labels: Labels) =>
  z.enum(Object.keys(labels) as [keyof Labels & string, ...(keyof Labels & string)[]]).register(valueKinds, {
    kind: 'code',
    list,
    labels,
  })
