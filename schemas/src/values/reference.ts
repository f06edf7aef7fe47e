import { z } from 'zod'
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
    .refine((text) => text.trim() === text, { error: 'an id has no spaces around it' })
    .register(valueKinds, { kind: 'reference', category })
