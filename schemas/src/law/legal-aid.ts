import type { LegalRule } from './legal-rule.ts'

/** How soon a legal aid agency decides. */
export const legalAidDecision: LegalRule<{ days: number; working?: true }> = {
  key: 'legal-aid-decision',
  titleZh: '法律援助审查期限',
  titleEn: 'How soon a legal aid agency decides',
  entries: [
    {
      article: { zh: '《办理法律援助案件程序规定》', en: 'Provisions on the Procedure of Legal Aid Cases' },
      until: '2021-12-31',
      decides: { zh: '自受理申请之日起七个工作日内审查决定', en: 'within seven working days of the application' },
      value: { days: 7, working: true },
      assumed: true,
    },
    {
      article: { zh: '《法律援助法》', en: 'Legal Aid Law' },
      from: '2022-01-01',
      decides: { zh: '自收到申请之日起七日内审查决定', en: 'within seven days of the application' },
      value: { days: 7 },
      assumed: true,
    },
  ],
}
