import { z } from 'zod'
import { applicationOutcomeReason, benefitItem } from '../benefit-codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { nursing } from '../law/disability-pension.ts'
import { funeralMonths, meritIncrease } from '../law/survivors.ts'
import { open } from '../open-field.ts'
import { exactlyOne, inOrder, separateDuties } from '../rules/rule.ts'
import { day, month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { person, relatedPerson } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { benefitFields, ofApprovedBenefit, ratingPaidBy } from './benefit.ts'
import { wording } from './wording.ts'

const decided = {
  caseId: reference('case'),
  person,
  ...benefitFields,
  decidedOn: open(day, { figures: ['decided-in-time'] }),
}
const decidedExample = {
  caseId: 'YF-2025-0001',
  ...examplePersonAct,
  item: '残疾抚恤金',
  category: '残疾军人',
  decidedOn: '2025-10-16',
}

/** A benefit was granted: a monthly amount, or a lump sum. */
export const BenefitApproved = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitApproved',
  titleZh: '批准待遇',
  titleEn: 'Benefit approved',
  descriptionZh:
    '批准一项待遇：所依标准、月额或一次性金额、起止月份、收款人。护理费载明所依等级；立功增发的一次性抚恤金载明比例；丧葬补助按月继续发放的载明起止月份。',
  descriptionEn:
    'A benefit was granted by a standard: a monthly amount or a lump sum, from a month to another where it ends, to a payee. Nursing money says by which rating, a lump-sum pension raised for merits by how many per cent, and a funeral grant that is a pension paid on through which month.',
  time: { from: 'decidedOn', until: { last: 'to' }, paidFrom: 'from' },
  thing: ofApprovedBenefit,
  rules: [exactlyOne('monthly', 'lumpSum'), inOrder('from', 'to'), separateDuties],
  law: [nursing, meritIncrease, funeralMonths],
  category: 'case',
  countedBy: ['benefits-approved', 'cases-decided', 'decided-in-time'],
  data: {
    ...decided,
    item: open(benefitItem, { figures: ['benefits-approved'] }),
    standardRef: wording(80),
    /** A month's amount; missing for a lump sum. */
    monthly: fen.optional(),
    /** An amount paid once; missing for a monthly benefit. */
    lumpSum: fen.optional(),
    from: month,
    to: month.optional(),
    payee: relatedPerson,
    /** Of nursing money: the rating by which it is due. */
    rating: ratingPaidBy.optional(),
    /** Of a lump-sum pension: by how many per cent it is raised for merits. */
    meritIncrease: z.int().min(1).max(100).optional(),
  },
  example: {
    ...decidedExample,
    standardRef: '2025-残疾抚恤-6-因公',
    monthly: 412_500,
    from: '2025-10',
    payee: { name: '谭志强', person: examplePersonAct.person },
  },
})

/** A benefit was refused, with the reason, the legal ground and the remedy. */
export const BenefitDeclined = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitDeclined',
  titleZh: '不予批准待遇',
  titleEn: 'Benefit declined',
  descriptionZh: '不予批准一项待遇，载明原因、法律依据和救济途径。',
  descriptionEn: 'A benefit was refused, with the reason, the legal ground and the remedy.',
  time: { from: 'decidedOn', until: 'stands' },
  thing: { kind: 'application', key: [['caseId']] },
  rules: [separateDuties],
  category: 'case',
  countedBy: ['cases-decided', 'decided-in-time'],
  data: { ...decided, reasonCode: applicationOutcomeReason, legalBasis: wording(200), remedy: wording(300) },
  example: {
    ...decidedExample,
    reasonCode: '不符合条件',
    legalBasis: '《军人抚恤优待条例》第二十七条',
    remedy: '可自收到决定之日起六十日内申请行政复议，或六个月内提起行政诉讼',
  },
})
