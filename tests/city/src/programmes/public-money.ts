import type { City } from '../city.ts'
import { inventedUscc } from '../invented.ts'
import { amountLaidDown, categoryOn, published, standards } from '../standards.ts'

/** The standards of each year from 1 August on; those of 2022 in the words of the older version, in yuan a year. */
export const publishStandards = (city: City): void => {
  for (const standard of standards)
    for (const year of [2022, 2023, 2024, 2025] as const) {
      const { key, item, category, grade, nature, unit } = standard
      const amount = amountLaidDown(standard, year)
      const old = year === 2022 && unit === 'year'
      city.add({
        department: 'veteran-affairs',
        name: 'BenefitStandardPublished',
        day: published[year],
        region: '430300',
        version: old ? 1 : 2,
        data: {
          standardId: `${year}-${key}`,
          item,
          category: categoryOn(category, `${year}-08`),
          ...(grade === undefined ? {} : { grade, nature }),
          effectiveFrom: `${year}-08-01`,
          ...(old ? { yuanPerYear: amount / 100 } : { unit, amount }),
          sharing: { central: 70, province: 15, city: 5, county: 10 },
        },
      })
    }
}

const lines = { 抚恤: '2080801', 优抚补助: '2080805', 就业: '2080799' } as const

/** Budgets by line and year, adjusted once in autumn; and what programmes cost. */
export const voteBudgets = (city: City): void => {
  const about = { department: 'finance', region: '430300' } as const
  for (const year of [2023, 2024, 2025])
    for (const [name, line] of Object.entries(lines)) {
      const budget = { budgetId: `${year}-${name}`, line, year, source: '市' }
      city.add({ ...about, name: 'BudgetAllotted', day: `${year}-01-20`, data: { ...budget, amount: 4_000_000_000 } })
      if (name === '优抚补助')
        city.add({
          ...about,
          name: 'BudgetAdjusted',
          day: `${year}-10-15`,
          data: { ...budget, amount: 200_000_000, reason: '标准提高' },
        })
    }
  for (const [programmeId, programme, amount, day] of [
    ['PROG-VISITS', '边海防官兵家庭慰问', 84_000_000, '2025-12-10'],
    ['PROG-RECUPERATION', '伤残军人短期疗养', 15_000_000, '2024-11-20'],
    ['PROG-EYES', '眼健康光明行', 159_980_000, '2025-11-28'],
    ['PROG-GRAVES', '烈属异地祭扫', 7_800_000, '2025-10-20'],
  ] as const)
    city.add({
      ...about,
      name: 'ReliefFundingPaid',
      day,
      data: { programmeId, programme, payeeUscc: inventedUscc(9_001), amount, line: lines.优抚补助, paidOn: day },
    })
}
