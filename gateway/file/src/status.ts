import { stated } from './claim.ts'
import { followed } from './entry.ts'
import { latest, list, type Rule, sinceWhen, value } from './section-rules.ts'

/** A court's revocation leaves the death true until that day, but not today. */
const revoked: Rule<'status'> = {
  name: 'DeathDeclarationRevoked',
  field: 'alive',
  apply: ({ deceasedOn: _deceasedOn, ...state }, fact) => ({
    ...state,
    alive: stated<boolean>('status', undefined, true, fact),
  }),
}

/** A lead closes no file; a registered death settles the leads that there are, and is none itself. */
const leadSettled: Rule<'status'> = {
  name: 'DeathRegistered',
  field: 'deathLeads',
  apply: (state, fact) => {
    const rule = { begins: ['DeathNoticed'], ends: [fact.name] }
    return state.deathLeads.some(({ value }) => value.status !== 'ended')
      ? { ...state, deathLeads: followed('status', state.deathLeads, rule, fact) }
      : state
  },
}

/** Whether the person lives. */
export const statusRules: readonly Rule<'status'>[] = [
  ...value('status', 'alive', { DeathRegistered: () => false, AnnualConfirmationCompleted: () => true }, [
    'DeathRegistered',
  ]),
  ...value('status', 'deceasedOn', { DeathRegistered: sinceWhen }),
  ...list('status', 'deathLeads', { begins: ['DeathNoticed'] }),
  leadSettled,
  ...latest('status', 'cremation', { begins: ['CremationRegistered'] }),
  ...latest('status', 'circumstances', { begins: ['DeathCircumstancesDetermined'] }),
  ...list('status', 'sentences', {
    begins: ['SentenceImposed', 'WantedNoticeIssued'],
    ends: ['SentenceEnded', 'WantedNoticeEnded'],
  }),
  revoked,
]
