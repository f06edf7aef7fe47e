import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import type { City } from '../city.ts'
import { inventedUscc } from '../invented.ts'
import type { Submission } from '../submission.ts'
import { systems } from '../systems.ts'
import { inPart } from './cast.ts'
import { payTo, tellOf } from './telling.ts'

const inSheet = ({ event }: Submission) => systems[event.source].format === 'sheet'

/** How many messages are sent twice. */
export const sentTwice = 200

/** Two hundred messages are sent once more, minutes to hours later: nothing happens twice. */
export const tellSentTwice = (city: City): void => {
  const first = city.said.filter((one) => one.refusal === undefined && !inSheet(one))
  for (let n = 0; n < sentTwice; n++) {
    const once = city.random.pick(first)
    city.put({ ...once, sentAt: once.sentAt + 60_000 * city.random.whole(1, 600), again: true })
  }
}

/** A payment is handed over before its order, and the end of a job before its beginning. */
export const tellOutOfOrder = (city: City): void => {
  const one = inPart(city, 'outOfOrder')
  const tell = tellOf(city, one)
  payTo(city, one, {
    orderId: 'GS-U-1',
    item: '医疗补助',
    amount: 120_000,
    account: 'acct-9042',
    kind: '一次性',
    month: '2024-07',
    orderedOn: '2024-07-03',
    orderSentOn: '2024-08-02',
    paidOn: '2024-07-09',
  })
  const job = { employerUscc: inventedUscc(78), postKind: '保安' }
  tell('hr', 'EmploymentEnded', '2025-05-30', { ...job, endedOn: '2025-05-30' })
  tell(
    'hr',
    'EmploymentStarted',
    '2025-01-06',
    { ...job, via: '其他', startedOn: '2025-01-06' },
    { sentOn: '2025-07-01' },
  )
}

/** The same id once more with another amount: taken at the door, and rejected by the recorder. */
export const tellAlteredResend = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'altered'))
  const aid = (amount: number, sentOn: string) =>
    tell(
      'veteran-affairs',
      'HardshipAidGranted',
      '2024-10-14',
      { kind: '重大疾病', aid: ['资金'], amount },
      { id: 'AID-ALTERED', sentOn },
    )
  aid(200_000, '2024-10-14')
  aid(300_000, '2024-10-21')
}

const spoiled: readonly ((event: Submission['event']) => { event: Submission['event']; refusal: string })[] = [
  (event) => {
    const { region: _region, ...data } = event.data
    return { event: { ...event, data }, refusal: 'MISSING' }
  },
  (event) => ({ event: { ...event, data: { ...event.data, note: '多余字段' } }, refusal: 'UNKNOWN_FIELD' }),
  (event) => ({ event: { ...event, type: event.type.replace(/v\d+$/, 'v9') }, refusal: 'VERSION_UNKNOWN' }),
]

/** Three messages a department that no system should send: a field missing, one too many, a version that is none. */
export const tellMalformed = (city: City): void => {
  const departments: readonly SubmittingDepartment[] = ['veteran-affairs', 'civil-affairs', 'finance', 'hr']
  for (const department of departments) {
    const own = city.said.filter(
      (one) => one.department === department && !one.again && one.refusal === undefined && !inSheet(one),
    )
    spoiled.forEach((spoil, n) => {
      const good = own[n * 10]!
      const { event, refusal } = spoil({ ...good.event, id: `MALFORMED-${n}` })
      city.put({ ...good, event, refusal })
    })
  }
}
