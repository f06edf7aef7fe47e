import { dayAfter } from '../calendar.ts'
import { livesFreely, neverMarried } from '../inhabitant.ts'
import { inventedName } from '../invented.ts'
import type { Life } from './life.ts'

/** Marriages, children, divorces, a new name, a guardian: the civil registry's part of a life. */
export const raiseFamily = ({ one, random, registeredOn, last, day, say }: Life): void => {
  if (neverMarried(one)) return
  const married = Math.min(2022, Number(one.birthDay.slice(0, 4)) + 26)
  const marriage = {
    spouse: { name: inventedName(random) },
    marriageNo: `J${one.county}-${married}-${String(one.index).padStart(6, '0')}`,
    marriedOn: `${married}-05-01`,
  }
  if (one.kind === 'veteran')
    say('civil-affairs', 'MarriageRegistered', dayAfter(registeredOn, random.whole(1, 20)), marriage)
  if (random.chance(0.3)) {
    const member = { name: inventedName(random) }
    say('civil-affairs', 'HouseholdMemberAdded', dayAfter(registeredOn, random.whole(1, 30)), {
      member,
      relation: '子女',
      reason: '共同生活',
    })
    if (random.chance(0.1))
      say('civil-affairs', 'HouseholdMemberRemoved', day(dayAfter(registeredOn, 60)), {
        member,
        relation: '子女',
        reason: '婚后另立户',
      })
  }
  if (!livesFreely(one)) return
  const chance = random.whole(1, 1_000)
  if (one.kind === 'veteran' && chance <= 16) {
    const divorcedOn = day('2024-02-01', dayAfter(last, -40))
    const certificateNo = `L${one.county}-${String(one.index).padStart(6, '0')}`
    if (chance <= 2)
      say('civil-affairs', 'MarriageAnnulled', divorcedOn, {
        ...marriage,
        ground: '胁迫',
        annulledOn: divorcedOn,
        assertedFrom: '法院',
      })
    else
      say('civil-affairs', 'DivorceRegistered', divorcedOn, {
        ...marriage,
        dissolvedOn: divorcedOn,
        // A court's divorce has no certificate.
        ...(chance > 13 ? { form: '判决', assertedFrom: '法院' } : { form: '登记', certificateNo }),
      })
    if (chance > 10) {
      const again = day(dayAfter(divorcedOn, 30))
      say('civil-affairs', 'MarriageRegistered', again, {
        spouse: { name: inventedName(random) },
        marriageNo: `J${one.county}-Z${one.index}`,
        marriedOn: again,
      })
    }
  }
  if (chance > 16 && chance <= 20) {
    const effectiveFrom = day('2024-01-10')
    say('civil-affairs', 'NameChanged', effectiveFrom, {
      from: one.name,
      to: `${one.name.slice(0, 1)}${inventedName(random).slice(1)}`,
      effectiveFrom,
      assertedFrom: '公安',
    })
  }
  if (chance > 20 && chance <= 26) {
    const guardian = { guardian: { name: inventedName(random) }, scope: '财产' }
    const appointedOn = day('2024-01-10', dayAfter(last, -60))
    say('civil-affairs', 'GuardianAppointed', appointedOn, { ...guardian, kind: '协议', appointedOn })
    if (random.chance(0.4)) {
      const endedOn = day(dayAfter(appointedOn, 30))
      say('civil-affairs', 'GuardianshipEnded', endedOn, { ...guardian, endedOn, reason: '变更监护人' })
    }
  }
}
