import type { LegalRule } from './legal-rule.ts'

/** On which day somebody died whom a court declares dead. */
export const declaredDeathDay: LegalRule<'judgment-or-accident'> = {
  key: 'declared-death-day',
  titleZh: '宣告死亡的死亡日期',
  titleEn: 'On which day somebody died who is declared dead',
  entries: [
    {
      article: { zh: '《民法典》第四十八条', en: 'Civil Code, art. 48' },
      from: '2021-01-01',
      decides: {
        zh: '判决作出之日视为死亡日期；因意外事件下落不明的，意外事件发生之日视为死亡日期',
        en: 'the day of the judgment is the day of death; of somebody missing after an accident, the day of the accident',
      },
      value: 'judgment-or-accident',
    },
  ],
}

/** Who takes a declaration of death back. */
export const declaredDeathRevoked: LegalRule<'court'> = {
  key: 'declared-death-revoked',
  titleZh: '由谁撤销死亡宣告',
  titleEn: 'Who revokes a declaration of death',
  entries: [
    {
      article: { zh: '《民法典》第五十条', en: 'Civil Code, art. 50' },
      from: '2021-01-01',
      decides: {
        zh: '被宣告死亡的人重新出现，经申请由人民法院撤销；撤销以前的死亡宣告仍然有效',
        en: 'who appears again has a court revoke the declaration; until then it was legally true',
      },
      value: 'court',
    },
  ],
}
