import { workingDayAfter } from '@hub/schemas/values/working-days.ts'
import { dayAfter } from '../calendar.ts'
import type { Inhabitant } from '../inhabitant.ts'
import { categoryOn } from '../standards.ts'
import type { Life } from './life.ts'

/** Whether somebody has a preferential card beside the programmes and stories: seven veterans in ten, one in five of the others. */
export const carriesCard = ({ index, kind }: Pick<Inhabitant, 'index' | 'kind'>): boolean =>
  index >= 100 && (kind === 'veteran' ? index % 10 < 7 : index % 5 === 0)

/** Working days from the application to the card's coming to the station, and into its holder's hands. */
export const cardDays = { received: 15, handedOut: 20 } as const

/** A preferential card: applied for, made, handed out, sometimes lost, kept back for a while, or taken back. */
export const carryCard = ({ one, random, benefit, registeredOn, last, day, say }: Life): void => {
  if (!carriesCard(one)) return
  const kind = one.kind === 'veteran' ? '退役军人' : '三属'
  const bank = random.pick(['湘潭农商银行', '工商银行', '农业银行'])
  const number = (serial: number) =>
    `湘${kind === '三属' ? '属' : '退'} ${String(one.index).padStart(6, '0')} ${serial}`
  const applicationNo = `YDZ-${kind === '三属' ? 'S' : 'T'}-${one.index}`
  const card = { kind, cardNo: number(1) }
  const chipOn = (day: string) => ({
    bank,
    identitiesOnChip: benefit ? [categoryOn(benefit.standard.category, day)] : [],
  })
  const applied = day(registeredOn, dayAfter(last, -60))
  say('veteran-affairs', 'PreferentialCardApplied', applied, { kind, applicationNo, bank })
  const receivedOn = workingDayAfter(applied, cardDays.received)!
  say('veteran-affairs', 'PreferentialCardIssued', receivedOn, { ...card, applicationNo, ...chipOn(receivedOn) })
  const handedOutOn = workingDayAfter(applied, cardDays.handedOut)!
  say('veteran-affairs', 'PreferentialCardHandedOut', handedOutOn, {
    ...card,
    appliedOn: applied,
    receivedOn,
    handedOutOn,
    manner: '主动送达',
  })
  if (one.diedOn !== undefined) return
  const chance = random.whole(1, 1_000)
  const then = day(dayAfter(handedOutOn, 5), dayAfter(last, -25))
  if (chance <= 30)
    say('veteran-affairs', 'PreferentialCardReplaced', then, {
      kind,
      cardNo: number(2),
      replacedCardNo: number(1),
      ...chipOn(then),
      reason: '遗失',
    })
  else if (chance <= 35) {
    say('veteran-affairs', 'PreferentialCardSuspended', then, { ...card, reason: '数据存疑' })
    say('veteran-affairs', 'PreferentialCardReinstated', dayAfter(then, 20), { ...card, reason: '情形消除' })
  } else if (chance <= 37) say('veteran-affairs', 'PreferentialCardCancelled', then, { ...card, reason: '判刑' })
}
