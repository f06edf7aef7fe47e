import { z } from 'zod'
import { hardshipAid, hardshipEnd, hardshipKind } from '../care-codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { day } from '../values/day.ts'
import { fen } from '../values/money.ts'

/** A person was found to be in hardship. */
export const HardshipFound = defineEvent({
  department: 'veteran-affairs',
  name: 'HardshipFound',
  titleZh: '困难认定',
  titleEn: 'Hardship found',
  descriptionZh: '认定退役军人或家属生活困难，载明情形和复核日期。',
  descriptionEn: 'A person was found to be in hardship: of which kind, and when it is looked at again.',
  data: { kind: hardshipKind, reviewOn: day.optional() },
  example: { ...examplePersonAct, kind: '重大疾病', reviewOn: '2025-09-30' },
})

/** A hardship was relieved by money, goods or other help. */
export const HardshipAidGranted = defineEvent({
  department: 'veteran-affairs',
  name: 'HardshipAidGranted',
  titleZh: '困难帮扶',
  titleEn: 'Hardship aid granted',
  descriptionZh: '给予困难帮扶：方式、金额、复核日期。',
  descriptionEn: 'A hardship was relieved: by what help, with what amount, and when it is looked at again.',
  data: {
    kind: hardshipKind,
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
  data: { kind: hardshipKind, reason: hardshipEnd },
  example: { ...examplePersonAct, kind: '重大疾病', reason: '困难消除' },
})
