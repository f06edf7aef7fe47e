import type { LegalRule } from './legal-rule.ts'
import { firstOf788, lastOf413, ofDisabilityMeasures, ofOrder413, ofOrder788 } from './orders.ts'

/** From which month a disability pension runs. */
export const pensionStart: LegalRule<'month-of-approval' | 'month-after-approval'> = {
  key: 'pension-start',
  titleZh: '残疾抚恤金起发月份',
  titleEn: 'From which month a disability pension runs',
  entries: [
    {
      article: ofDisabilityMeasures(23),
      until: lastOf413,
      decides: { zh: '自批准次月起计发', en: 'it runs from the month after approval' },
      value: 'month-after-approval',
    },
    {
      article: ofOrder788(27),
      from: firstOf788,
      decides: { zh: '自批准当月起计发', en: 'it runs from the month of approval' },
      value: 'month-of-approval',
    },
  ],
}

/** The lowest grade at which a disability by illness is rated; the same in both orders. */
export const illnessGrades: LegalRule<{ lowest: number }> = {
  key: 'illness-grades',
  titleZh: '因病致残的等级',
  titleEn: 'Grades of a disability by illness',
  entries: [
    {
      article: ofOrder413(23),
      until: lastOf413,
      decides: { zh: '因病致残仅一至六级享受抚恤', en: 'illness gives the grades 1 to 6 only' },
      value: { lowest: 6 },
    },
    {
      article: ofOrder788(27),
      from: firstOf788,
      decides: { zh: '因病致残仅一至六级享受抚恤', en: 'illness gives the grades 1 to 6 only' },
      value: { lowest: 6 },
    },
  ],
}

/** Who draws nursing money: these grades and natures, at this per cent of the average wage of the year before. */
export type NursingShare = {
  grades: readonly number[]
  natures?: readonly ('因战' | '因公' | '因病')[]
  /** Only for a mental disorder that broke out in service. */
  mentalDisorder?: true
  perCent: number
}

const gravest: readonly NursingShare[] = [
  { grades: [1, 2], natures: ['因战', '因公'], perCent: 50 },
  { grades: [3, 4], natures: ['因战', '因公'], perCent: 40 },
  { grades: [1, 2, 3, 4], natures: ['因病'], perCent: 30 },
]

/** To whom nursing money is due, and how much: by grade and nature, not to those supported in an institution. */
export const nursing: LegalRule<readonly NursingShare[]> = {
  key: 'nursing',
  titleZh: '护理费',
  titleEn: 'Nursing money',
  entries: [
    {
      article: ofOrder413(30),
      until: lastOf413,
      decides: {
        zh: '分散安置的一级至四级残疾军人按等级和性质发给护理费',
        en: 'it is due to disabled soldiers of grades 1 to 4 who live at home, by grade and nature',
      },
      value: gravest,
    },
    {
      article: ofOrder788(34),
      from: firstOf788,
      decides: {
        zh: '分散供养的一级至四级、因患精神障碍评定为五级至六级的残疾军人，按等级和性质发给护理费',
        en: 'it is due to disabled soldiers of grades 1 to 4 who live at home, and of grades 5 and 6 by a mental disorder, by grade and nature',
      },
      value: [...gravest, { grades: [5, 6], mentalDisorder: true, perCent: 25 }],
    },
  ],
}

/** How a disability is rated, as far as nursing money depends on it. */
export type RatingForNursing = {
  grade: number
  nature: string
  mentalDisorder?: boolean | undefined
  support?: string | undefined
}

/** The per cent of the average wage that a rating gives as nursing money; undefined for none. */
export const nursingPerCent = (shares: readonly NursingShare[], rating: RatingForNursing): number | undefined =>
  rating.support === '集中供养'
    ? undefined
    : shares.find(
        ({ grades, natures, mentalDisorder }) =>
          grades.includes(rating.grade) &&
          (natures === undefined || natures.some((nature) => nature === rating.nature)) &&
          (mentalDisorder === undefined || rating.mentalDisorder === true),
      )?.perCent

/** For how many working days at least the rating of a disability is put up for objections. */
export const ratingNotice: LegalRule<{ workingDays: number }> = {
  key: 'rating-notice',
  titleZh: '评残公示',
  titleEn: 'Public notice of a rating',
  entries: [
    {
      article: ofDisabilityMeasures(),
      decides: { zh: '公示不少于7个工作日', en: 'it is put up for 7 working days at least' },
      value: { workingDays: 7 },
    },
  ],
}
