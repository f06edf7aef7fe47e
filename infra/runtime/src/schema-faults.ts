import { type FormRefusalCode, formRefusals } from '@hub/schemas/form-refusals.ts'
import { formWords } from '@hub/schemas/form-words.ts'
import { jsonPointer } from '@hub/schemas/format/refused-json.ts'
import type { ExactWords } from '@hub/schemas/refusal.ts'
import { schemaAt } from '@hub/schemas/schema-at.ts'
import { valueAt } from '@hub/schemas/value-at.ts'
import { valueKinds } from '@hub/schemas/values/value-kinds.ts'
import type { z } from 'zod'
import { type Fault, faultsOf } from './problem.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** Of a union's alternatives the one that was meant: all its fields are there and none is unknown. */
const meantAlternative = (alternatives: readonly Issue[][], value: unknown): readonly Issue[] | undefined =>
  alternatives.find((issues) =>
    issues.every(
      (issue) =>
        issue.code !== 'unrecognized_keys' && valueAt(value, issue.path) !== undefined && issue.path.length > 0,
    ),
  )

const formFault = faultsOf(formRefusals)

const isFormCode = (name: unknown): name is FormRefusalCode =>
  typeof name === 'string' && Object.hasOwn(formRefusals, name)

const typesZh: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  object: '对象',
  array: '数组',
  tuple: '数组',
  record: '对象',
}

const typeNeeded = (expected: string): ExactWords | undefined => {
  const zh = typesZh[expected]
  return zh === undefined ? undefined : { en: `the type ${expected} is needed`, zh: `应为${zh}` }
}

const measures: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  string: [' characters', '个字符'],
  array: [' entries', '项'],
}

const limit = (side: 'least' | 'most', value: number | bigint, origin: string): ExactWords => {
  const [en, zh] = measures[origin] ?? ['', '']
  return side === 'least'
    ? { en: `at least ${value}${en} are needed`, zh: `至少为 ${value}${zh}` }
    : { en: `at most ${value}${en} are taken`, zh: `至多为 ${value}${zh}` }
}

/** Lists of codes may be long; what to do says where they are. */
const mostValues = 12

const oneOf = (values: readonly unknown[]): ExactWords | undefined => {
  if (values.length > mostValues) return undefined
  return { en: `one of ${values.join(', ')} is needed`, zh: `应为 ${values.join('、')} 之一` }
}

const faultsOfIssue = (issue: Issue, value: unknown, base: Path, schema: z.core.$ZodType): Fault[] => {
  const path = [...base, ...issue.path]
  const at = jsonPointer(path.filter((step) => typeof step !== 'symbol'))
  if (valueAt(value, path) === undefined) return [formFault('MISSING', at)]
  const leaf = schemaAt(schema, path)
  const words = leaf && formWords.get(leaf)
  const isAmount = leaf !== undefined && valueKinds.get(leaf)?.kind === 'fen'
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => formFault('UNKNOWN_FIELD', `${at}${jsonPointer([key])}`))
    case 'invalid_union': {
      const meant = meantAlternative(issue.errors, valueAt(value, path))
      return meant
        ? meant.flatMap((inner) => faultsOfIssue(inner, value, path, schema))
        : [formFault('VALUE', at, words)]
    }
    case 'custom':
      return [isFormCode(issue.params?.fault) ? formFault(issue.params.fault, at) : formFault('VALUE', at, words)]
    case 'invalid_type':
      return [isAmount ? formFault('AMOUNT', at) : formFault('TYPE', at, typeNeeded(issue.expected))]
    case 'too_small':
      return [
        isAmount ? formFault('AMOUNT', at) : formFault('TOO_SMALL', at, limit('least', issue.minimum, issue.origin)),
      ]
    case 'too_big':
      return [isAmount ? formFault('AMOUNT', at) : formFault('TOO_BIG', at, limit('most', issue.maximum, issue.origin))]
    case 'invalid_value':
      return [formFault('NOT_IN_LIST', at, oneOf(issue.values))]
    case 'invalid_format':
      return [formFault('FORMAT', at, words)]
    default:
      return [formFault('VALUE', at)]
  }
}

/**
 * A value as its schema takes it, or all faults in it, below the path `base` of what was sent. The words never carry the
 * value.
 */
export const parseWith = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  base: readonly string[] = [],
): { value: z.output<Schema> } | { faults: readonly Fault[] } => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data }
  const faults = parsed.error.issues.flatMap((issue) => faultsOfIssue(issue, value, [], schema))
  const placed = faults.map((one) => ({ ...one, pointer: `${jsonPointer(base)}${one.pointer}` }))
  return { faults: [...new Map(placed.map((one) => [`${one.code} ${one.pointer}`, one])).values()] }
}
