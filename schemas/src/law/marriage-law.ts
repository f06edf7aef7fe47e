import type { LegalRule } from './legal-rule.ts'

/** Who annuls a marriage. The day that counts is the one from which the decision is in force. */
export const annulment: LegalRule<'court' | 'court-or-registry'> = {
  key: 'annulment',
  titleZh: '由谁撤销婚姻',
  titleEn: 'Who annuls a marriage',
  entries: [
    {
      article: { zh: '《婚姻法》第十一条', en: 'Marriage Law, art. 11' },
      until: '2020-12-31',
      decides: {
        zh: '受胁迫的一方可以向婚姻登记机关或者人民法院请求撤销',
        en: 'whoever was coerced asks the registry or a court to annul the marriage',
      },
      value: 'court-or-registry',
    },
    {
      article: {
        zh: '《民法典》第一千零五十一条至第一千零五十四条',
        en: 'Civil Code, art. 1051–1054',
      },
      from: '2021-01-01',
      decides: {
        zh: '只能由人民法院撤销；无效的或者被撤销的婚姻自始没有法律约束力',
        en: 'only a court annuls a marriage; one that is void or annulled never had legal force',
      },
      value: 'court',
    },
  ],
}

/** By what a marriage is dissolved. */
export const divorceByJudgment: LegalRule<{ byCourt: readonly string[] }> = {
  key: 'divorce-by-judgment',
  titleZh: '婚姻关系何时解除',
  titleEn: 'By what a marriage is dissolved',
  entries: [
    {
      article: { zh: '《民法典》第一千零八十条', en: 'Civil Code, art. 1080' },
      from: '2021-01-01',
      decides: {
        zh: '完成离婚登记，或者离婚判决书、调解书生效，即解除婚姻关系；法院判决、调解的，不发离婚证',
        en: "a marriage is dissolved when the divorce is registered, or when a court's judgment or mediation comes into force; a court's divorce has no certificate",
      },
      value: { byCourt: ['判决', '调解'] },
    },
  ],
}
