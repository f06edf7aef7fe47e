import { describe, expect, it } from 'vitest'
import { fits, type Thing, thingKeysOf } from './thing.ts'

const about = (one: { thing: Thing }, data: Record<string, unknown>, other: Record<string, unknown>) =>
  thingKeysOf(one, data).some((key) => thingKeysOf(one, other).some((another) => fits(key, another)))

const marriage = { thing: { kind: 'marriage', key: [['certificateNo'], ['spouse', 'registeredOn']] } } as const
const benefit = { thing: { kind: 'benefit', key: [['item', 'category?', 'county']] } } as const

describe('the thing of an event', () => {
  it('is found by any of its keys', () => {
    const spouse = { name: '何秋荷', person: { personId: `1${'a'.repeat(26)}` } }
    const known = { certificateNo: 'J-1', spouse, registeredOn: '1995-05-01' }
    expect(about(marriage, known, { certificateNo: 'J-1' })).toBe(true)
    expect(about(marriage, known, { spouse: { person: spouse.person }, registeredOn: '1995-05-01' })).toBe(true)
    expect(about(marriage, known, { spouse, registeredOn: '1999-05-01' })).toBe(false)
    expect(about(marriage, known, { spouse: { name: '别人' } })).toBe(false)
  })

  it('is told apart by what both say, of what may be left out too', () => {
    const paid = { item: '残疾抚恤金', category: '残疾军人', region: '430302001' }
    expect(about(benefit, paid, { item: '残疾抚恤金', region: '430302' })).toBe(true)
    expect(about(benefit, paid, { item: '残疾抚恤金', category: '烈士遗属', region: '430302' })).toBe(false)
    expect(about(benefit, paid, { item: '残疾抚恤金', region: '430304' })).toBe(false)
  })

  it('has no key where its event says too little, or is one of its own', () => {
    expect(thingKeysOf(benefit, { region: '430302' })).toEqual([])
    expect(thingKeysOf({ thing: { kind: 'fact', key: 'event' } }, { item: '护理费' })).toEqual([])
    expect(thingKeysOf({}, { item: '护理费' })).toEqual([])
  })

  it('is the same whatever the order of a list that names it', () => {
    const recovery = { thing: { kind: 'recovery', key: [['orderIds']] } } as const
    expect(about(recovery, { orderIds: ['2', '1'] }, { orderIds: ['1', '2'] })).toBe(true)
    expect(about(recovery, { orderIds: ['12'] }, { orderIds: ['1', '2'] })).toBe(false)
  })
})
