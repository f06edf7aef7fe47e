import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core'
import { buildSchema } from 'graphql'
import { answeredUntil, deprecations } from './deprecation.ts'

/** A difference between two versions of the schema. */
export type SchemaChange = {
  message: string
  /** Whether clients may break: none may, unless what goes was deprecated and its last day is over. */
  breaking: 'no' | 'dangerous' | 'announced' | 'yes'
}

/** The differences of a schema to an earlier one, the gravest first. `today` is `YYYY-MM-DD`. */
export const compareSchemas = async (earlier: string, later: string, today: string): Promise<SchemaChange[]> => {
  const [before, after] = [buildSchema(earlier), buildSchema(later)]
  const announced = deprecations(before)
  const graveness = ({ criticality, path }: Change): SchemaChange['breaking'] => {
    if (criticality.level === CriticalityLevel.NonBreaking) return 'no'
    if (criticality.level === CriticalityLevel.Dangerous) return 'dangerous'
    const until = answeredUntil(announced.get(path ?? '') ?? '')
    return until !== undefined && until < today ? 'announced' : 'yes'
  }
  const order: readonly SchemaChange['breaking'][] = ['yes', 'announced', 'dangerous', 'no']
  const changes = (await diff(before, after)).map((change) => ({
    message: change.message,
    breaking: graveness(change),
  }))
  return changes.sort((first, second) => order.indexOf(first.breaking) - order.indexOf(second.breaking))
}
