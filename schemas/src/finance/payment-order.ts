import { z } from 'zod'
import { beneficiaryCategory, benefitItem } from '../benefit-codes.ts'
import { payeeRelation } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { exampleEventId, examplePersonAct } from '../example-act.ts'
import { formWords } from '../form-words.ts'
import { numberOf } from '../open-field.ts'
import { different, exactlyOne, inOrder, paidInTime, separateDuties } from '../rules/rule.ts'
import { codeList } from '../values/code-list.ts'
import { month } from '../values/day.ts'
import { fallenPerson } from '../values/fallen-person.ts'
import { fen } from '../values/money.ts'
import { eventReference, reference } from '../values/reference.ts'
import { budgetLine } from './budget.ts'
import { accountToken, orderId } from './payment-numbers.ts'

/** What kind of payment an order is. */
export const paymentKind = codeList('paymentKind', {
  正常: 'regular',
  补发: 'back pay',
  一次性: 'lump sum',
  丧葬: 'funeral grant',
  继续发放: { en: 'paid on after a death', zh: '去世后继续发放', since: '2024-10-01' },
})

const officialId = z.string().min(1).max(40)

/** A receiving account that the bank has checked. The token stands for it: the number itself stays at the bank. */
export const AccountVerified = defineEvent({
  department: 'finance',
  name: 'AccountVerified',
  titleZh: '收款账户核验',
  titleEn: 'Account verified',
  descriptionZh: '银行已核验收款账户：户名是否相符、与领取人的关系。',
  descriptionEn: "The bank has checked a receiving account: whether the holder's name matches, and who the holder is.",
  time: { until: 'next' },
  thing: { kind: 'account', key: [['accountToken']] },
  data: {
    accountToken,
    last4: z
      .string()
      .regex(/^\d{4}$/)
      .register(formWords, { en: 'the last four digits are needed', zh: '应为末四位数字' }),
    bank: z.string().min(1).max(60),
    holderMatches: z.boolean(),
    payeeRelation,
  },
  example: {
    ...examplePersonAct,
    accountToken: 'acct-4H8T2C',
    last4: '6021',
    bank: '中国农业银行',
    holderMatches: true,
    payeeRelation: '本人',
  },
})

/** An order to pay a person for a period. Its `orderId` is what the later events of the payment name. */
export const PaymentOrdered = defineEvent({
  department: 'finance',
  name: 'PaymentOrdered',
  titleZh: '支付指令',
  titleEn: 'Payment ordered',
  descriptionZh: '财政对某人某项待遇某一期间下达的支付指令，载明审批依据、科目、账户和经办复核人。',
  descriptionEn:
    'An order to pay a person an item for a period of months: its approval, budget line, account, preparer and checker.',
  rules: [
    exactlyOne('caseId', 'rollId'),
    inOrder('periodFrom', 'periodTo'),
    different('preparedBy', 'checkedBy', 'TWO_DUTIES'),
    separateDuties,
    paidInTime('periodTo', 'kind'),
  ],
  time: { from: 'periodFrom', until: { last: 'periodTo' } },
  thing: { kind: 'order', key: [['orderId']] },
  data: {
    orderId,
    item: benefitItem,
    /** As what, and after whom, where somebody has one item twice: a survivor of two soldiers has. */
    category: beneficiaryCategory.optional(),
    relatedPerson: fallenPerson.optional(),
    /** The case that approved it, or the roll that it stands on. */
    caseId: reference('case').optional(),
    rollId: numberOf('roll', reference('roll')).optional(),
    /** The event that approved it. A payment without one is taken in and found as a discrepancy. */
    approvalEventId: eventReference.optional(),
    periodFrom: month,
    periodTo: month,
    kind: paymentKind,
    amount: fen,
    line: budgetLine,
    accountToken,
    preparedBy: officialId,
    checkedBy: officialId,
  },
  example: {
    ...examplePersonAct,
    orderId: 'ZF-2024-05-0118',
    item: '残疾抚恤金',
    rollId: 'MC-2024-05-430302',
    approvalEventId: exampleEventId,
    periodFrom: '2024-05',
    periodTo: '2024-05',
    kind: '正常',
    amount: 123_450,
    line: '2080802 伤残抚恤',
    accountToken: 'acct-4H8T2C',
    preparedBy: 'O-3001',
    checkedBy: 'O-3002',
  },
})
