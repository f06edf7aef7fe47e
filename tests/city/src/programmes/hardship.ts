import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { type Inhabitant, personOf } from '../inhabitant.ts'
import { keyOf, replacing } from '../submission.ts'

const civilAffairs = ({ county }: Inhabitant) => ({ department: 'civil-affairs', region: county }) as const
const veteranAffairs = ({ county }: Inhabitant) => ({ department: 'veteran-affairs', region: county }) as const

/** Row 24: twelve households of low income, two of them with two members on file, three found to be so no more. */
export const findLowIncome = (city: City): void => {
  city.lasting.slice(720, 732).forEach((one, index) => {
    const household = `DS-${one.county}-${index + 1}`
    const identifiedOn = city.day('2023-09-01', '2025-03-31')
    const spouse = index < 2 ? city.families[211 + index] : undefined
    for (const member of spouse ? [one, spouse] : [one]) {
      const other = member === one ? spouse : one
      city.add({
        ...civilAffairs(one),
        name: 'LowIncomeHouseholdIdentified',
        day: identifiedOn,
        data: {
          person: personOf(member),
          household,
          kind: city.random.pick(['低保边缘家庭', '刚性支出困难家庭']),
          members: other ? [{ name: other.name, relation: '配偶', person: personOf(other) }] : [],
          identifiedOn,
          validUntil: dayAfter(identifiedOn, 364),
        },
      })
    }
    if (index < 9) return
    const endedOn = dayAfter(identifiedOn, 150)
    city.add({
      ...civilAffairs(one),
      name: 'LowIncomeHouseholdEnded',
      day: endedOn,
      data: { person: personOf(one), household, identifiedOn, endedOn, reason: '收入超过标准' },
    })
  })
}

/** What is found, put up for objections and decided of an application; the day of the decision. */
const decideOnAid = (city: City, one: Inhabitant, { appliedOn, aid }: Applied, approved: boolean): string => {
  const about = veteranAffairs(one)
  const [postedFrom, postedUntil] = [dayAfter(appliedOn, 8), dayAfter(appliedOn, 14)]
  const decidedOn = dayAfter(postedUntil, 4)
  if (!approved) {
    city.add({
      ...about,
      name: 'HardshipAidDeclined',
      day: decidedOn,
      data: {
        ...aid,
        decidedOn,
        level: '县',
        reasonCode: '情况不属实',
        legalBasis: '本省帮扶援助办法',
        remedy: '可自收到决定之日起六十日内申请行政复议',
      },
    })
    return decidedOn
  }
  city.add({
    ...about,
    name: 'HardshipAidPublicised',
    day: postedUntil,
    data: { ...aid, postedFrom, postedUntil, objections: 0 },
  })
  return decidedOn
}

type Applied = { appliedOn: string; aid: Record<string, unknown> & { kind: string; caseId: string } }

/**
 * Row 24: thirty applications for aid: 24 approved, each relieved and looked at again, four declined, two under way.
 * Ten hardships are overcome, two end because somebody moves away.
 */
export const aidInHardship = (city: City): void => {
  city.lasting.slice(735, 765).forEach((one, index) => {
    const about = veteranAffairs(one)
    const underWay = index >= 28
    const appliedOn = underWay ? '2025-12-22' : city.day('2024-01-08', '2025-05-20')
    const kind = city.random.pick(['重大疾病', '意外事故', '自然灾害', '住房困难'])
    const aid = { caseId: `BF-${index + 1}`, person: personOf(one), kind }
    const channel = city.random.pick(['窗口', '上门', 'APP'])
    city.add({
      ...about,
      name: 'HardshipAidApplied',
      day: appliedOn,
      data: { ...aid, appliedOn, channel, asksFor: ['资金'] },
    })
    const investigatedOn = dayAfter(appliedOn, 5)
    const approved = index < 24
    city.add({
      ...about,
      name: 'HardshipInvestigated',
      day: investigatedOn,
      data: { ...aid, investigatedOn, finding: approved || underWay ? '属实' : '不属实' },
    })
    if (underWay) return
    const decidedOn = decideOnAid(city, one, { appliedOn, aid }, approved)
    if (!approved) return
    const money = { aid: ['资金', '结对帮扶'], amount: index % 2 === 0 ? 500_000 : 300_000 }
    const hardship = { person: personOf(one), kind, foundOn: decidedOn }
    const reviewOn = dayAfter(decidedOn, 180)
    const facts = [
      ['HardshipAidApproved', decidedOn, { ...aid, decidedOn, level: '县', ...money }],
      ['HardshipFound', decidedOn, { ...hardship, reviewOn }],
      ['HardshipAidGranted', dayAfter(decidedOn, 10), { ...hardship, caseId: aid.caseId, ...money, reviewOn }],
    ] as const
    for (const [name, day, data] of facts) city.add({ ...about, name, day, data })
    if (index < 12)
      city.add({
        ...about,
        name: 'HardshipClosed',
        day: reviewOn,
        data: { ...hardship, reason: index < 10 ? '困难消除' : '迁出' },
      })
  })
}

/** A station hears that somebody died who lives, and takes that back four days later; no file was closed for it. */
export const hearWrongly = (city: City): void => {
  const one = city.lasting[766]!
  const about = veteranAffairs(one)
  const [noticedOn, takenBackOn] = ['2024-09-02', '2024-09-06']
  const noticed = city.add({
    ...about,
    name: 'DeathNoticed',
    day: noticedOn,
    data: { person: personOf(one), noticedOn, source: '村社区告知' },
  })
  city.add({
    ...about,
    name: 'FactRetracted',
    day: takenBackOn,
    data: { person: personOf(one), reason: '同名他人' },
    extra: { ...replacing(noticed, 'wrong-source'), correlationid: keyOf(noticed) },
  })
}
