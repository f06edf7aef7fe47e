import { monthAfter } from '@hub/schemas/values/day.ts'
import { dayAfter } from '../calendar.ts'
import { livesFreely } from '../inhabitant.ts'
import type { Life } from './life.ts'

const liveOnAllowance = ({ one, random, last, day, say }: Life): void => {
  const grantedOn = day('2023-12-10', dayAfter(last, -200))
  const household = {
    household: `DB-${one.kind === 'family' ? 'F' : 'V'}${one.index}`,
    members: [{ name: one.name, relation: '其他' }],
  }
  const month = grantedOn.slice(0, 7)
  say('civil-affairs', 'HouseholdMeansVerified', dayAfter(grantedOn, -5), {
    reportNo: `HD-${household.household}`,
    monthlyIncomePerHead: random.whole(300, 600) * 100,
    excludedPreferentialIncome: 0,
    validUntil: dayAfter(grantedOn, 180),
  })
  say('civil-affairs', 'SubsistenceAllowanceGranted', grantedOn, {
    ...household,
    monthly: 65_000,
    grantedFrom: monthAfter(month, 1),
  })
  say('civil-affairs', 'SubsistenceAllowanceAdjusted', dayAfter(grantedOn, 90), {
    ...household,
    grantedFrom: monthAfter(month, 1),
    monthly: 69_000,
    from: monthAfter(month, 4),
    reason: '标准调整',
  })
  if (random.chance(0.3))
    say('civil-affairs', 'SubsistenceAllowanceStopped', dayAfter(grantedOn, 170), {
      household: household.household,
      grantedFrom: monthAfter(month, 1),
      from: monthAfter(month, 7),
      reason: '收入超过标准',
    })
}

const beInHardship = ({ random, last, day, say }: Life): void => {
  const found = day('2023-12-10', dayAfter(last, -150))
  const kind = random.pick(['重大疾病', '失业', '住房困难'])
  say('veteran-affairs', 'HardshipFound', found, { kind, reviewOn: dayAfter(found, 180) })
  say('veteran-affairs', 'HardshipAidGranted', dayAfter(found, 20), {
    kind,
    aid: ['资金'],
    amount: random.whole(10, 50) * 10_000,
  })
  if (random.chance(0.5)) say('veteran-affairs', 'HardshipClosed', dayAfter(found, 140), { kind, reason: '困难消除' })
}

/** What Civil Affairs and Veteran Affairs do for those in need: allowances, relief, subsidies, plans of service. */
export const beHelped = (life: Life): void => {
  const { one, random, last, day, say } = life
  if (!livesFreely(one)) return
  const chance = random.whole(1, 1_000)
  if (chance <= 20) liveOnAllowance(life)
  else if (chance <= 45) beInHardship(life)
  else if (chance <= 52) {
    const granted = day('2024-01-10', dayAfter(last, -120))
    const from = monthAfter(granted.slice(0, 7), 1)
    say('civil-affairs', 'SpecialHardshipGranted', granted, { support: '分散', from })
    if (random.chance(0.4))
      say('civil-affairs', 'SpecialHardshipEnded', dayAfter(granted, 110), {
        support: '分散',
        from: monthAfter(from, 4),
        reason: '不再符合条件',
      })
  } else if (chance <= 66) {
    const grantedOn = day('2023-12-10')
    say('civil-affairs', 'TemporaryAssistanceGranted', grantedOn, {
      reason: '突发困难',
      amount: random.whole(5, 30) * 10_000,
      grantedOn,
    })
  } else if (chance <= 78) {
    const granted = day('2023-12-10', dayAfter(last, -120))
    const subsidy = { kind: '护理', from: monthAfter(granted.slice(0, 7), 1) }
    say('civil-affairs', 'DisabledPersonSubsidyGranted', granted, { ...subsidy, monthly: 10_000 })
    if (random.chance(0.3))
      say('civil-affairs', 'DisabledPersonSubsidyStopped', dayAfter(granted, 110), {
        kind: '护理',
        from: monthAfter(subsidy.from, 4),
        reason: '残疾等级变化',
      })
  } else if (chance <= 108) {
    const adopted = day('2023-12-10', dayAfter(last, -190))
    const plan = { needs: ['医疗报销'], actions: ['定期探视'] }
    say('veteran-affairs', 'ServicePlanAdopted', adopted, { ...plan, reviewOn: dayAfter(adopted, 180) })
    say('veteran-affairs', 'ServicePlanReviewed', dayAfter(adopted, 180), plan)
  }
}
