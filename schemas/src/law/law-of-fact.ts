import type { EventDefinition } from '../define-event.ts'
import { beginningOf, firstDateIn } from '../own-time.ts'
import { type LegalEntry, type LegalRule, lawOn } from './legal-rule.ts'

type Declared = Partial<Pick<EventDefinition, 'time' | 'judgedBy'>>
type Data = Readonly<Record<string, unknown>>

/** The day (or month, or partial date) whose law decides of a fact: the one that its type names, else that from which it is so. */
export const dayOfLaw = (declared: Declared, data: Data, envelopeTime: string): string =>
  firstDateIn(data, declared.judgedBy ?? []) ?? beginningOf(declared, data, envelopeTime)

/** What the law decides of a fact of this type; undefined where no entry says anything of its day. */
export const lawOfFact = <Value>(
  declared: Declared,
  rule: LegalRule<Value>,
  data: Data,
  envelopeTime: string,
): LegalEntry<Value> | undefined =>
  lawOn(rule, dayOfLaw(declared, data, envelopeTime), typeof data.region === 'string' ? data.region : undefined)
