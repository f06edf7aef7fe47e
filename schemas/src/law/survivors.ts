import type { LegalRule } from './legal-rule.ts'
import { firstOf788, lastOf413, ofOrder413, ofOrder788 } from './orders.ts'

/** From which month the periodic pension of survivors runs. Before Order 788 no rule was read, and nothing is refused. */
export const survivorsPensionStart: LegalRule<'month-of-approval'> = {
  key: 'survivors-pension-start',
  titleZh: '定期抚恤金起发月份',
  titleEn: 'From which month the periodic pension of survivors runs',
  entries: [
    {
      article: ofOrder788(19),
      from: firstOf788,
      decides: {
        zh: '自审核确认符合条件当月起发给',
        en: 'it runs from the month in which the conditions are confirmed',
      },
      value: 'month-of-approval',
    },
  ],
}

/** Until what age a child of the fallen is paid without more. */
export const childComesOfAge: LegalRule<{ age: number }> = {
  key: 'child-comes-of-age',
  titleZh: '烈士、因公牺牲军人、病故军人子女成年',
  titleEn: 'A child of the fallen comes of age',
  entries: [
    {
      article: ofOrder413(16),
      until: lastOf413,
      decides: {
        zh: '未满18周岁，或者已满18周岁但因上学或者残疾无生活费来源的，发给定期抚恤金',
        en: 'it is paid under 18, and from then on only at school or disabled, without means of living',
      },
      value: { age: 18 },
    },
    {
      article: ofOrder788(19),
      from: firstOf788,
      decides: {
        zh: '未满18周岁，或者已满18周岁但因上学或者残疾无生活费来源的，发给定期抚恤金',
        en: 'it is paid under 18, and from then on only at school or disabled, without means of living',
      },
      value: { age: 18 },
    },
  ],
}

/** Whether a widow or widower of the fallen is paid after marrying again. Order 413 says nothing of it. */
export const remarriage: LegalRule<'while-supporting'> = {
  key: 'remarriage',
  titleZh: '配偶再婚',
  titleEn: 'The spouse of the fallen marries again',
  entries: [
    {
      article: ofOrder788(20),
      from: firstOf788,
      decides: {
        zh: '再婚后继续赡养其父母（抚养人）、继续抚养其生前供养的兄弟姐妹的，继续发放定期抚恤金',
        en: 'it is paid on while they support the parents of the fallen or the siblings that the fallen supported',
      },
      value: 'while-supporting',
    },
  ],
}

/** For how many months the treatment of the deceased is paid on as a funeral grant, by whose treatment it was. */
export type FuneralMonths = Readonly<Partial<Record<'survivor' | 'disabled' | 'warVeteran', number>>>

/** The months of the funeral grant. Where a group is not named, the province says it. */
export const funeralMonths: LegalRule<FuneralMonths> = {
  key: 'funeral-months',
  titleZh: '丧葬补助月数',
  titleEn: 'Months of the funeral grant',
  entries: [
    {
      article: ofOrder413(19, 28),
      until: lastOf413,
      decides: {
        zh: '增发定期抚恤金6个月；残疾军人因病死亡的，增发残疾抚恤金12个月',
        en: 'the pension of a survivor is paid on for 6 months, that of a disabled soldier who died of illness for 12',
      },
      value: { survivor: 6, disabled: 12 },
    },
    {
      article: ofOrder788(22, 32, 62),
      from: firstOf788,
      decides: {
        zh: '继续发放定期抚恤金6个月；残疾军人因病死亡的，继续发放残疾抚恤金12个月；参战、参试退役军人继续发放定期生活补助6个月',
        en: 'the pension of a survivor is paid on for 6 months, that of a disabled soldier who died of illness for 12, the living allowance of a veteran of a war or of nuclear tests for 6',
      },
      value: { survivor: 6, disabled: 12, warVeteran: 6 },
    },
  ],
}

/** What the death of a disabled veteran gives the survivors, by how it came about. */
export type DeathOfTheDisabled = {
  /** Only a disability of these natures can recur. */
  recurs: readonly string[]
  /** The lowest grade at which a death of illness gives the survivors a periodic pension. */
  pensionDownTo: number
}

/** The death of a disabled veteran: by the old injury, or of illness. */
export const deathOfTheDisabled: LegalRule<DeathOfTheDisabled> = {
  key: 'death-of-the-disabled',
  titleZh: '退役残疾军人死亡的性质',
  titleEn: 'Circumstances of the death of a disabled veteran',
  entries: [
    {
      article: ofOrder413(28),
      until: lastOf413,
      decides: {
        zh: '因战、因公致残的旧伤复发死亡，遗属享受因公牺牲军人遗属待遇；因病死亡的，一级至四级（因战、因公）遗属享受病故军人遗属待遇',
        en: 'by an old injury of combat or duty the survivors are as those of a death on duty; of illness, in grades 1 to 4 by combat or duty, as those of a death of illness',
      },
      value: { recurs: ['因战', '因公'], pensionDownTo: 4 },
    },
    {
      article: ofOrder788(32),
      from: firstOf788,
      decides: {
        zh: '因战、因公致残的旧伤复发死亡，遗属享受因公牺牲军人遗属待遇；因病死亡的，一级至四级（因战、因公）遗属享受病故军人遗属待遇',
        en: 'by an old injury of combat or duty the survivors are as those of a death on duty; of illness, in grades 1 to 4 by combat or duty, as those of a death of illness',
      },
      value: { recurs: ['因战', '因公'], pensionDownTo: 4 },
    },
  ],
}

/** By how many per cent honours raise the lump-sum pension; of several the highest counts. */
export const meritIncrease: LegalRule<readonly number[]> = {
  key: 'merit-increase',
  titleZh: '立功增发一次性抚恤金',
  titleEn: 'Increase of the lump-sum pension for merits',
  entries: [
    {
      article: ofOrder413(13),
      until: lastOf413,
      decides: {
        zh: '按最高等级增发35%、30%、25%、15%或5%',
        en: 'it is raised by 35, 30, 25, 15 or 5 per cent, by the highest honour',
      },
      value: [35, 30, 25, 15, 5],
    },
    {
      article: ofOrder788(16),
      from: firstOf788,
      decides: {
        zh: '按最高比例增发40%、35%、30%、25%、15%或5%',
        en: 'it is raised by 40, 35, 30, 25, 15 or 5 per cent, by the highest honour',
      },
      value: [40, 35, 30, 25, 15, 5],
    },
  ],
}
