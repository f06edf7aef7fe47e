import type { City } from '../city.ts'
import { approvedVeteran } from '../programmes/benefit-approval.ts'
import { fromReceipt } from '../submission.ts'
import { inPart } from './cast.ts'
import { payTo, tellOf } from './telling.ts'

/** November 2025 is paid twice to a veteran whose approval is for once a month; the second is stopped too late. */
export const tellPaidTwice = (city: City): void => {
  const one = approvedVeteran(city, 11)
  const monthly = { item: '生活补助', amount: 76_000, account: 'acct-11', month: '2025-11' }
  payTo(city, one, { ...monthly, orderId: 'GS-T-1', orderedOn: '2025-11-08', paidOn: '2025-11-15' })
  payTo(city, one, { ...monthly, orderId: 'GS-T-2', orderedOn: '2025-11-10', paidOn: '2025-11-18' })
  tellOf(city, one)('finance', 'PaymentStopped', '2025-11-19', {
    orderId: 'GS-T-2',
    stoppedOn: '2025-11-19',
    bankRef: 'B-GS-T-2',
    reason: '同月重复发放，已入账',
  })
}

/** 96,000 fen are paid where 76,000 were approved; the difference is taken off what comes next. */
export const tellPaidTooMuch = (city: City): void => {
  const one = approvedVeteran(city, 12)
  payTo(city, one, {
    orderId: 'GS-M-1',
    item: '生活补助',
    amount: 96_000,
    account: 'acct-12',
    month: '2025-11',
    orderedOn: '2025-11-08',
    paidOn: '2025-11-15',
  })
  tellOf(city, one)('finance', 'RecoveryOffset', '2025-12-08', {
    orderIds: ['GS-M-1'],
    amount: 20_000,
    method: '抵扣待遇',
    offsetIn: '2025-12',
  })
}

/** Paid on an application that was never decided; nobody can get it back, and it is written off. */
export const tellPaidWithoutApproval = (city: City): void => {
  const one = inPart(city, 'withoutApproval')
  const applied = tellOf(city, one)('veteran-affairs', 'BenefitApplied', '2024-09-02', {
    caseId: 'YF-UNDECIDED',
    item: '临时救助',
    materials: [],
  })
  payTo(city, one, {
    orderId: 'GS-N-1',
    item: '临时救助',
    amount: 300_000,
    account: 'acct-9022',
    kind: '一次性',
    month: '2024-09',
    orderedOn: '2024-09-12',
    paidOn: '2024-09-18',
    order: { caseId: fromReceipt(applied) },
  })
  tellOf(city, one)('finance', 'RecoveryWaived', '2025-06-10', {
    orderIds: ['GS-N-1'],
    amount: 300_000,
    method: '核销',
    approval: '市政府批〔2025〕31号',
    reason: '当事人无力退还',
  })
}
