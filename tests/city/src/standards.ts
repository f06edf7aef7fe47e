import { monthAfter } from '@hub/schemas/values/day.ts'

/** A benefit's amount, laid down anew each 1 August. */
export type Standard = {
  key: string
  item: '残疾抚恤金' | '生活补助' | '定期抚恤金' | '定期定量补助'
  /** As the law of today names it; see `categoryOn`. */
  category: '残疾军人' | '参战退役军人' | '烈士遗属' | '年满60周岁农村籍退役士兵'
  unit: 'year' | 'month' | 'monthPerServiceYear'
  grade?: number
  nature?: '因战' | '因公' | '因病'
  /** Fen of the unit, as laid down in 2022. */
  base: number
}

const disability = [5, 6, 7, 8, 9, 10].flatMap((grade) =>
  (['因战', '因公', '因病'] as const)
    .filter((nature) => nature !== '因病' || grade <= 6)
    .map(
      (nature): Standard => ({
        key: `残疾抚恤-${grade}-${nature}`,
        item: '残疾抚恤金',
        category: '残疾军人',
        unit: 'year',
        grade,
        nature,
        base: 5_400_000 - grade * 410_000 - (nature === '因战' ? 0 : 60_000),
      }),
    ),
)

/** Every standard of the city. */
export const standards: readonly Standard[] = [
  ...disability,
  { key: '参战生活补助', item: '生活补助', category: '参战退役军人', unit: 'month', base: 76_000 },
  { key: '烈属定期抚恤', item: '定期抚恤金', category: '烈士遗属', unit: 'year', base: 3_588_000 },
  {
    key: '老义务兵补助',
    item: '定期定量补助',
    category: '年满60周岁农村籍退役士兵',
    unit: 'monthPerServiceYear',
    base: 5_000,
  },
]

/** What identities were called before Order 788. */
const calledBefore: Readonly<Record<string, string>> = {
  参战退役军人: '参战退役人员',
  年满60周岁农村籍退役士兵: '农村籍老义务兵',
}

/** An identity by its name of a day or month. */
export const categoryOn = (category: string, day: string): string =>
  day < '2024-10' ? (calledBefore[category] ?? category) : category

/** The years in which the standards were laid down, and the days on which they were told: the later ones with back-pay. */
export const published = { 2022: '2023-01-06', 2023: '2023-09-25', 2024: '2024-09-25', 2025: '2025-09-24' } as const

/** The amount of the unit that was laid down in a year, fen. */
export const amountLaidDown = ({ base }: Standard, year: number): number =>
  Math.round((base * 1.05 ** (year - 2022)) / 100) * 100

/** The year whose standard is in force in a month: from August on that year's. */
export const yearInForce = (month: string): number => {
  const year = Number(month.slice(0, 4))
  return month.slice(5) >= '08' ? year : year - 1
}

/** The year whose standard a month was paid by when its own was not told yet: from October on that year's. */
const yearPaidBy = (month: string): number => {
  const year = Number(month.slice(0, 4))
  return month.slice(5) >= '10' ? year : year - 1
}

/** A month's share of an amount: of a year's amount the twelfth rounded down, the rest in December. */
const ofMonth = (standard: Standard, year: number, month: string, serviceYears: number): number => {
  const amount = amountLaidDown(standard, year)
  if (standard.unit === 'monthPerServiceYear') return amount * serviceYears
  if (standard.unit === 'month') return amount
  const twelfth = Math.floor(amount / 12)
  return month.endsWith('-12') ? amount - 11 * twelfth : twelfth
}

/** What was paid for a month when it was paid, fen. */
export const paidFor = (standard: Standard, month: string, serviceYears: number): number =>
  ofMonth(standard, yearPaidBy(month), month, serviceYears)

/** What is paid with October because August and September were paid by the old standard, fen. */
export const backPayIn = (standard: Standard, month: string, serviceYears: number): number =>
  month.endsWith('-10')
    ? [monthAfter(month, -2), monthAfter(month, -1)].reduce(
        (sum, earlier) =>
          sum +
          ofMonth(standard, yearInForce(earlier), earlier, serviceYears) -
          paidFor(standard, earlier, serviceYears),
        0,
      )
    : 0
