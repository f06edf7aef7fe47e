import { jsonPointer } from '@hub/schemas/format/refused-json.ts'
import type { z } from 'zod'
import { type FaultCatalogue, type FaultEntry, faultsOf, formFaults } from './form-faults.ts'
import type { Fault } from './problem.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

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

const formFault = faultsOf(formFaults)

/** The fault that a schema names itself, where the catalogue has it. */
const namedFault = (name: unknown, at: string, catalogue: FaultCatalogue): Fault | undefined =>
  typeof name === 'string' && Object.hasOwn(catalogue, name) ? faultsOf(catalogue)(name, at) : undefined

const faultsOfIssue = (issue: Issue, value: unknown, base: Path, catalogue: FaultCatalogue): Fault[] => {
  const path = [...base, ...issue.path]
  const at = jsonPointer(path.filter((step) => typeof step !== 'symbol'))
  if (valueAt(value, path) === undefined) return [formFault('MISSING', at)]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => formFault('UNKNOWN_FIELD', `${at}${jsonPointer([key])}`))
    case 'invalid_union': {
      const meant = meantAlternative(issue.errors, valueAt(value, path))
      return meant
        ? meant.flatMap((inner) => faultsOfIssue(inner, value, path, catalogue))
        : [formFault('VALUE', at, issue.message)]
    }
    case 'custom':
      return [namedFault(issue.params?.fault, at, catalogue) ?? formFault('VALUE', at, issue.message)]
    case 'invalid_type':
    case 'too_small':
    case 'too_big':
      if (/^(an amount|amounts) /.test(issue.message)) return [formFault('AMOUNT', at)]
      return [
        formFault(
          issue.code === 'invalid_type' ? 'TYPE' : issue.code === 'too_small' ? 'TOO_SMALL' : 'TOO_BIG',
          at,
          issue.message,
        ),
      ]
    case 'invalid_value':
      return [formFault('NOT_IN_LIST', at, issue.message)]
    case 'invalid_format':
      return [formFault('FORMAT', at, issue.message)]
    default:
      return [formFault('VALUE', at)]
  }
}

/**
 * What parses with the faults of a catalogue: a value as its schema takes it, or all faults in it, below the path `base`
 * of what was sent. The words never carry the value.
 */
export const parserOf =
  (catalogue: Readonly<Record<keyof typeof formFaults, FaultEntry>>) =>
  <Schema extends z.ZodType>(
    schema: Schema,
    value: unknown,
    base: readonly string[] = [],
  ): { value: z.output<Schema> } | { faults: readonly Fault[] } => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return { value: parsed.data }
    const sent = base.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value)
    const faults = parsed.error.issues.flatMap((issue) => faultsOfIssue(issue, sent, base, catalogue))
    return { faults: [...new Map(faults.map((one) => [`${one.code} ${one.pointer}`, one])).values()] }
  }
