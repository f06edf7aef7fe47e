import type { DepartmentEvent } from './department-event.ts'

type PaymentStopped = DepartmentEvent<'finance.PaymentStopped.v1'>

/** An invented payment that was stopped; with an id of the client's where none is given. */
export const stopped = (id?: string, data: Partial<PaymentStopped['data']> = {}): PaymentStopped => ({
  type: 'finance.PaymentStopped.v1',
  source: '/departments/finance/treasury',
  time: '2025-03-04T09:30:00+08:00',
  ...(id === undefined ? {} : { id }),
  data: {
    person: { citizenNumber: '430302196803142018' },
    region: '430302',
    handledBy: [{ officialId: 'O-1001', duty: '经办' }],
    orderId: 'ZF-2025-03-0001',
    stoppedOn: '2025-03-04',
    reason: '领取人死亡',
    ...data,
  },
})
