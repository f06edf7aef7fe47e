import { ask } from '../demo-report.ts'
import type { Inhabitant } from '../inhabitant.ts'

/** One thing in a list of the file, with the values of what is said of it; fields of which nothing is said are left out. */
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

/** What is asked of an entry, by the kind of its claims. */
const entry = (fields: { texts?: string; money?: string; codes?: string; people?: string } = {}) => {
  const each = (names: string | undefined, value: string) =>
    (names ?? '')
      .split(' ')
      .filter(Boolean)
      .map((name) => `${name} { value ${value} }`)
  const asked = [
    ...each(fields.texts, ''),
    ...each(fields.money, '{ fen }'),
    ...each(fields.codes, '{ code }'),
    ...each(fields.people, '{ name }'),
  ]
  return `{ name status from until ${asked.join(' ')} }`
}

const claim = '{ value disputed alternatives { value } }'
const payment = entry({
  texts: 'orderId periodFrom periodTo caseId rollId approvalEventId accountToken paidOn',
  money: 'amount',
  codes: 'item',
})
const query = `query ($by: VeteranBy!, $moment: MomentInput) { veteran(by: $by, moment: $moment) {
  personId persons
  identity { name ${claim} birthDate ${claim} idDocument { value { number } } }
  residence { hukouRegion ${claim} moves ${entry({ texts: 'movedOn' })} }
  service { merits ${entry({ texts: 'honour', codes: 'level' })} }
  identities {
    categories ${entry({ codes: 'category' })}
    cards ${entry()}
    disability { value ${entry({ texts: 'grade', codes: 'nature' })} }
  }
  family {
    marriages ${entry({ people: 'spouse' })}
    members ${entry({ codes: 'relation' })}
    guardians ${entry()}
  }
  employment { jobs ${entry()} unemployment ${entry()} pensions ${entry({ money: 'monthly' })} }
  benefits {
    approvals ${entry({ money: 'monthly' })}
    accounts ${entry({ texts: 'accountToken' })}
    payments ${payment}
    recoveries ${entry({ texts: 'orderIds', money: 'amount', codes: 'method' })}
    suspensions ${entry({ texts: 'backPayFrom', codes: 'reasonCode' })}
    hardship ${entry({ money: 'amount' })}
  }
  status { alive ${claim} deceasedOn ${claim} }
} }`

type AskedEntry = Omit<Entry, 'data'> & Record<string, unknown>

const saidIn = (asked: unknown): unknown => {
  const value = (asked as { value?: unknown } | null)?.value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.values(value)[0]
}

const plain = ({ name, status, from, until, ...claims }: AskedEntry): Entry => {
  const values = Object.entries(claims).map(([field, asked]) => [field, saidIn(asked)] as const)
  const data = Object.fromEntries(values.filter(([, value]) => value !== undefined && value !== null))
  return { name, status, from, until, data }
}

const isEntry = (value: unknown): value is AskedEntry =>
  typeof value === 'object' && value !== null && 'status' in value && 'from' in value

/** The sections of an answer with plain entries in their lists. */
const withPlainEntries = (asked: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(asked).map(([field, value]) => {
      if (Array.isArray(value)) return [field, value.map((one) => (isEntry(one) ? plain(one) : one))]
      if (typeof value !== 'object' || value === null) return [field, value]
      const inner = (value as { value?: unknown }).value
      return [
        field,
        isEntry(inner) ? plain(inner) : 'value' in value ? value : withPlainEntries(value as Record<string, unknown>),
      ]
    }),
  )

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
): Promise<AskedFile> => {
  const { veteran } = await ask<{ veteran: Record<string, unknown> }>(url, query, { by: { citizenNumber }, moment })
  return withPlainEntries(veteran) as AskedFile
}

/** The payments in a file that cover a month, each as order, amount and status. */
export const paymentsFor = ({ benefits }: AskedFile, month: string): string[] =>
  benefits.payments
    .filter(({ data }) => String(data.periodFrom) <= month && month <= String(data.periodTo))
    .map(({ data, status }) => `${data.orderId} ${data.amount} ${status}`)
