import { applicationOutcomeReason, benefitItem } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { day, month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { person, relatedPerson } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { wording } from './wording.ts'

const decided = {
  caseId: reference('case'),
  person,
  item: benefitItem,
  decidedOn: open(day, { figures: ['decided-in-time'] }),
}
const decidedExample = { caseId: 'YF-2025-0001', ...examplePersonAct, item: '残疾抚恤金', decidedOn: '2025-10-16' }

/** A benefit was granted: a monthly amount, or a lump sum. */
export const BenefitApproved = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitApproved',
  titleZh: '准予待遇',
  titleEn: 'Benefit approved',
  descriptionZh: '准予一项待遇：所依标准、月额或一次性金额、起止月份、收款人。',
  descriptionEn:
    'A benefit was granted by a standard: a monthly amount or a lump sum, from a month to another where it ends, to a payee.',
  time: { from: 'decidedOn', until: { last: 'to' }, paidFrom: 'from' },
  thing: { kind: 'benefit', key: [['item']], also: [{ kind: 'application', key: [['caseId']] }] },
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
  titleZh: '不予待遇',
  titleEn: 'Benefit declined',
  descriptionZh: '不予一项待遇，载明原因、法律依据和救济途径。',
  descriptionEn: 'A benefit was refused, with the reason, the legal ground and the remedy.',
  time: { from: 'decidedOn', until: 'stands' },
  thing: { kind: 'application', key: [['caseId']] },
  category: 'case',
  countedBy: ['cases-decided', 'decided-in-time'],
  data: { ...decided, reasonCode: applicationOutcomeReason, legalBasis: wording(200), remedy: wording(300) },
  example: {
    ...decidedExample,
    reasonCode: '不符合条件',
    legalBasis: '《军人抚恤优待条例》第二十八条',
    remedy: '可自收到决定之日起六十日内申请行政复议，或六个月内提起行政诉讼',
  },
})
