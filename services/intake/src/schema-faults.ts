import type { Fault } from '@hub/runtime/problem.ts'
import { jsonPointer } from '@hub/schemas/format/refused-json.ts'
import type { z } from 'zod'
import { type FaultCode, fault, faultCatalogue } from './fault.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

const isFaultCode = (text: unknown): text is FaultCode =>
  typeof text === 'string' && Object.hasOwn(faultCatalogue, text)

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? at[step as never] : undefined),
    value,
  )

/** Of a union's alternatives the one that was meant: all its fields are there and none is unknown. */
const meantAlternative = (alternatives: readonly Issue[][], value: unknown): readonly Issue[] | undefined =>
  alternatives.find((issues) =>
    issues.every(
      (issue) =>
        issue.code !== 'unrecognized_keys' && valueAt(value, issue.path) !== undefined && issue.path.length > 0,
    ),
  )

const faultsOf = (issue: Issue, value: unknown, base: Path): Fault[] => {
  const path = [...base, ...issue.path]
  const at = jsonPointer(path.filter((step) => typeof step !== 'symbol'))
  if (valueAt(value, path) === undefined) return [fault('MISSING', at)]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => fault('UNKNOWN_FIELD', `${at}${jsonPointer([key])}`))
    case 'invalid_union': {
      const meant = meantAlternative(issue.errors, valueAt(value, path))
      return meant ? meant.flatMap((inner) => faultsOf(inner, value, path)) : [fault('VALUE', at, issue.message)]
    }
    case 'custom':
      return isFaultCode(issue.params?.fault) ? [fault(issue.params.fault, at)] : [fault('VALUE', at, issue.message)]
    case 'invalid_type':
    case 'too_small':
    case 'too_big':
      if (/^(an amount|amounts) /.test(issue.message)) return [fault('AMOUNT', at)]
      return [
        fault(
          issue.code === 'invalid_type' ? 'TYPE' : issue.code === 'too_small' ? 'TOO_SMALL' : 'TOO_BIG',
          at,
          issue.message,
        ),
      ]
    case 'invalid_value':
      return [fault('NOT_IN_LIST', at, issue.message)]
    case 'invalid_format':
      return [fault('FORMAT', at, issue.message)]
    default:
      return [fault('VALUE', at)]
  }
}

/** A value as its schema takes it, or all faults in it, below the path `base` of the event. The words never carry the value. */
export const parseWith = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  base: readonly string[] = [],
): { value: z.output<Schema> } | { faults: readonly Fault[] } => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { value: parsed.data }
  const event = base.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value)
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, event, base))
  return { faults: [...new Map(faults.map((one) => [`${one.code} ${one.pointer}`, one])).values()] }
}
