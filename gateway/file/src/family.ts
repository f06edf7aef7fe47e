import { personIdOf } from '@hub/schemas/values/person.ts'
import { list, type Rule } from './section-rules.ts'

/** Who is meant by a field that holds a person or a named relation: the person id, else the name. */
const personIn =
  (...fields: readonly string[]) =>
  (data: Readonly<Record<string, unknown>>): string | undefined => {
    for (const field of fields) {
      const found = data[field]
      if (typeof found !== 'object' || found === null) continue
      const id = personIdOf(found) ?? ('person' in found ? personIdOf(found.person) : undefined)
      if (id !== undefined) return id
      if ('name' in found) return String(found.name)
    }
    return undefined
  }

/** Marriages, the household, guardians, and the relatives through whom the person is entitled. */
export const familyRules: readonly Rule<'family'>[] = [
  ...list('family', 'marriages', {
    begins: ['MarriageRegistered'],
    ends: ['DivorceRegistered', 'MarriageAnnulled'],
    key: personIn('spouse'),
  }),
  ...list('family', 'members', {
    begins: ['HouseholdMemberAdded'],
    ends: ['HouseholdMemberRemoved'],
    key: personIn('member'),
  }),
  ...list('family', 'guardians', {
    begins: ['GuardianAppointed'],
    ends: ['GuardianshipEnded'],
    key: personIn('guardian'),
  }),
  ...list('family', 'relatives', { begins: ['FamilyMemberRegistered'], key: personIn('relatedPerson') }),
  ...list('family', 'difficulties', {
    begins: ['FamilyDifficultyReported'],
    ends: ['FamilyDifficultyResolved', 'FamilyDifficultyDeclined'],
  }),
]
