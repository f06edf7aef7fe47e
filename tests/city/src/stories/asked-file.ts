import { ask } from '../demo-report.ts'
import type { Inhabitant } from '../inhabitant.ts'

/** One thing in a list of the file. */
export type Entry = {
  name: string
  status: 'current' | 'suspended' | 'ended'
  from: string
  until: string | null
  data: Record<string, unknown>
}

type Claim<Value> = { value: Value | null; disputed: boolean; alternatives: { value: Value }[] } | null

/** What the stories look at in a file. */
export type AskedFile = {
  personId: string
  persons: string[]
  identity: { name: Claim<string>; birthDate: Claim<string>; idDocument: { value: { number: string } | null } | null }
  residence: { hukouRegion: Claim<string>; moves: Entry[] }
  service: { merits: Entry[] }
  identities: { categories: Entry[]; cards: Entry[]; disability: Entry | null }
  family: { marriages: Entry[]; members: Entry[]; guardians: Entry[] }
  employment: { jobs: Entry[]; unemployment: Entry[]; pensions: Entry[] }
  benefits: {
    approvals: Entry[]
    accounts: Entry[]
    payments: Entry[]
    recoveries: Entry[]
    suspensions: Entry[]
    hardship: Entry[]
  }
  status: { alive: Claim<boolean>; deceasedOn: Claim<string> }
}

const entry = '{ name status from until data }'
const claim = '{ value disputed alternatives { value } }'
const query = `query ($by: VeteranBy!, $moment: MomentInput) { veteran(by: $by, moment: $moment) {
  personId persons
  identity { name ${claim} birthDate ${claim} idDocument { value { number } } }
  residence { hukouRegion ${claim} moves ${entry} }
  service { merits ${entry} }
  identities { categories ${entry} cards ${entry} disability ${entry} }
  family { marriages ${entry} members ${entry} guardians ${entry} }
  employment { jobs ${entry} unemployment ${entry} pensions ${entry} }
  benefits { approvals ${entry} accounts ${entry} payments ${entry} recoveries ${entry} suspensions ${entry} hardship ${entry} }
  status { alive ${claim} deceasedOn ${claim} }
} }`

/** A moment: what was true by the end of one day, as known by the end of another. */
export const endOf = (asOf?: string, knownOn?: string) => ({
  ...(asOf === undefined ? {} : { asOf: `${asOf}T15:59:59.000Z` }),
  ...(knownOn === undefined ? {} : { asKnownAt: { time: `${knownOn}T15:59:59.000Z` } }),
})

/** The file of a person, at a moment. */
export const fileOf = async (
  url: string,
  { citizenNumber }: Pick<Inhabitant, 'citizenNumber'>,
  moment: ReturnType<typeof endOf> = {},
): Promise<AskedFile> => (await ask<{ veteran: AskedFile }>(url, query, { by: { citizenNumber }, moment })).veteran

/** The payments in a file that cover a month, each as order, amount and status. */
export const paymentsFor = ({ benefits }: AskedFile, month: string): string[] =>
  benefits.payments
    .filter(({ data }) => String(data.periodFrom) <= month && month <= String(data.periodTo))
    .map(({ data, status }) => `${data.orderId} ${data.amount} ${status}`)
