import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleAct, exampleCompanies } from '../example-act.ts'
import { separateDuties } from '../rules/rule.ts'
import { day } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { reference } from '../values/reference.ts'
import { uscc } from '../values/social-credit-code.ts'
import { budgetLine } from './budget.ts'

/** Money paid to an organisation for a programme: condolence, recuperation, eye care, a martyr's journey. */
export const ReliefFundingPaid = defineEvent({
  department: 'finance',
  name: 'ReliefFundingPaid',
  titleZh: '项目经费支付',
  titleEn: 'Relief funding paid',
  descriptionZh: '向承办单位支付慰问、疗养、眼健康、异地祭扫等项目经费。',
  descriptionEn:
    'An organisation was paid for its part in a programme of condolence, recuperation, eye care or journeys.',
  time: { from: 'paidOn', until: 'stands' },
  thing: { kind: 'payment', key: 'event' },
  rules: [separateDuties],
  category: 'programme',
  data: {
    programmeId: reference('programme'),
    /** The programme's name. */
    programme: z.string().min(1).max(100).optional(),
    payeeUscc: uscc,
    amount: fen,
    line: budgetLine,
    paidOn: day.optional(),
  },
  example: {
    ...exampleAct,
    programmeId: 'XM-2024-GMX',
    programme: '光明行动',
    payeeUscc: exampleCompanies.school,
    amount: 3_600_000,
    line: '2080899 其他优抚支出',
    paidOn: '2024-09-20',
  },
})
