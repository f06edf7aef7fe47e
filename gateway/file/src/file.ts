import type { NamedThing } from '@hub/schemas/thing.ts'
import type { Loss } from './fact.ts'

/** Where a value comes from. */
export type Source = {
  department: string
  eventId: string
  /** The event's stored type. */
  type: string
  /** When it happened. */
  occurredAt: string
  /** When the hub knew it. */
  recordedAt: string
}

/** What one department says. */
export type Statement<T> = { value: T; source: Source }

/** A value with its source. Where departments disagree, the one in authority rules and all others are kept. */
export type Claim<T> = Statement<T> & {
  disputed: boolean
  /** What the other departments say last, agreeing or not. */
  alternatives: readonly Statement<T>[]
}

/** One thing in a list of the file: a job, a marriage, a card, a payment. */
export type Entry = {
  /** The name of the event that began it, e.g. `EmploymentStarted`. */
  name: string
  status: 'current' | 'suspended' | 'ended'
  /** Day or month (partial for old records) with which it began, by its event's own time; see `OwnTime`. */
  from: string
  /** The last day or month that is part of it, never before `from`; missing while nobody has said when it is over. */
  until?: string
  /** The fields said of it, later ones over earlier ones; see the vocabulary for their names. */
  data: Readonly<Record<string, unknown>>
  /** Every event that said something of it, first to last. */
  history: readonly Source[]
  /** By field, the index in `history` of the event that said its value; missing where that is the first event. */
  saidBy?: Readonly<Record<string, number>>
  /** What other departments said last of a field, the one next in authority first. */
  others?: Readonly<Record<string, readonly EntryWord[]>>
  /** What its events speak of, by all that was said of it: later events are matched against this. */
  things?: readonly NamedThing[]
  /** Set where the next of its thing ends it. */
  untilNext?: true
}

/**
 * What a department says of a field of an entry. `by` is the index in the entry's history of the event that says it.
 */
export type EntryWord = { value: unknown; by: number }

/** A list of the file: one claim an entry, the entry as a whole from its first event. */
export type Entries = readonly Claim<Entry>[]

export type Identity = {
  name?: Claim<string>
  sex?: Claim<string>
  birthDate?: Claim<string>
  idDocument?: Claim<{ kind: string; number: string }>
  /** The day of registration. */
  registeredOn?: Claim<string>
  kind?: Claim<'veteran' | 'family'>
}

export type Contact = {
  phone?: Claim<string>
  addressLine?: Claim<string>
  residenceRegion?: Claim<string>
  matters: Entries
  oneThing: Entries
  petitions: Entries
  legalAid: Entries
}
export type Residence = { hukouRegion?: Claim<string>; moves: Entries }
export type Service = { periods: Entries; merits: Entries; placements: Entries; teams: Entries }
export type Identities = {
  categories: Entries
  disability?: Claim<Entry>
  cards: Entries
  confirmations: Entries
  schooling: Entries
}
export type Family = {
  marriages: Entries
  members: Entries
  guardians: Entries
  relatives: Entries
  difficulties: Entries
}
export type Employment = {
  jobs: Entries
  unemployment: Entries
  insurance: Entries
  socialCards: Entries
  pensions: Entries
  deathGrants: Entries
  training: Entries
  businesses: Entries
  support: Entries
}
export type Health = {
  status?: Claim<Entry>
  plans: Entries
  screenings: Entries
  treatments: Entries
  recuperations: Entries
  homeServices: Entries
}
export type Benefits = {
  applications: Entries
  appeals: Entries
  approvals: Entries
  reservations: Entries
  suspensions: Entries
  accounts: Entries
  payments: Entries
  recoveries: Entries
  allowances: Entries
  aidApplications: Entries
  hardship: Entries
}
export type Status = {
  alive?: Claim<boolean>
  deceasedOn?: Claim<string>
  deathLeads: Entries
  cremation?: Claim<Entry>
  circumstances?: Claim<Entry>
  sentences: Entries
}

/** One veteran, or one of a veteran's family: everything that the departments say, each value with its source. */
export type VeteranFile = {
  personId: string
  /** Every person id whose facts are in it, this one included. */
  persons: readonly string[]
  /** What of what was sealed is left out, since it could not be opened. */
  lost: Loss
  identity: Identity
  contact: Contact
  residence: Residence
  service: Service
  identities: Identities
  family: Family
  employment: Employment
  health: Health
  benefits: Benefits
  status: Status
  /** Facts that belong to no section, newest last. */
  others: Entries
}

/** The sections of a file, in the order shown. */
export const sections = [
  'identity',
  'contact',
  'residence',
  'service',
  'identities',
  'family',
  'employment',
  'health',
  'benefits',
  'status',
] as const
export type Section = (typeof sections)[number]

/** A file of which nothing is known yet. */
export const emptyFile = (personId: string): VeteranFile => ({
  personId,
  persons: [personId],
  lost: 'nothing',
  identity: {},
  contact: { matters: [], oneThing: [], petitions: [], legalAid: [] },
  residence: { moves: [] },
  service: { periods: [], merits: [], placements: [], teams: [] },
  identities: { categories: [], cards: [], confirmations: [], schooling: [] },
  family: { marriages: [], members: [], guardians: [], relatives: [], difficulties: [] },
  employment: {
    jobs: [],
    unemployment: [],
    insurance: [],
    socialCards: [],
    pensions: [],
    deathGrants: [],
    training: [],
    businesses: [],
    support: [],
  },
  health: { plans: [], screenings: [], treatments: [], recuperations: [], homeServices: [] },
  benefits: {
    applications: [],
    appeals: [],
    approvals: [],
    reservations: [],
    suspensions: [],
    accounts: [],
    payments: [],
    recoveries: [],
    allowances: [],
    aidApplications: [],
    hardship: [],
  },
  status: { deathLeads: [], sentences: [] },
  others: [],
})
