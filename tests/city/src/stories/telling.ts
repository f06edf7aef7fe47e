import { createHash } from 'node:crypto'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import type { Inhabitant } from '../inhabitant.ts'
import { fromReceipt, type Said, type SubmissionId } from '../submission.ts'

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

type More = Partial<Omit<Said, 'department' | 'name' | 'day' | 'data'>>

/** What departments say of one person, each on its day: stories do not wait for the systems' rhythms. */
export const tellOf =
  (city: City, one: Pick<Inhabitant, 'citizenNumber' | 'county'>) =>
  (
    department: SubmittingDepartment,
    name: string,
    day: string,
    data: Record<string, unknown>,
    more: More = {},
  ): SubmissionId =>
    city.add({
      department,
      name,
      day,
      sentOn: day,
      region: one.county,
      ...more,
      data: { person: { citizenNumber: one.citizenNumber }, ...data },
    })

/** A payment as a story tells it. */
export type Paid = {
  orderId: string
  item: string
  amount: number
  month: string
  orderedOn: string
  /** The day on which the order is handed over; its own where nothing is said. */
  orderSentOn?: string
  paidOn: string
  account: string
  region?: string
  kind?: '正常' | '补发' | '一次性' | '丧葬'
  /** What else the order says: of which case or roll it is, where it has no roll of its own. */
  order?: Record<string, unknown>
}

/** A roll that Veteran Affairs hands to Finance, three days before its orders. */
const rollFor = (city: City, { orderId, item, amount, month, orderedOn, region = '430300' }: Paid): SubmissionId => {
  const day = dayAfter(orderedOn, -3)
  return city.add({
    department: 'veteran-affairs',
    name: 'PaymentRollSubmitted',
    day,
    sentOn: day,
    region,
    data: { rollId: `MC-${orderId}`, item, month, count: 1, total: amount, digest: digestOf(orderId) },
  })
}

type Payee = Pick<Inhabitant, 'citizenNumber' | 'county'>

/** Orders a payment to somebody and pays it out. */
export const payTo = (city: City, one: Payee, paid: Paid): { order: SubmissionId; payment: SubmissionId } => {
  const tell = tellOf(city, one)
  const { orderId, item, amount, month, orderedOn, paidOn, account, region = '430300', kind = '正常' } = paid
  const rollId = (paid.order?.caseId ?? paid.order?.rollId) ? {} : { rollId: fromReceipt(rollFor(city, paid)) }
  const order = tell(
    'finance',
    'PaymentOrdered',
    orderedOn,
    {
      orderId,
      item,
      periodFrom: month,
      periodTo: month,
      kind,
      amount,
      line: '2080805',
      accountToken: account,
      preparedBy: 'CZ-31',
      checkedBy: 'CZ-32',
      ...rollId,
      ...paid.order,
    },
    { region, sentOn: paid.orderSentOn ?? orderedOn },
  )
  const payment = tell(
    'finance',
    'PaymentDisbursed',
    paidOn,
    { orderId, amount, paidOn, bankRef: `B-${orderId}` },
    { region },
  )
  return { order, payment }
}

/** The account that somebody is paid to. */
export const verifyAccount = (
  city: City,
  one: Payee,
  { account, day, relation = '本人' }: { account: string; day: string; relation?: string },
): SubmissionId =>
  tellOf(city, one)('finance', 'AccountVerified', day, {
    accountToken: account,
    last4: account.slice(-4),
    bank: '湘潭农商银行',
    holderMatches: relation === '本人',
    payeeRelation: relation,
  })
