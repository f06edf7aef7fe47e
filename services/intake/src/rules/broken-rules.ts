import { type Fault, faultsOf } from '@hub/runtime/problem.ts'
import { formRefusals } from '@hub/schemas/form-refusals.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { citing, type LegalEntry } from '@hub/schemas/law/legal-rule.ts'
import type { Condition, Rule } from '@hub/schemas/rules/rule.ts'
import { isNoticeCode, ruleNotices, ruleRefusals } from '@hub/schemas/rules/rule-catalogue.ts'
import { rulesOf } from '@hub/schemas/rules/rules-of.ts'
import { type Break, breaksOf } from './rule-kinds.ts'
import { type Said, saidAt } from './said.ts'

const words = { ...formRefusals, ...ruleRefusals, ...ruleNotices }
const ruleFault = faultsOf(words)

const holdsFor = (condition: Condition | undefined, law: LegalEntry | undefined, { data }: Said): boolean => {
  if (condition === undefined) return true
  if ('lawSays' in condition) return law?.value === condition.lawSays
  if ('lawLists' in condition) return Array.isArray(law?.value) && law.value.includes(saidAt(data, condition.lawLists))
  const word = String(saidAt(data, condition.field))
  return 'is' in condition ? condition.is.includes(word) : !condition.isNot.includes(word)
}

const faultAt = (rule: Rule, { pointer, words: exact }: Break, law: LegalEntry | undefined): Fault => {
  if (!law) return ruleFault(rule.code, pointer, exact)
  const { message, messageZh } = exact ? { message: exact.en, messageZh: exact.zh } : words[rule.code]
  return ruleFault(rule.code, pointer, citing({ message, messageZh }, law))
}

/**
 * What the fields of an event say against each other by the rules of its type: what cannot be, and what is only rare.
 * Pointers begin at the event.
 */
export const brokenRules = (said: Said): { faults: readonly Fault[]; notices: readonly Fault[] } => {
  const faults: Fault[] = []
  const notices: Fault[] = []
  for (const rule of rulesOf(said.definition)) {
    const law = rule.law && lawOfFact(said.definition, rule.law, said.data, said.time)
    if (!holdsFor(rule.when, law, said)) continue
    for (const found of breaksOf(rule, said))
      (isNoticeCode(rule.code) ? notices : faults).push(faultAt(rule, found, law))
  }
  return { faults, notices }
}
