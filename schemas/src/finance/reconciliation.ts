import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleAct } from '../example-act.ts'
import { notMoreThan } from '../rules/rule.ts'
import { day } from '../values/day.ts'
import { fen, signedFen } from '../values/money.ts'
import { reference } from '../values/reference.ts'

/** The bank's totals of a roll set beside Finance's. */
export const PaymentBatchReconciled = defineEvent({
  department: 'finance',
  name: 'PaymentBatchReconciled',
  titleZh: '代发对账',
  titleEn: 'Payment batch reconciled',
  descriptionZh: '与代发银行核对某名册的笔数、总额、退票笔数和差额。',
  descriptionEn:
    'A roll was reconciled with the bank: how many payments, the total, how many came back, the difference.',
  time: { from: 'reconciledOn', until: 'stands' },
  thing: { kind: 'roll', key: 'stream' },
  rules: [notMoreThan('returned', 'count')],
  category: 'roll',
  data: {
    rollId: reference('roll'),
    count: z.int().min(0).max(1_000_000),
    total: fen,
    /** How many payments the bank sent back. */
    returned: z.int().min(0).max(1_000_000),
    difference: signedFen,
    reconciledOn: day.optional(),
  },
  example: {
    ...exampleAct,
    rollId: 'MC-2024-05-430302',
    count: 412,
    total: 51_260_000,
    returned: 3,
    difference: -370_350,
    reconciledOn: '2024-05-15',
  },
})
