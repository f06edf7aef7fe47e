import type { z } from 'zod'
import { schemasIn } from './schemas-in.ts'
import { kindOf } from './values/value-kinds.ts'

/** Every field of a payload and of what is in it, as paths with dots; a value of a known kind is not looked into. */
export const fieldPaths = (shape: z.core.$ZodLooseShape): readonly string[] => [
  ...new Set(schemasIn(shape, (schema) => !kindOf(schema)).map(({ path }) => path.replaceAll('[]', ''))),
]
