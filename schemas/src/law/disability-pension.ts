import type { LegalRule } from './legal-rule.ts'

/** From which month a disability or survivors' pension runs. */
export const pensionStart: LegalRule<'month-of-approval' | 'month-after-approval'> = {
  key: 'pension-start',
  titleZh: '抚恤金起发月份',
  titleEn: 'From which month a pension runs',
  entries: [
    {
      article: {
        zh: '《伤残抚恤管理办法》第二十三条',
        en: 'Measures for the Administration of Disability Pensions, art. 23',
      },
      until: '2024-09-30',
      decides: { zh: '自批准次月起计发', en: 'it runs from the month after approval' },
      value: 'month-after-approval',
    },
    {
      article: {
        zh: '《军人抚恤优待条例》（国令第788号）第二十七条',
        en: 'Regulations on Pensions and Preferential Treatment for Servicemen (Order 788), art. 27',
      },
      from: '2024-10-01',
      decides: { zh: '自批准当月起计发', en: 'it runs from the month of approval' },
      value: 'month-of-approval',
    },
  ],
}
