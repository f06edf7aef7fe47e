import type { City } from '../city.ts'
import { personOf } from '../inhabitant.ts'
import { fromReceipt, submissionOf } from '../submission.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/** One official prepares, checks and approves a payment alone: refused at the door. */
export const tellThreeDutiesInOneHand = (city: City): void => {
  const one = inPart(city, 'threeDuties')
  const applied = tellOf(city, one)('veteran-affairs', 'BenefitApplied', '2024-06-03', {
    caseId: 'YF-ALONE',
    item: '医疗补助',
    materials: [],
  })
  const refused = submissionOf(
    {
      department: 'finance',
      name: 'PaymentOrdered',
      id: 'ALONE-1',
      day: '2024-06-06',
      sentOn: '2024-06-06',
      region: '430300',
      data: {
        person: personOf(one),
        handledBy: ['经办', '复核', '审批'].map((duty) => ({ officialId: 'CZ-77', duty })),
        orderId: 'GS-A-1',
        caseId: fromReceipt(applied),
        item: '医疗补助',
        periodFrom: '2024-06',
        periodTo: '2024-06',
        kind: '一次性',
        amount: 500_000,
        line: '2080805',
        accountToken: 'acct-9033',
        preparedBy: 'CZ-77',
        checkedBy: 'CZ-77',
      },
    },
    city.random,
    false,
  )
  city.put({ ...refused, refusal: 'TWO_DUTIES' })
}
