import { codesOfEvents } from '@hub/intake/rules/event-faults.fixture.ts'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'

const faults = codesOfEvents('finance', checks)

const order = { caseId: 'case-1', periodFrom: '2024-05', periodTo: '2024-05', preparedBy: 'O-1', checkedBy: 'O-2' }

describe('Finance', () => {
  it('takes a payment order for months in order, from two officials', () => {
    expect(faults('PaymentOrdered', order)).toEqual([])
    expect(faults('PaymentOrdered', { ...order, periodTo: '2024-04' })).toEqual(['ORDER_OF_DATES /periodTo'])
    expect(faults('PaymentOrdered', { ...order, checkedBy: 'O-1' })).toEqual(['TWO_DUTIES /checkedBy'])
  })

  it('takes a payment order of one case or of one roll', () => {
    const { caseId, ...neither } = order
    expect(faults('PaymentOrdered', { ...neither, rollId: 'roll-1' })).toEqual([])
    expect(faults('PaymentOrdered', neither)).toEqual(['EXACTLY_ONE /caseId'])
    expect(faults('PaymentOrdered', { ...order, rollId: 'roll-1' })).toEqual(['EXACTLY_ONE /caseId'])
  })

  it('refuses a payment in which one official has two duties', () => {
    const handledBy = [
      { officialId: 'O-1', duty: '经办' },
      { officialId: 'O-2', duty: '复核' },
      { officialId: 'O-1', duty: '审批' },
    ]
    expect(faults('PaymentOrdered', { ...order, handledBy })).toEqual(['TWO_DUTIES /handledBy/2'])
    expect(faults('RecoveryWaived', { handledBy })).toEqual(['TWO_DUTIES /handledBy/2'])
  })

  it('refuses a payment reissued under its old bank reference, and more returns than payments', () => {
    expect(faults('PaymentReissued', { bankRef: 'B', replacesBankRef: 'B' })).toEqual(['SAME_REFERENCE /bankRef'])
    expect(faults('PaymentBatchReconciled', { count: 2, returned: 3 })).toEqual(['MORE_THAN_ALL /returned'])
  })
})
