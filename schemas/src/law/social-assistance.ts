import type { LegalRule } from './legal-rule.ts'

/** What it means that somebody of a household with subsistence allowance works. */
export const allowanceWithJob: LegalRule<'clue'> = {
  key: 'allowance-with-job',
  titleZh: '低保家庭成员就业',
  titleEn: 'A job in a household with subsistence allowance',
  entries: [
    {
      article: { zh: '《社会救助暂行办法》第十三条', en: 'Interim Measures for Social Assistance, art. 13' },
      from: '2014-05-01',
      decides: {
        zh: '家庭收入变化应当报告并核查；就业本身不是违规，收入仍在标准以下的继续享受',
        en: 'changes of income are reported and looked at; a job by itself is no breach where the income stays below the line',
      },
      value: 'clue',
    },
  ],
}

/** Whether preferential-treatment money counts as income of the household. */
export const preferentialIncome: LegalRule<'not-income'> = {
  key: 'preferential-income',
  titleZh: '优抚收入是否计入家庭收入',
  titleEn: 'Whether preferential-treatment money is income of the household',
  entries: [
    {
      article: {
        zh: '《军人抚恤优待条例》（国令第788号）第四条',
        en: 'Regulations on Pensions and Preferential Treatment for Servicemen (Order 788), art. 4',
      },
      from: '2024-10-01',
      decides: { zh: '抚恤优待资金不计入家庭收入', en: 'it is not counted as income' },
      value: 'not-income',
    },
  ],
}

/** Whether a household has the subsistence allowance and somebody of it support in special hardship. */
export const specialHardshipWithAllowance: LegalRule<'either'> = {
  key: 'special-hardship-with-allowance',
  titleZh: '特困供养与低保',
  titleEn: 'Support in special hardship beside the subsistence allowance',
  entries: [
    {
      article: { zh: '《社会救助暂行办法》第十五条', en: 'Interim Measures for Social Assistance, art. 15' },
      from: '2014-05-01',
      decides: {
        zh: '特困人员供养与最低生活保障制度相衔接；同一人不同时享受两项，转换当月除外',
        en: 'the two are fitted to each other; one person has not both, but for the month of the change',
      },
      value: 'either',
      assumed: true,
    },
  ],
}
