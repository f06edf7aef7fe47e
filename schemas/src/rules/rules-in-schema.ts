import type { Rule } from './rule.ts'
import { isNoticeCode } from './rule-catalogue.ts'
import { ruleWordsOf } from './rule-words.ts'

/** A JSON Schema as plain data. */
type JsonSchema = Record<string, unknown>

const inForm = (rule: Rule): JsonSchema | undefined =>
  rule.kind === 'exactlyOne' && rule.when === undefined && !isNoticeCode(rule.code)
    ? { oneOf: rule.fields.map((field) => ({ required: [field] })) }
    : undefined

/**
 * What a JSON Schema says of a type's rules: `x-rules` has each with its code, whether it refuses, and its words; what
 * JSON Schema has a form for is said in that too.
 */
export const rulesInSchema = (type: string, rules: readonly Rule[]): JsonSchema => {
  const inForms = rules.flatMap((rule) => inForm(rule) ?? [])
  return {
    ...(inForms.length > 0 ? { allOf: inForms } : {}),
    'x-rules': rules.map((rule) => {
      const { law, ...declared } = rule
      return {
        ...declared,
        ...(law ? { law: law.key } : {}),
        severity: isNoticeCode(rule.code) ? 'notice' : 'refuse',
        words: ruleWordsOf(type, rule),
      }
    }),
  }
}
