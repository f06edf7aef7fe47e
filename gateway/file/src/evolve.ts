import { catalogue } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { benefitsRules } from './benefits.ts'
import { claimOf } from './claim.ts'
import { contactRules } from './contact.ts'
import { employmentRules } from './employment.ts'
import { begun } from './entry.ts'
import { compareFacts, type Fact, greaterLoss } from './fact.ts'
import { familyRules } from './family.ts'
import { emptyFile, type Section, sections, type VeteranFile } from './file.ts'
import { healthRules } from './health.ts'
import { identitiesRules } from './identities.ts'
import { identityRules } from './identity.ts'
import { residenceRules } from './residence.ts'
import type { Rule } from './section-rules.ts'
import { serviceRules } from './service.ts'
import { settle } from './settle.ts'
import { statusRules } from './status.ts'

const rules: { readonly [S in Section]: readonly Rule<S>[] } = {
  identity: identityRules,
  contact: contactRules,
  residence: residenceRules,
  service: serviceRules,
  identities: identitiesRules,
  family: familyRules,
  employment: employmentRules,
  health: healthRules,
  benefits: benefitsRules,
  status: statusRules,
}

type Step = (file: VeteranFile, fact: Fact) => VeteranFile

const stepsOf = <S extends Section>(section: S): [string, Step][] =>
  rules[section].map(({ name, apply }) => [name, (file, fact) => ({ ...file, [section]: apply(file[section], fact) })])

const steps = new Map<string, Step[]>()
for (const [name, step] of sections.flatMap((section) => stepsOf(section)))
  steps.set(name, [...(steps.get(name) ?? []), step])

/** Names of the events that a section of the file takes something from. */
export const foldedNames: ReadonlySet<string> = new Set(steps.keys())

/** Names of the events from which a field of a section takes something. */
export const namesOfField = (section: Section, field: string): readonly string[] => [
  ...new Set(rules[section].filter((rule) => rule.field === field).map(({ name }) => name)),
]

/** A fact of a type of which nothing can be read any more but its type and envelope. */
const erased = (name: string, definition: EventDefinition): Fact => ({
  eventId: '',
  type: definition.type,
  name,
  department: definition.department,
  stream: '',
  revision: 0,
  position: startPosition,
  ordinal: 1,
  time: '1970-01-01T00:00:00.000Z',
  knownTime: '1970-01-01T00:00:00.000Z',
  source: '',
  id: '',
  data: {},
  lost: 'all',
  definition,
})

const saysWithoutKey = <S extends Section>(section: S, field: string): boolean => {
  const empty = emptyFile('')[section]
  return rules[section]
    .filter((rule) => rule.field === field)
    .some(({ name, apply }) =>
      catalogue
        .filter((definition) => definition.name === name)
        .some((definition) => field in apply(empty, erased(name, definition))),
    )
}

const outliving = new Map<string, boolean>()

/**
 * Whether a single value of a section is still said where the key of the person is destroyed: some event gives it by its
 * type or its time alone. What is not there of such a value was never said; of another one it may be erased.
 */
export const outlivesKey = (section: Section, field: string): boolean => {
  const path = `${section}.${field}`
  const answer = outliving.get(path) ?? saysWithoutKey(section, field)
  outliving.set(path, answer)
  return answer
}

/** The file after one more effective fact. Facts come in the order of `compareFacts`. */
export const evolve = (file: VeteranFile, fact: Fact): VeteranFile => {
  const lost = greaterLoss(file.lost, fact.lost)
  const known = lost === file.lost ? file : { ...file, lost }
  // The hub's own decisions about persons, such as links, are read elsewhere and are not folded into the file.
  if (fact.department === 'hub') return known
  const own = steps.get(fact.name)
  if (!own) return { ...known, others: [...known.others, claimOf(begun(fact), fact)] }
  return own.reduce((state, step) => step(state, fact), known)
}

/**
 * The file of a person from all their facts, in any order: settled as known at an ordinal, cut by when they happened
 * (`asOf`, an instant, inclusive), folded.
 */
export const foldFile = (
  personId: string,
  facts: readonly Fact[],
  moment: { asOf?: string | undefined; asKnownAt?: { ordinal: number } | undefined; persons?: readonly string[] } = {},
): VeteranFile => {
  const effective = settle(facts, moment.asKnownAt).filter(
    ({ time }) => moment.asOf === undefined || time <= moment.asOf,
  )
  const start = { ...emptyFile(personId), persons: moment.persons ?? [personId] }
  return effective.toSorted(compareFacts).reduce(evolve, start)
}
