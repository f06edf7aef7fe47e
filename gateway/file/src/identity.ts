import { type Rule, sinceWhen, value } from './section-rules.ts'

const registered = (field: string) => ({
  VeteranRegistered: (data: Readonly<Record<string, unknown>>) => data[field],
  FamilyMemberRegistered: (data: Readonly<Record<string, unknown>>) => data[field],
})

const kind: Rule<'identity'>[] = [
  ...value('identity', 'kind', { VeteranRegistered: () => 'veteran' }),
  // Who served stays a veteran when registered as a member of a family too.
  ...value('identity', 'kind', { FamilyMemberRegistered: () => 'family' }).map(
    (rule) =>
      ({
        ...rule,
        apply: (state, fact) => (state.kind ? state : rule.apply(state, fact)),
      }) satisfies Rule<'identity'>,
  ),
]

/** Who it is. */
export const identityRules: readonly Rule<'identity'>[] = [
  ...value('identity', 'name', { ...registered('name'), NameChanged: (data) => data.to }, ['NameChanged']),
  ...value('identity', 'sex', registered('sex')),
  ...value('identity', 'birthDate', registered('birthDate')),
  ...value('identity', 'idDocument', registered('idDocument')),
  ...value('identity', 'registeredOn', {
    VeteranRegistered: sinceWhen,
    FamilyMemberRegistered: sinceWhen,
  }),
  ...kind,
]
