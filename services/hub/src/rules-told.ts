import { refusals as ofCivilAffairs } from '@hub/civil-affairs/refusals.ts'
import { eventRefusals } from '@hub/intake/fault.ts'
import type { Sentence } from '@hub/schemas/declaration-words.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { ruleNotices, ruleRefusals } from '@hub/schemas/rules/rule-catalogue.ts'
import { rulesInWords } from '@hub/schemas/rules/rule-words.ts'
import { ownRulesOf, rulesEverywhere } from '@hub/schemas/rules/rules-of.ts'
import { refusals as ofVeteranAffairs } from '@hub/veteran-affairs/refusals.ts'
import { departmentChecks } from './department-checks.ts'

/** A rule between fields as whoever sends is told it: what it asks, under which code, and whether it refuses or is noticed. */
export type ToldRule = { words: Sentence; code: string; noticed: boolean }

const told = (words: Sentence, code: string): ToldRule => ({ words, code, noticed: Object.hasOwn(ruleNotices, code) })

/** The words of what departments' checks refuse. */
const messages = new Map(
  [eventRefusals, ruleRefusals, ofVeteranAffairs, ofCivilAffairs].flatMap((catalogue) =>
    Object.values(catalogue).map(({ code, message, messageZh }): [string, Sentence] => [
      code,
      { zh: `${messageZh}的`, en: `where ${message}` },
    ]),
  ),
)

/** What the rules of a type and its department's checks ask; none for a type that has none. */
export const rulesToldOf = (definition: EventDefinition): readonly ToldRule[] => {
  const { department, name } = definition
  if (department === 'hub') return []
  const checks = Object.keys(departmentChecks[department][name] ?? {})
  return [
    ...rulesInWords(name, ownRulesOf(definition)).map(({ code, words }) => told(words, code)),
    ...checks.map((code) => told(messages.get(code)!, code)),
  ]
}

/** What the rules ask that every event keeps. */
export const rulesToldOfAll: readonly ToldRule[] = rulesInWords('', rulesEverywhere).map(({ code, words }) =>
  told(words, code),
)

/** Refused or noticed, in both languages. */
export const ruleAnswer = ({ noticed }: ToldRule): string => (noticed ? '提示 noticed' : '拒收 refused')
