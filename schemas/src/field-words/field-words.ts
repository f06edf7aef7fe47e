import { ofActs } from './of-acts.ts'
import { ofEntitlement } from './of-entitlement.ts'
import { ofMoneyAndWork } from './of-money-and-work.ts'
import { ofPersons } from './of-persons.ts'
import { ofPlacementAndCards } from './of-placement-and-cards.ts'
import { ofProgrammes } from './of-programmes.ts'
import { ofRights } from './of-rights.ts'
import { ofTheHub } from './of-the-hub.ts'

/**
 * What fields are called, in Chinese and English, by field name. A field that means something else in one type stands as
 * `<Name>.<field>`, one inside another as `<field>.<inner field>`.
 */
export type FieldWords = Readonly<Record<string, readonly [zh: string, en: string]>>

const topics: readonly FieldWords[] = [
  ofTheHub,
  ofProgrammes,
  ofMoneyAndWork,
  ofPersons,
  ofPlacementAndCards,
  ofRights,
  ofEntitlement,
  ofActs,
]

const words: FieldWords = Object.assign({}, ...topics)

const own = (key: string) => (Object.hasOwn(words, key) ? words[key] : undefined)

/** What a field of a type is called; `path` goes down by dots. Undefined where nobody has said it. */
export const fieldWordsOf = (name: string, path: string): { zh: string; en: string } | undefined => {
  const inner = path.split('.').at(-1)!
  const found = own(`${name}.${path}`) ?? own(path) ?? own(inner)
  return found && { zh: found[0], en: found[1] }
}

/** Every key, to tell which are used by no type any more. */
export const fieldWordKeys: readonly string[] = topics.flatMap((topic) => Object.keys(topic))
