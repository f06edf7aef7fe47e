import { describe, expect, it } from 'vitest'
import { faults, messageOf } from './faults-of.fixture.ts'

const move = {
  item: '残疾抚恤金',
  category: '残疾军人',
  otherRegion: '440305',
  paidThrough: '2024-12',
  payableFrom: '2025-01',
}

describe('a benefit that moves', () => {
  it('is paid by the old place to December and by the new one from January, for the disabled', () => {
    for (const name of ['SupportRelationTransferredOut', 'SupportRelationTransferredIn']) {
      expect(faults(name, move)).toEqual([])
      const early = { ...move, paidThrough: '2024-10', payableFrom: '2024-11' }
      expect(faults(name, early)).toEqual(['TRANSFER_TOO_EARLY /payableFrom'])
      expect(messageOf(name, early)).toContain('《伤残抚恤管理办法》第二十三条')
      expect(faults(name, { ...early, item: '生活补助', category: '参战退役军人' })).toEqual([])
    }
  })

  it.each([
    ['2024-12', '第十九条'],
    ['2025-01', '（国令第791号）第二十二条'],
  ])("of a martyr's survivor too, by the law of the last month paid, %s", (paidThrough, article) => {
    const early = { ...move, item: '定期抚恤金', category: '烈士遗属', paidThrough, payableFrom: '2025-02' }
    expect(faults('SupportRelationTransferredOut', early)).toEqual(['TRANSFER_TOO_EARLY /payableFrom'])
    expect(messageOf('SupportRelationTransferredOut', early)).toContain(article)
  })
})

describe('a pension that comes over from the army', () => {
  const { otherRegion, ...own } = move
  const fromArmy = { ...own, dischargedOn: '2024-10-01' }

  it('is paid by the unit for the year of the discharge, and by the county from the next', () => {
    expect(faults('SupportRelationTransferredIn', fromArmy)).toEqual([])
    const early = { ...fromArmy, paidThrough: '2024-10', payableFrom: '2024-11' }
    expect(faults('SupportRelationTransferredIn', early)).toEqual(['TRANSFER_TOO_EARLY /payableFrom'])
    expect(messageOf('SupportRelationTransferredIn', early)).toContain('第三十条')
    expect(faults('SupportRelationTransferredIn', { ...early, dischargedOn: '2024-09-30' })).toEqual([])
  })

  it.each([
    ['in time', '2024-11-30'],
    ['a day late', '2024-12-01'],
  ])('is taken over where it was applied for %s, on %s', (_how, appliedOn) => {
    expect(faults('SupportRelationTransferredIn', { ...fromArmy, appliedOn })).toEqual([])
  })

  it('comes from a place or from the army, not from both or neither', () => {
    expect(faults('SupportRelationTransferredIn', { ...fromArmy, otherRegion })).toEqual(['EXACTLY_ONE /otherRegion'])
    expect(faults('SupportRelationTransferredIn', own)).toEqual(['EXACTLY_ONE /otherRegion'])
    expect(faults('SupportRelationTransferredIn', { ...fromArmy, appliedOn: '2024-09-30' })).toEqual([
      'ORDER_OF_DATES /appliedOn',
    ])
  })
})
