import type { z } from 'zod'
import type { TextUse } from './format/text-faults.ts'
import { openMarkOf } from './open-field.ts'
import { schemaAt } from './schema-at.ts'
import { kindOf } from './values/value-kinds.ts'

/** What the text at a path of a schema is for: references and numbers that tell things apart are ids. */
export const useAt = (schema: z.core.$ZodType, path: readonly string[]): TextUse => {
  const leaf = schemaAt(schema, path) as z.ZodType | undefined
  return leaf && (kindOf(leaf)?.kind === 'reference' || openMarkOf(leaf)?.as?.form === 'token') ? 'id' : 'words'
}
