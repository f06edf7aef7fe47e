import { z } from 'zod'
import { hardshipAid, hardshipEnd, hardshipKind } from '../care-codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { inOrder } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { day } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { reference } from '../values/reference.ts'

/** A hardship is told apart by its kind and the day on which it was found. */
const hardship = {
  kind: hardshipKind,
  /** The day on which it was found. */
  foundOn: day.optional(),
}
const hardshipThing: Thing = { kind: 'hardship', key: [['kind', 'foundOn?']] }

/** A person was found to be in hardship. */
export const HardshipFound = defineEvent({
  department: 'veteran-affairs',
  name: 'HardshipFound',
  titleZh: '困难认定',
  titleEn: 'Hardship found',
  descriptionZh: '认定退役军人或家属生活困难，载明情形和复核日期。',
  descriptionEn: 'A person was found to be in hardship: of which kind, and when it is looked at again.',
  time: { from: 'foundOn', until: 'ended' },
  thing: hardshipThing,
  rules: [inOrder('foundOn', 'reviewOn')],
  data: { ...hardship, reviewOn: day.optional() },
  example: { ...examplePersonAct, kind: '重大疾病', foundOn: '2025-03-11', reviewOn: '2025-09-30' },
})

/** A hardship was relieved by money, goods or other help. */
export const HardshipAidGranted = defineEvent({
  department: 'veteran-affairs',
  name: 'HardshipAidGranted',
  titleZh: '帮扶援助落实',
  titleEn: 'Hardship aid granted',
  descriptionZh: '已给予帮扶援助：方式、金额、复核日期；经申请批准的载明申请编号。',
  descriptionEn:
    'A hardship was relieved: by what help, with what amount, by which application, and when it is looked at again.',
  time: { until: 'stands' },
  thing: hardshipThing,
  data: {
    ...hardship,
    /** The application by which it was approved; help in an emergency has none. */
    caseId: reference('case').optional(),
    aid: z.array(hardshipAid).min(1).max(6),
    amount: fen.optional(),
    reviewOn: day.optional(),
  },
  example: {
    ...examplePersonAct,
    kind: '重大疾病',
    aid: ['资金', '结对帮扶'],
    amount: 500_000,
    reviewOn: '2025-09-30',
  },
})

/** The help for a hardship has ended. */
export const HardshipClosed = defineEvent({
  department: 'veteran-affairs',
  name: 'HardshipClosed',
  titleZh: '困难退出',
  titleEn: 'Hardship closed',
  descriptionZh: '困难对象退出帮扶，载明情形和原因。',
  descriptionEn: 'The help for a hardship has ended: of which kind it was, and why it ended.',
  time: { until: 'stands' },
  thing: hardshipThing,
  countedBy: ['hardship-overcome'],
  data: {
    ...hardship,
    reason: open(hardshipEnd, { figures: ['hardship-overcome'], as: { form: 'only', values: ['困难消除'] } }),
  },
  example: { ...examplePersonAct, kind: '重大疾病', reason: '困难消除' },
})
