import { lastDayUnder } from '@hub/schemas/law/age.ts'
import { describe, expect, it } from 'vitest'
import { faults, messageOf } from './faults-of.fixture.ts'

/** A child born on a leap day, whose 18th birthday is no day of the calendar. */
const bornOnLeapDay = { citizenNumber: '430302200802290018' }
const assessed = {
  category: '烈士遗属',
  relation: '子女',
  outcome: '符合',
  ground: '未满18周岁',
  assessedOn: '2026-01-12',
  payableFrom: '2026-01',
}

describe('the eligibility of a survivor', () => {
  it.each([
    ['2006-03-01', '2024-03-01'],
    ['2008-02-29', '2026-02-28'],
    ['2006-02-28', '2024-02-28'],
    ['2006-12-31', '2024-12-31'],
  ])('of a child born on %s is as of one under age up to and with %s', (birthDay, lastDay) => {
    expect(lastDayUnder(18, birthDay)).toBe(lastDay)
  })

  it('of a child who was born on 29 February ends with February', () => {
    const on = (assessedOn: string) => ({
      ...assessed,
      person: bornOnLeapDay,
      assessedOn,
      payableFrom: assessedOn.slice(0, 7),
    })
    expect(faults('SurvivorEligibilityAssessed', on('2026-02-28'))).toEqual([])
    expect(faults('SurvivorEligibilityAssessed', on('2026-03-01'))).toEqual(['OF_AGE /ground'])
    expect(messageOf('SurvivorEligibilityAssessed', on('2026-03-01'))).toContain('（国令第788号）第十九条')
    expect(faults('SurvivorEligibilityAssessed', { ...on('2026-02-28'), to: '2026-02' })).toEqual([])
    expect(faults('SurvivorEligibilityAssessed', { ...on('2026-02-28'), to: '2026-03' })).toEqual(['OF_AGE /to'])
  })

  it.each(['上学无生活费来源', '残疾无生活费来源'])('of a child of age goes on where it is %s', (ground) => {
    const grown = { ...assessed, person: bornOnLeapDay, ground, assessedOn: '2026-03-01', payableFrom: '2026-03' }
    expect(faults('SurvivorEligibilityAssessed', grown)).toEqual([])
  })

  it('of a spouse who married again goes on while the family of the fallen is supported, since Order 788', () => {
    const spouse = { ...assessed, relation: '配偶', ground: '收入低于当地平均', remarried: true }
    expect(faults('SurvivorEligibilityAssessed', spouse)).toEqual(['REMARRIED /supportsFamily'])
    expect(messageOf('SurvivorEligibilityAssessed', spouse)).toContain('第二十条')
    expect(faults('SurvivorEligibilityAssessed', { ...spouse, supportsFamily: true })).toEqual([])
    const before = { ...spouse, assessedOn: '2024-09-30', payableFrom: '2024-09' }
    expect(faults('SurvivorEligibilityAssessed', before)).toEqual([])
    expect(
      faults('SurvivorEligibilityAssessed', { ...before, assessedOn: '2024-10-01', payableFrom: '2024-10' }),
    ).toEqual(['REMARRIED /supportsFamily'])
  })

  it('is paid from the month in which it was confirmed, not before, since Order 788', () => {
    const on = (assessedOn: string, payableFrom: string) =>
      faults('SurvivorEligibilityAssessed', { ...assessed, assessedOn, payableFrom })
    expect(on('2024-10-01', '2024-10')).toEqual([])
    expect(on('2024-10-01', '2024-09')).toEqual(['PAYABLE_TOO_EARLY /payableFrom'])
    expect(on('2024-09-30', '2024-08')).toEqual([])
  })

  it('needs a ground and a first month where it is met, and has neither where it is not', () => {
    const { ground, payableFrom, ...bare } = assessed
    expect(faults('SurvivorEligibilityAssessed', bare)).toEqual(['GROUND_NEEDED /ground'])
    expect(faults('SurvivorEligibilityAssessed', { ...bare, outcome: '不符合' })).toEqual([])
    expect(faults('SurvivorEligibilityAssessed', { ...bare, outcome: '不符合', ground })).toEqual([
      'GROUND_NEEDED /ground',
    ])
    expect(faults('SurvivorEligibilityAssessed', { ...bare, outcome: '不符合', payableFrom })).toEqual([
      'GROUND_NEEDED /ground',
    ])
  })
})

it('schooling is what the education department hands over', () => {
  const schooling = { from: '2024-09-02', until: '2028-06-30' }
  expect(faults('EducationConfirmed', { ...schooling, assertedFrom: '教育' })).toEqual([])
  expect(faults('EducationConfirmed', schooling)).toEqual(['ASSERTED_FROM /assertedFrom'])
})
