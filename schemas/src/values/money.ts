import { z } from 'zod'
import { valueKinds } from './value-kinds.ts'

/** An amount in whole fen, not negative. */
export const fen = z
  .int('amounts are whole fen')
  .nonnegative('an amount cannot be negative')
  .register(valueKinds, { kind: 'fen' })

/** A difference in whole fen; may be negative. */
export const signedFen = z.int('amounts are whole fen').register(valueKinds, { kind: 'fen' })
