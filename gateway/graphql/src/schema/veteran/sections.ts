import { namesOfField, outlivesKey } from '@hub/file/evolve.ts'
import { type Loss, reasonGone } from '@hub/file/fact.ts'
import { type Claim, type Entries, type Entry, type Section, sections, type VeteranFile } from '@hub/file/file.ts'
import type { MomentAsked } from '@hub/reading/moment.ts'
import type { Allowance, Policy } from '@hub/reading/policy.ts'
import type { Moment } from '@hub/reading/reader.ts'
import type { Visibility as VisibilityName } from '@hub/reading/shown-claim.ts'
import type { OutputRef } from '@pothos/core'
import { builder } from '../builder.ts'
import type { ClaimPlace } from './claim-id.ts'
import { claimType, claimView, Visibility } from './claims.ts'
import { type EntryView, entryType, entryView } from './entries.ts'
import { claimTypes } from './field-claims.ts'

/** A file, the moment that it is for, and how that was asked for (missing for now). */
export type VeteranView = { file: VeteranFile; moment: Moment; asked?: MomentAsked | null | undefined }

type ClaimKind = keyof typeof claimTypes

/** What stands in a field of a section: a single value, one entry with its rivals, or a list of entries. */
type SectionField = { description: string } & ({ kind: ClaimKind } | { kind: 'entry' | 'entries'; type: string })

const value = (kind: ClaimKind, description: string): SectionField => ({ kind, description })
const singleEntry = (type: string, description: string): SectionField => ({ kind: 'entry', type, description })
const list = (type: string, description: string): SectionField => ({ kind: 'entries', type, description })

/** The sections of a file and what stands in them. */
export const sectionFields: { readonly [S in Section]: Readonly<Record<keyof VeteranFile[S], SectionField>> } = {
  identity: {
    name: value('text', 'The name.'),
    sex: value('text', 'The sex, 男 or 女.'),
    birthDate: value('day', 'The day of birth.'),
    idDocument: value('document', 'The identity document.'),
    registeredOn: value('day', 'The day on which the file was opened.'),
    kind: value('text', '`veteran` or `family`.'),
  },
  contact: {
    phone: value('text', 'The telephone number.'),
    addressLine: value('text', 'The address below the region.'),
    residenceRegion: value('region', 'Where the person lives.'),
    matters: list('Matter', 'Matters that the person brought to the offices, by whatever channel.'),
    oneThing: list('OneThingApplication', 'Single applications for everything that several departments settle.'),
    petitions: list('Petition', 'Petitions, and what became of them.'),
    legalAid: list('LegalAid', 'Legal aid that the person was referred for or given.'),
  },
  residence: {
    hukouRegion: value('region', 'Where the household is registered.'),
    moves: list('ResidenceMove', 'Moves of the household register.'),
  },
  service: {
    periods: list('ServicePeriod', 'Periods of military service.'),
    merits: list('Merit', 'Merits and honours.'),
    placements: list(
      'Placement',
      'How the person was placed after discharge, from hand-over to the first day at work.',
    ),
    teams: list('TeamMembership', 'Emergency teams that the person is or was in.'),
  },
  identities: {
    categories: list('BeneficiaryIdentity', 'Categories of preferential treatment that were recognised.'),
    disability: singleEntry('Disability', 'The disability that is rated.'),
    cards: list('PreferentialCard', 'Preferential-treatment cards.'),
    confirmations: list('AnnualConfirmation', 'Annual confirmations.'),
    schooling: list('Schooling', 'Schools that the education department confirmed.'),
  },
  family: {
    marriages: list('Marriage', 'Marriages.'),
    members: list('HouseholdMember', 'Members of the household.'),
    guardians: list('Guardianship', 'Guardians.'),
    relatives: list('EntitlingRelative', 'Soldiers, martyrs and others whose family this person is.'),
    difficulties: list('FamilyDifficulty', 'Difficulties of the family, and what became of them.'),
  },
  employment: {
    jobs: list('Job', 'Jobs.'),
    unemployment: list('UnemploymentSpell', 'Times without work.'),
    insurance: list('SocialInsurance', 'Social insurance.'),
    socialCards: list('SocialCard', 'Social security cards.'),
    pensions: list('Pension', 'Pensions.'),
    deathGrants: list('DeathGrant', 'What social insurance paid for the funeral.'),
    training: list('Training', 'Training.'),
    businesses: list('Business', 'Businesses started.'),
    support: list('EmploymentSupport', 'Help to find work.'),
  },
  health: {
    status: singleEntry('HealthStatus', 'The state of health last registered.'),
    plans: list('ServicePlan', 'Personal service plans.'),
    screenings: list('Screening', 'Screenings.'),
    treatments: list('Treatment', 'Referrals, operations and follow-ups.'),
    recuperations: list('Recuperation', 'Stays for recuperation.'),
    homeServices: list('HomeService', 'Services given at home.'),
  },
  benefits: {
    applications: list('BenefitCase', 'Benefits applied for, and what became of that.'),
    appeals: list('Appeal', 'Administrative reviews and court cases against decisions.'),
    approvals: list('ApprovedBenefit', 'Benefits approved.'),
    reservations: list('BudgetReservationSpell', 'Budget reserved for the person.'),
    suspensions: list('BenefitSuspensionSpell', 'Benefits suspended, resumed, ended.'),
    accounts: list('PaymentAccount', 'Accounts verified for payment.'),
    payments: list('Payment', 'Payments.'),
    recoveries: list('Recovery', 'Recoveries.'),
    allowances: list('Allowance', 'Allowances of Civil Affairs, and the household as one of low income.'),
    aidApplications: list('HardshipAidCase', 'Aid in hardships that was asked for, and what became of that.'),
    hardship: list('Hardship', 'Hardship found, and aid given.'),
  },
  status: {
    alive: value('flag', 'Whether the person is alive.'),
    deceasedOn: value('day', 'The day of death.'),
    deathLeads: list('DeathLead', 'Leads of stations that the person may have died; a lead is no death.'),
    cremation: singleEntry('Cremation', 'The cremation.'),
    circumstances: singleEntry('DeathCircumstances', 'How a disabled veteran died.'),
    sentences: list('Sentence', 'Sentences and wanted notices.'),
  },
}

/** A section as it is answered: its visibility, and what is answered for each field, by the field's name. */
export type SectionView = { visibility: VisibilityName; fields: Readonly<Record<string, unknown>> }

/** A claim on an entry, its values as views of their GraphQL type. */
const entryClaim = (claim: Claim<Entry> | undefined, view: (entry: Entry) => EntryView): Claim<EntryView> | undefined =>
  claim && {
    ...claim,
    value: view(claim.value),
    alternatives: claim.alternatives.map(({ value, source }) => ({ value: view(value), source })),
  }

type Seen = { place: ClaimPlace; allowance: Allowance; gone: 'ERASED' | 'DAMAGED' | undefined; lost: Loss }

const fieldView = (what: SectionField, held: unknown, { place, allowance, gone, lost }: Seen) => {
  switch (what.kind) {
    case 'entries':
      return allowance === 'VISIBLE'
        ? (held as Entries).map(({ value }) =>
            entryView(value, lost, what.type, { ...place, entry: value.history[0]!.eventId }),
          )
        : []
    case 'entry': {
      const view = (entry: Entry) => entryView(entry, lost, what.type, place)
      return claimView(place, entryClaim(held as Claim<Entry> | undefined, view), allowance, undefined)
    }
    default:
      return claimView(place, held as Claim<unknown> | undefined, allowance, gone)
  }
}

const fieldsOf = Object.fromEntries(
  sections.map((section) => [section, Object.entries<SectionField>(sectionFields[section])]),
) as Record<Section, [string, SectionField][]>

/** A section under what the caller may see. */
export const sectionView = ({ file }: VeteranView, section: Section, policy: Policy): SectionView => {
  const { personId, lost } = file
  const allowance = policy.mayRead(personId, section)
  const held = file[section] as Readonly<Record<string, unknown>>
  const fields: Record<string, unknown> = {}
  for (const [field, what] of fieldsOf[section]) {
    const place = { personId, path: `${section}.${field}` }
    const gone = outlivesKey(section, field) ? undefined : reasonGone(lost, false)
    fields[field] = fieldView(what, held[field], { place, allowance, gone, lost })
  }
  return { visibility: allowance, fields }
}

const typeOf = (section: Section, field: string, what: SectionField): OutputRef | [OutputRef] => {
  if (what.kind !== 'entries' && what.kind !== 'entry') return claimTypes[what.kind]
  const { kind, type, description } = what
  const entry = entryType(type, description, namesOfField(section, field))
  return kind === 'entries' ? [entry] : claimType(type, entry, description.replace(/\.$/, '').toLowerCase())
}

const sectionType = (section: Section) =>
  builder.objectRef<SectionView>(`File${section[0]?.toUpperCase()}${section.slice(1)}`).implement({
    description: `The section ${section} of a file.`,
    fields: (t) => ({
      visibility: t.expose('visibility', {
        type: Visibility,
        description: 'Whether this caller may see the section.',
      }),
      ...Object.fromEntries(
        fieldsOf[section].map(([field, what]) => [
          field,
          t.field({
            type: typeOf(section, field, what),
            description:
              what.kind === 'entries'
                ? `${what.description} Empty, too, where the section's visibility is not VISIBLE.`
                : what.description,
            resolve: ({ fields }) => fields[field],
          }),
        ]),
      ),
    }),
  })

/** The object types of the sections, in the order shown. */
export const sectionTypes = sections.map((section) => ({ section, type: sectionType(section) }))
