import { namesOfField } from '../../file/evolve.ts'
import { type Claim, type Entries, type Entry, type Section, sections, type VeteranFile } from '../../file/file.ts'
import type { Moment } from '../../views/read-types.ts'
import { builder } from '../builder.ts'
import type { GatewayContext } from '../context.ts'
import type { MomentAsked } from '../moment.ts'
import type { ClaimPlace } from './claim-id.ts'
import { claimType, claimView, Visibility } from './claims.ts'
import { type EntryView, entryType } from './entries.ts'
import { claimTypes } from './field-claims.ts'

/** A file, the moment that it is for, and how that was asked for (missing for now). */
export type VeteranView = { file: VeteranFile; moment: Moment; asked?: MomentAsked | null | undefined }

type ClaimKind = keyof typeof claimTypes

/** What stands in a field of a section: a single value, one entry with its rivals, or a list of entries. */
type SectionField = { description: string } & (
  | { kind: ClaimKind; personal?: true }
  | { kind: 'entry' | 'entries'; type: string }
)

const personal = (kind: ClaimKind, description: string): SectionField => ({ kind, personal: true, description })
const open = (kind: ClaimKind, description: string): SectionField => ({ kind, description })
const one = (type: string, description: string): SectionField => ({ kind: 'entry', type, description })
const list = (type: string, description: string): SectionField => ({ kind: 'entries', type, description })

/** The sections of a file and what stands in them. */
export const sectionFields: { readonly [S in Section]: Readonly<Record<keyof VeteranFile[S], SectionField>> } = {
  identity: {
    name: personal('text', 'The name.'),
    sex: open('text', 'The sex, 男 or 女.'),
    birthDate: personal('day', 'The day of birth.'),
    idDocument: personal('document', 'The identity document.'),
    registeredOn: open('day', 'The day on which the file was opened.'),
    kind: open('text', '`veteran` or `family`.'),
  },
  contact: {
    phone: personal('text', 'The telephone number.'),
    addressLine: personal('text', 'The address below the region.'),
    residenceRegion: open('region', 'Where the person lives.'),
    matters: list('Matter', 'Matters that the person brought to the offices, by whatever channel.'),
  },
  residence: {
    hukouRegion: open('region', 'Where the household is registered.'),
    moves: list('ResidenceMove', 'Moves of the household register.'),
  },
  service: {
    periods: list('ServicePeriod', 'Periods of military service.'),
    merits: list('Merit', 'Merits and honours.'),
    placement: one('Placement', 'How the person was placed after discharge.'),
    teams: list('TeamMembership', 'Emergency teams that the person is or was in.'),
  },
  identities: {
    categories: list('BeneficiaryIdentity', 'Categories of preferential treatment that were recognised.'),
    disability: one('Disability', 'The disability that is rated.'),
    cards: list('PreferentialCard', 'Preferential-treatment cards.'),
    confirmations: list('AnnualConfirmation', 'Annual confirmations.'),
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
    pensions: list('Pension', 'Pensions.'),
    training: list('Training', 'Training.'),
    businesses: list('Business', 'Businesses started.'),
    support: list('EmploymentSupport', 'Help to find work.'),
  },
  health: {
    status: one('HealthStatus', 'The state of health last registered.'),
    plans: list('ServicePlan', 'Personal service plans.'),
    screenings: list('Screening', 'Screenings.'),
    treatments: list('Treatment', 'Referrals, operations and follow-ups.'),
    recuperations: list('Recuperation', 'Stays for recuperation.'),
    homeServices: list('HomeService', 'Services given at home.'),
  },
  benefits: {
    applications: list('BenefitCase', 'Benefits applied for, and what became of that.'),
    approvals: list('ApprovedBenefit', 'Benefits approved.'),
    reservations: list('BudgetReservationSpell', 'Budget reserved for the person.'),
    suspensions: list('BenefitSuspensionSpell', 'Benefits suspended, resumed, ended.'),
    accounts: list('PaymentAccount', 'Accounts verified for payment.'),
    payments: list('Payment', 'Payments.'),
    recoveries: list('Recovery', 'Recoveries.'),
    allowances: list('Allowance', 'Allowances of Civil Affairs.'),
    hardship: list('Hardship', 'Hardship found, and aid given.'),
  },
  status: {
    alive: open('flag', 'Whether the person is alive.'),
    deceasedOn: open('day', 'The day of death.'),
    cremation: one('Cremation', 'The cremation.'),
  },
}

const heldIn = ({ file }: VeteranView, section: Section, field: string) =>
  (file[section] as unknown as Readonly<Record<string, unknown>>)[field]

const allowanceOf = ({ file }: VeteranView, section: Section, { policy }: GatewayContext) =>
  policy.mayRead(file.personId, section)

/** A claim on an entry, its values as views of their GraphQL type. */
const entryClaim = (claim: Claim<Entry> | undefined, of: Omit<EntryView, 'entry'>): Claim<EntryView> | undefined => {
  const view = (entry: Entry): EntryView => ({ ...of, entry })
  return (
    claim && {
      ...claim,
      value: view(claim.value),
      alternatives: claim.alternatives.map(({ value, source }) => ({ value: view(value), source })),
    }
  )
}

type SectionFields = Parameters<
  Parameters<ReturnType<typeof builder.objectRef<VeteranView>>['implement']>[0]['fields'] & object
>[0]

const fieldOf = (t: SectionFields, section: Section, field: string, what: SectionField) => {
  const path = `${section}.${field}`
  const placeIn = ({ file: { personId } }: VeteranView): ClaimPlace => ({ personId, path })
  if (what.kind === 'entries') {
    const { type, description } = what
    return t.field({
      type: [entryType(type, description, namesOfField(section, field))],
      description: `${description} Empty, too, where the section's visibility is not VISIBLE.`,
      resolve: (view, _args, context): EntryView[] =>
        allowanceOf(view, section, context) === 'VISIBLE'
          ? (heldIn(view, section, field) as Entries).map(({ value: entry }) => ({
              entry,
              erased: view.file.erased,
              type,
              place: { ...placeIn(view), entry: entry.history[0]!.eventId },
            }))
          : [],
    })
  }
  if (what.kind === 'entry') {
    const { type, description } = what
    const entry = entryType(type, description, namesOfField(section, field))
    return t.field({
      type: claimType<EntryView>(type, entry, description.replace(/\.$/, '').toLowerCase()),
      description,
      resolve: (view, _args, context) => {
        const place = placeIn(view)
        const claim = heldIn(view, section, field) as Claim<Entry> | undefined
        const allowance = allowanceOf(view, section, context)
        return claimView(place, entryClaim(claim, { erased: view.file.erased, type, place }), allowance, false)
      },
    })
  }
  const { kind, description } = what
  const sealed = 'personal' in what
  return t.field({
    type: claimTypes[kind] as typeof claimTypes.text,
    description,
    resolve: (view, _args, context) =>
      claimView(
        placeIn(view),
        heldIn(view, section, field) as Claim<string> | undefined,
        allowanceOf(view, section, context),
        sealed && view.file.erased,
      ),
  })
}

const sectionType = (section: Section) =>
  builder.objectRef<VeteranView>(`File${section[0]?.toUpperCase()}${section.slice(1)}`).implement({
    description: `The section ${section} of a file.`,
    fields: (t) => ({
      visibility: t.field({
        type: Visibility,
        description: 'Whether this caller may see the section.',
        resolve: (view, _args, context) => allowanceOf(view, section, context),
      }),
      ...Object.fromEntries(
        Object.entries(sectionFields[section] as Readonly<Record<string, SectionField>>).map(([field, what]) => [
          field,
          fieldOf(t, section, field, what),
        ]),
      ),
    }),
  })

/** The object types of the sections, in the order shown. */
export const sectionTypes = sections.map((section) => ({ section, type: sectionType(section) }))
