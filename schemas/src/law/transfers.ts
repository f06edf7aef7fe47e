import type { LegalRule } from './legal-rule.ts'
import { firstOf788, ofDisabilityMeasures, ofOrder788 } from './orders.ts'

/** The pension of a disabled soldier who leaves the army: who pays which year, and until when to apply. */
export const transferFromArmy: LegalRule<{ daysToApply: number; paidFrom: 'next-year' }> = {
  key: 'transfer-from-army',
  titleZh: '由部队转入抚恤关系',
  titleEn: 'A pension comes over from the army',
  entries: [
    {
      article: ofOrder788(30),
      from: firstOf788,
      decides: {
        zh: '退役（移交）后60日内申请转入；当年由部队发给，地方从下一年起发给',
        en: 'it is applied for within 60 days of the discharge; the unit pays that year, the county from the next on',
      },
      value: { daysToApply: 60, paidFrom: 'next-year' },
    },
  ],
}

/** The pension of a disabled person who moves: the old county pays the year, the new one the next. */
export const disabledMove: LegalRule<'next-year'> = {
  key: 'move-of-the-disabled',
  titleZh: '残疾人员迁移',
  titleEn: 'A disabled person moves',
  entries: [
    {
      article: ofDisabilityMeasures(23),
      decides: {
        zh: '当年由迁出地发放，次年1月起由迁入地发放',
        en: 'the old place pays to December, the new one from January',
      },
      value: 'next-year',
    },
  ],
}

/** The pension of a martyr's survivor who moves. */
export const martyrsSurvivorMoves: LegalRule<'next-year'> = {
  key: 'move-of-martyrs-survivors',
  titleZh: '烈士遗属迁移',
  titleEn: "A martyr's survivor moves",
  entries: [
    {
      article: {
        zh: '《烈士褒扬条例》（2019年修订）第十九条',
        en: 'Regulations on Honouring Martyrs as amended in 2019, art. 19',
      },
      until: '2024-12-31',
      decides: {
        zh: '当年由迁出地发放，次年1月起由迁入地发放',
        en: 'the old place pays to December, the new one from January',
      },
      value: 'next-year',
    },
    {
      article: {
        zh: '《烈士褒扬条例》（国令第791号）第二十二条',
        en: 'Regulations on Honouring Martyrs (Order 791), art. 22',
      },
      from: '2025-01-01',
      decides: {
        zh: '当年由迁出地发放，次年1月起由迁入地发放',
        en: 'the old place pays to December, the new one from January',
      },
      value: 'next-year',
    },
  ],
}
