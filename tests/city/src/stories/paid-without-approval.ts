import type { City } from '../city.ts'
import { fromReceipt } from '../submission.ts'
import { inPart } from './cast.ts'
import { payTo, tellOf } from './telling.ts'

/** Paid on an application that was never decided; nobody can get it back, and it is written off. */
export const tellPaidWithoutApproval = (city: City): void => {
  const one = inPart(city, 'withoutApproval')
  const applied = tellOf(city, one)('veteran-affairs', 'BenefitApplied', '2024-09-02', {
    caseId: 'YF-UNDECIDED',
    item: '医疗补助',
    materials: [],
  })
  payTo(city, one, {
    orderId: 'GS-N-1',
    item: '医疗补助',
    amount: 300_000,
    account: 'acct-9022',
    kind: '一次性',
    month: '2024-09',
    orderedOn: '2024-09-12',
    paidOn: '2024-09-18',
    order: { caseId: fromReceipt(applied) },
  })
  const claim = { demandNo: 'ZJ-N-1', orderIds: ['GS-N-1'] }
  tellOf(city, one)('finance', 'RecoveryDemanded', '2025-03-10', { ...claim, amount: 300_000, reason: '无审批依据' })
  tellOf(city, one)('finance', 'RecoveryWaived', '2025-06-10', {
    ...claim,
    part: 300_000,
    outstanding: 0,
    method: '核销',
    approval: '市政府批〔2025〕31号',
    reason: '当事人无力退还',
  })
}
