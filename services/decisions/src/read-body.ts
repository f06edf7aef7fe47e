import type { Fault } from '@hub/runtime/problem.ts'
import { parseWith } from '@hub/runtime/schema-faults.ts'
import { refusedPartCode } from '@hub/schemas/form-refusals.ts'
import { personalNumbersIn } from '@hub/schemas/format/misplaced-numbers.ts'
import { type RefusedPart, refusedJson } from '@hub/schemas/format/refused-json.ts'
import { refusedTexts } from '@hub/schemas/format/refused-texts.ts'
import { useAt } from '@hub/schemas/text-use.ts'
import type { z } from 'zod'
import { refusalFault } from './refusals.ts'

const most = 100

const faultOf = ({ reason, pointer }: RefusedPart): Fault => refusalFault(refusedPartCode(reason), pointer)

/**
 * The body of a decision as its schema takes it, or everything that speaks against it: what can't be stored, personal
 * numbers in any text, what the schema refuses. The words never carry a value.
 */
export const readBody = <Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): { value: z.output<Schema> } | { faults: readonly Fault[] } => {
  const unstorable = refusedJson(body)
  if (unstorable.length > 0) return { faults: unstorable.slice(0, most).map(faultOf) }
  const texts = refusedTexts(body, (path) => useAt(schema, path))
  const numbers = [...texts, ...personalNumbersIn(body)].slice(0, most).map(faultOf)
  const parsed = parseWith(schema, body)
  if ('faults' in parsed) return { faults: [...numbers, ...parsed.faults] }
  return numbers.length > 0 ? { faults: numbers } : parsed
}
