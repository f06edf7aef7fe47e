import { monthAfter } from '@hub/schemas/values/day.ts'
import { dayAfter } from './calendar.ts'
import { type Inhabitant, livesFreely } from './inhabitant.ts'
import { randomOf } from './random.ts'
import { backPayIn, paidFor, type Standard, standards } from './standards.ts'

/** A benefit that somebody draws each month. */
export type Benefit = {
  one: Inhabitant
  standard: Standard
  serviceYears: number
  accountToken: string
  /** First month paid. */
  from: string
  /** Last month paid: that of the death, or the December before another place pays. */
  last?: string
  /** Moved to another province in that year. */
  movedOn?: string
  /** Came from another province, which paid before. */
  cameFrom?: string
  /** The year whose confirmation was missed: nothing for August to October, which only the disabled are not paid afterwards. */
  lapsedIn?: number
}

/** The city's rolls run through the hub from this month on. */
const firstRoll = '2023-06'

const standardFor = (one: Inhabitant, pick: <Item>(items: readonly Item[]) => Item): Standard => {
  if (one.kind === 'family') return standards.find(({ category }) => category === '烈士遗属')!
  const rural = one.birthDay < '1963' ? (['年满60周岁农村籍退役士兵'] as const) : []
  const category = pick(['参战退役军人', '残疾军人', ...rural] as const)
  return pick(standards.filter((standard) => standard.category === category))
}

/** The benefit of an inhabitant who lives freely; most have none. */
export const benefitOf = (seed: number, one: Inhabitant): Benefit | undefined => {
  const random = randomOf(seed, `benefit-${one.kind}`, one.index)
  if (!livesFreely(one) || !random.chance(one.kind === 'family' ? 0.25 : 0.08)) return undefined
  const benefit: Benefit = {
    one,
    standard: standardFor(one, random.pick),
    serviceYears: random.whole(2, 5),
    accountToken: `acct-${one.kind === 'family' ? 'F' : 'V'}${one.index}`,
    from: firstRoll,
  }
  if (one.diedOn !== undefined) return { ...benefit, last: one.diedOn.slice(0, 7) }
  const fate = random.whole(1, 100)
  if (fate <= 2) return { ...benefit, movedOn: dayAfter('2024-03-01', random.whole(0, 200)), last: '2024-12' }
  if (fate <= 4) return { ...benefit, cameFrom: '440305', from: '2025-01' }
  return fate <= 10 ? { ...benefit, lapsedIn: random.pick([2023, 2024, 2025]) } : benefit
}

/** One payment that is due with a month's roll. */
export type Due = { kind: '正常' | '补发'; periodFrom: string; periodTo: string; amount: number }

const paused = ({ lapsedIn }: Benefit, month: string) =>
  lapsedIn === Number(month.slice(0, 4)) && month.slice(5) >= '08' && month.slice(5) <= '10'

/** What is due to somebody with a month's roll: the month, and what was not or too little paid before. */
export const dueIn = (benefit: Benefit, month: string): readonly Due[] => {
  const { standard, serviceYears, from, last } = benefit
  if (month < from || (last !== undefined && month > last) || paused(benefit, month)) return []
  const due: Due[] = [
    { kind: '正常', periodFrom: month, periodTo: month, amount: paidFor(standard, month, serviceYears) },
  ]
  const backPay = backPayIn(standard, month, serviceYears)
  if (backPay > 0 && from <= monthAfter(month, -2))
    due.push({ kind: '补发', periodFrom: monthAfter(month, -2), periodTo: monthAfter(month, -1), amount: backPay })
  // Missed for August to October, made up for with November; the disabled are not paid back.
  const madeUpFor = [-3, -2, -1]
    .map((months) => monthAfter(month, months))
    .filter((earlier) => standard.grade === undefined && paused(benefit, earlier))
  if (madeUpFor.length > 0)
    due.push({
      kind: '补发',
      periodFrom: madeUpFor[0]!,
      periodTo: madeUpFor.at(-1)!,
      // Made up for by the standard in force, which is told by then.
      amount: madeUpFor.length * paidFor(standard, month, serviceYears),
    })
  return due
}
