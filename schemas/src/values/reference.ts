import { z } from 'zod'
import { formWords } from '../form-words.ts'
import { valueKinds } from './value-kinds.ts'

/**
 * Another stream, named by the owning department's local id or by the hub's stream name (`fair-…`, as a receipt gives
 * it). The intake puts the stream name in the local id's place.
 */
export const reference = (category: string) =>
  z
    .string()
    .min(1)
    .max(80)
    .refine((text) => text.trim() === text)
    .register(formWords, {
      en: 'an id of 1 to 80 characters, without spaces around it, is needed',
      zh: '应为 1 至 80 个字符的编号，首尾不得有空格',
    })
    .register(valueKinds, { kind: 'reference', category })

/** The id of another event of the hub, as its receipt gives it. */
export const eventReference = z
  .uuid()
  .register(formWords, { en: 'an event id (UUID) of the hub is needed', zh: '应为枢纽的事件编号（UUID）' })
  .register(valueKinds, { kind: 'event' })
