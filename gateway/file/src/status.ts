import { stated } from './claim.ts'
import { latest, type Rule, sinceWhen, value } from './section-rules.ts'

/** A court's revocation leaves the death true until that day, but not today. */
const revoked: Rule<'status'> = {
  name: 'DeathDeclarationRevoked',
  field: 'alive',
  apply: ({ deceasedOn: _deceasedOn, ...state }, fact) => ({
    ...state,
    alive: stated<boolean>('status', undefined, true, fact),
  }),
}

/** Whether the person lives. */
export const statusRules: readonly Rule<'status'>[] = [
  ...value('status', 'alive', { DeathRegistered: () => false, AnnualConfirmationCompleted: () => true }, [
    'DeathRegistered',
  ]),
  ...value('status', 'deceasedOn', { DeathRegistered: sinceWhen }),
  ...latest('status', 'cremation', { begins: ['CremationRegistered'] }),
  revoked,
]
