import { type Claim, type Entries, type Entry, emptyFile, type Section, type VeteranFile } from '../../file/file.ts'
import type { Moment } from '../../views/read-types.ts'
import { builder } from '../builder.ts'
import type { GatewayContext } from '../context.ts'
import { BooleanClaim, claimView, DateClaim, IdDocumentClaim, RegionClaim, StringClaim } from './claims.ts'
import { EntryView } from './entries.ts'

/** A file, and the moment that it is for. */
export type VeteranView = { file: VeteranFile; moment: Moment }

const claimTypes = {
  text: StringClaim,
  day: DateClaim,
  region: RegionClaim,
  flag: BooleanClaim,
  document: IdDocumentClaim,
} as const

type SectionField = { kind: keyof typeof claimTypes | 'entry' | 'entries'; personal?: true; description: string }

const personal = (kind: keyof typeof claimTypes, description: string): SectionField => ({
  kind,
  personal: true,
  description,
})
const open = (kind: SectionField['kind'], description: string): SectionField => ({ kind, description })
const list = (description: string): SectionField => ({ kind: 'entries', description })

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
  },
  residence: {
    hukouRegion: open('region', 'Where the household is registered.'),
    moves: list('Moves of the household register.'),
  },
  service: {
    periods: list('Periods of military service.'),
    merits: list('Merits and honours.'),
    placement: open('entry', 'How the person was placed after discharge.'),
  },
  identities: {
    categories: list('Categories of preferential treatment that were recognised.'),
    disability: open('entry', 'The disability that is rated.'),
    cards: list('Preferential-treatment cards.'),
    confirmations: list('Annual confirmations.'),
  },
  family: {
    marriages: list('Marriages.'),
    members: list('Members of the household.'),
    guardians: list('Guardians.'),
    relatives: list('Soldiers, martyrs and others whose family this person is.'),
    difficulties: list('Difficulties of the family, and what became of them.'),
  },
  employment: {
    jobs: list('Jobs.'),
    unemployment: list('Times without work.'),
    insurance: list('Social insurance.'),
    pensions: list('Pensions.'),
    training: list('Training.'),
    businesses: list('Businesses started.'),
    support: list('Help to find work.'),
  },
  health: {
    status: open('entry', 'The state of health last registered.'),
    plans: list('Personal service plans.'),
    screenings: list('Screenings.'),
    treatments: list('Referrals, operations and follow-ups.'),
    recuperations: list('Stays for recuperation.'),
    homeServices: list('Services given at home.'),
  },
  benefits: {
    approvals: list('Benefits approved.'),
    suspensions: list('Benefits suspended, resumed, ended.'),
    accounts: list('Accounts verified for payment.'),
    payments: list('Payments.'),
    recoveries: list('Recoveries.'),
    allowances: list('Allowances of Civil Affairs.'),
    hardship: list('Hardship found, and aid given.'),
  },
  status: {
    alive: open('flag', 'Whether the person is alive.'),
    deceasedOn: open('day', 'The day of death.'),
    cremation: open('entry', 'The cremation.'),
  },
}

const claimOf = ({ file }: VeteranView, section: Section, field: string) =>
  (file[section] as unknown as Readonly<Record<string, unknown>>)[field]

const allowanceOf = ({ file }: VeteranView, section: Section, { policy }: GatewayContext) =>
  policy.mayRead(file.personId, section)

const sectionType = (section: Section) => {
  const name = `File${section[0]?.toUpperCase()}${section.slice(1)}`
  return builder.objectRef<VeteranView>(name).implement({
    description: `The section ${section} of a file.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(sectionFields[section] as Readonly<Record<string, SectionField>>).map(
          ([field, { kind, personal: sealed, description }]) => {
            if (kind === 'entries')
              return [
                field,
                t.field({
                  type: [EntryView],
                  description,
                  resolve: (view, _args, context) =>
                    allowanceOf(view, section, context) === 'VISIBLE' ? (claimOf(view, section, field) as Entries) : [],
                }),
              ]
            if (kind === 'entry')
              return [
                field,
                t.field({
                  type: EntryView,
                  nullable: true,
                  description: `${description} Null when nothing is known of it.`,
                  resolve: (view, _args, context) =>
                    allowanceOf(view, section, context) === 'VISIBLE'
                      ? ((claimOf(view, section, field) as Claim<Entry> | undefined) ?? null)
                      : null,
                }),
              ]
            return [
              field,
              t.field({
                type: claimTypes[kind] as typeof StringClaim,
                description,
                resolve: (view, _args, context) =>
                  claimView(
                    claimOf(view, section, field) as Claim<string> | undefined,
                    allowanceOf(view, section, context),
                    sealed === true && view.file.erased,
                  ),
              }),
            ]
          },
        ),
      ),
  })
}

/** The object types of the sections, in the order shown. */
export const sectionTypes = (Object.keys(sectionFields) as Section[])
  .filter((section) => section in emptyFile(''))
  .map((section) => ({ section, type: sectionType(section) }))
