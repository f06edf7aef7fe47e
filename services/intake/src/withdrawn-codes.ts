import type { Fault } from '@hub/runtime/problem.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { jsonPointer } from '@hub/schemas/format/refused-json.ts'
import { beginningOf } from '@hub/schemas/own-time.ts'
import { schemaAt } from '@hub/schemas/schema-at.ts'
import { schemasIn } from '@hub/schemas/schemas-in.ts'
import { kindOf } from '@hub/schemas/values/value-kinds.ts'
import type { z } from 'zod'
import { fault } from './fault.ts'

type Path = readonly (string | number)[]
type Declared = Pick<EventDefinition, 'data' | 'time'>

const exactWords = ({ withdrawn, instead }: { withdrawn: string; instead?: string | undefined }) => ({
  en: `this code is not used since ${withdrawn}${instead === undefined ? '' : `; ${instead} is said since then`}`,
  zh: `该代码自 ${withdrawn} 起停用${instead === undefined ? '' : `，改用“${instead}”`}`,
})

const faultsAt = (declared: Declared, value: unknown, path: Path, day: string): readonly Fault[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => faultsAt(declared, item, [...path, index], day))
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([field, member]) => faultsAt(declared, member, [...path, field], day))
  if (typeof value !== 'string') return []
  const schema = schemaAt(declared.data, path)
  const kind = schema && kindOf(schema as z.ZodType)
  const code = kind?.kind === 'code' ? kind.codes[value] : undefined
  if (code?.withdrawn === undefined || day < code.withdrawn) return []
  const { withdrawn, instead } = code
  return [fault('CODE_WITHDRAWN', jsonPointer(path), exactWords({ withdrawn, instead }))]
}

const codesWithdrawn = (schema: z.ZodType): readonly string[] => {
  const kind = kindOf(schema)
  if (kind?.kind !== 'code') return []
  return Object.entries(kind.codes).flatMap(([code, { withdrawn }]) => (withdrawn === undefined ? [] : [code]))
}

/** The codes of a type that were withdrawn, of whichever field: events without such a word need no closer look. */
const known = new WeakMap<object, ReadonlySet<string>>()
const withdrawnOf = ({ data }: Declared): ReadonlySet<string> => {
  const found = known.get(data) ?? new Set(schemasIn(data.shape).flatMap(({ schema }) => codesWithdrawn(schema)))
  known.set(data, found)
  return found
}

const holdsOneOf = (words: ReadonlySet<string>, value: unknown): boolean => {
  if (typeof value === 'string') return words.has(value)
  if (typeof value !== 'object' || value === null) return false
  for (const key in value) if (holdsOneOf(words, value[key as never])) return true
  return false
}

/**
 * Codes that were withdrawn before the day from which the fact is so, by its own fields: a late fact of their time is
 * taken. `data` is of today's version; pointers begin at it.
 */
export const withdrawnCodes = (
  declared: Declared,
  data: Readonly<Record<string, unknown>>,
  envelopeTime: string,
): readonly Fault[] => {
  const words = withdrawnOf(declared)
  if (words.size === 0 || !holdsOneOf(words, data)) return []
  return faultsAt(declared, data, [], beginningOf(declared, data, envelopeTime))
}
