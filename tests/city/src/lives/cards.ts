import { dayAfter } from '../calendar.ts'
import { categoryOn } from '../standards.ts'
import type { Life } from './life.ts'

/** A preferential card: applied for, issued, sometimes lost, kept back for a while, or taken back. */
export const carryCard = ({ one, random, benefit, registeredOn, last, day, say }: Life): void => {
  if (one.index < 100 || !random.chance(one.kind === 'veteran' ? 0.7 : 0.2)) return
  const kind = one.kind === 'veteran' ? '退役军人' : '三属'
  const bank = random.pick(['湘潭农商银行', '工商银行', '农业银行'])
  const number = (serial: number) =>
    `湘${kind === '三属' ? '属' : '退'} ${String(one.index).padStart(6, '0')} ${serial}`
  const card = { kind, cardNo: number(1) }
  const chipOn = (day: string) => ({
    bank,
    identitiesOnChip: benefit ? [categoryOn(benefit.standard.category, day)] : [],
  })
  const applied = day(registeredOn, dayAfter(last, -60))
  say('veteran-affairs', 'PreferentialCardApplied', applied, { kind, bank })
  const issued = dayAfter(applied, random.whole(15, 40))
  say('veteran-affairs', 'PreferentialCardIssued', issued, { ...card, ...chipOn(issued) })
  if (one.diedOn !== undefined) return
  const chance = random.whole(1, 1_000)
  const then = day(dayAfter(issued, 10), dayAfter(last, -30))
  if (chance <= 30)
    say('veteran-affairs', 'PreferentialCardReplaced', then, {
      kind,
      cardNo: number(2),
      ...chipOn(then),
      reason: '遗失',
    })
  else if (chance <= 35) {
    say('veteran-affairs', 'PreferentialCardSuspended', then, { ...card, reason: '数据存疑' })
    say('veteran-affairs', 'PreferentialCardReinstated', dayAfter(then, 20), { ...card, reason: '情形消除' })
  } else if (chance <= 37) say('veteran-affairs', 'PreferentialCardCancelled', then, { ...card, reason: '判刑' })
}
