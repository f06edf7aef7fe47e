import { catalogue } from '@hub/schemas/catalogue.ts'
import { PaymentStopped } from '@hub/schemas/finance/disbursement.ts'
import { expect, expectTypeOf, it } from 'vitest'
import type { DepartmentEvent, EventData, EventType } from './department-event.ts'

const envelope = {
  type: 'finance.PaymentStopped.v1',
  source: '/departments/finance/treasury',
  time: '2025-03-04T09:30:00+08:00',
} as const
const data = {
  person: { citizenNumber: '430302196803142018' },
  region: '430302',
  handledBy: [{ officialId: 'O-1001', duty: '经办' as const }],
  orderId: 'ZF-1',
  stoppedOn: '2025-03-04',
  reason: '领取人死亡',
}

it('takes the data of a type as its definition has it', () => {
  const event: DepartmentEvent<'finance.PaymentStopped.v1'> = { ...envelope, data }
  expect(PaymentStopped.data.safeParse(event.data).success).toBe(true)
  expectTypeOf<EventData<'finance.PaymentStopped.v1'>['stoppedOn']>().toEqualTypeOf<string>()
  expectTypeOf<'finance.PaymentDisbursed.v2'>().toExtend<EventType>()
})

it('does not compile with a misspelt field, a missing one, another department’s source, an older version or a person id', () => {
  const put = <Type extends EventType>(event: DepartmentEvent<Type>) => event.type
  // @ts-expect-error: stopedOn
  put({ ...envelope, data: { ...data, stopedOn: '2025-03-04' } })
  const { reason: _reason, ...withoutReason } = data
  // @ts-expect-error: reason is missing
  put({ ...envelope, data: withoutReason })
  // @ts-expect-error: the source of another department
  put({ ...envelope, source: '/departments/hr/pensions', data })
  // @ts-expect-error: version 1 is read, and no longer written
  put({ ...envelope, type: 'finance.PaymentDisbursed.v1', data })
  // @ts-expect-error: a code that the list does not have
  put({ ...envelope, data: { ...data, handledBy: [{ officialId: 'O-1', duty: '经手' }] } })
  // @ts-expect-error: person ids are the hub's own
  put({ ...envelope, data: { ...data, person: { personId: '1aaaaaaaaaaaaaaaaaaaaaaaaaa' } } })
  // @ts-expect-error: a fair has no person
  put({ ...envelope, type: 'hr.JobFairHeld.v1', source: '/departments/hr/fairs', data: { person: data.person } })
})

it('knows every type of the four departments', () => {
  const stranger = 'hub.SubmissionRejected.v1'
  expectTypeOf<typeof stranger>().not.toExtend<EventType>()
  expect(catalogue.some(({ type }) => type === stranger)).toBe(true)
})
