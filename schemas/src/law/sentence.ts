import type { LegalRule } from './legal-rule.ts'
import { firstOf788, lastOf413, ofOrder413, ofOrder788 } from './orders.ts'

/** Reasons for which treatment is suspended while they last, or taken away for good; and who decides it. */
export type SentenceConsequences = {
  suspend: readonly string[]
  cancel: readonly string[]
  decidedBy?: '省'
}

/** What a sentence, a wanted notice or expulsion from the army does to treatment. */
export const sentenceConsequences: LegalRule<SentenceConsequences> = {
  key: 'sentence',
  titleZh: '判刑、通缉、开除军籍的后果',
  titleEn: 'Consequences of a sentence, a wanted notice, expulsion from the army',
  entries: [
    {
      article: ofOrder413(50),
      until: lastOf413,
      decides: {
        zh: '有期徒刑、剥夺政治权利或者被通缉期间中止；死刑、无期徒刑的取消',
        en: 'treatment is suspended during a fixed term, deprivation of political rights or a wanted notice, and taken away for death penalty or life',
      },
      value: { suspend: ['有期徒刑', '剥夺政治权利', '通缉'], cancel: ['死刑或无期徒刑'] },
    },
    {
      article: ofOrder788(59),
      from: firstOf788,
      decides: {
        zh: '有期徒刑、剥夺政治权利或者被通缉期间中止发放；死刑、无期徒刑以及被开除军籍的取消资格；由省级退役军人工作主管部门决定',
        en: 'payment is suspended during a fixed term, deprivation of political rights or a wanted notice, and taken away for death penalty, life, or expulsion from the army; the province decides it',
      },
      value: {
        suspend: ['有期徒刑', '剥夺政治权利', '通缉'],
        cancel: ['死刑或无期徒刑', '开除军籍'],
        decidedBy: '省',
      },
    },
  ],
}
