import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isNamedBy, joinedThings, namedThings, type Thing } from './thing.ts'
import { codeList } from './values/code-list.ts'

const keysOf = (thing: Thing, data: Record<string, unknown>, streamField = 'person') =>
  namedThings({ thing, streamField }, { data, stream: `person-1${'a'.repeat(26)}`, eventId: 'E-1' })[0]?.keys ?? []

/** Whether what one type says is about what another says. */
const about = (one: { thing: Thing }, data: Record<string, unknown>, other: Record<string, unknown>, { thing } = one) =>
  isNamedBy(keysOf(one.thing, data), keysOf(thing, other))

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

  it('is the same by a code of today as by the one that was said before', () => {
    const identity = {
      thing: { kind: 'identity', key: [['category']] },
      streamField: 'person',
      data: z.strictObject({
        category: codeList('c', { 旧: { en: 'old', withdrawn: '2024-10-01', instead: '新' }, 新: 'new' }),
      }),
    } as const
    const named = (category: string) =>
      namedThings(identity, { data: { category }, stream: 'person-1', eventId: 'E-1' })[0]!.keys
    expect(isNamedBy(named('旧'), named('新'))).toBe(true)
  })

  it('is of any county where an office of the city acts', () => {
    const paid = { thing: { kind: 'benefit', key: [['item', 'county?']] } } as const
    expect(about(paid, { item: '护理费', region: '430302' }, { item: '护理费', region: '430300' })).toBe(true)
    expect(about(paid, { item: '护理费', region: '430302' }, { item: '护理费', region: '430304001' })).toBe(false)
  })

  it('has no key where its event says too little, or is one of its own', () => {
    expect(keysOf(benefit.thing, { region: '430302' })).toEqual([])
    expect(keysOf({ kind: 'fact', key: 'event' }, { item: '护理费' })).toEqual([{ event: 'E-1' }])
    expect(namedThings({ streamField: 'person' }, { data: {}, stream: 'case-a', eventId: 'E-1' })).toEqual([])
  })

  it('is the same whatever the order of a list that names it', () => {
    const recovery = { thing: { kind: 'recovery', key: [['orderIds']] } } as const
    expect(about(recovery, { orderIds: ['2', '1'] }, { orderIds: ['1', '2'] })).toBe(true)
    expect(about(recovery, { orderIds: ['12'] }, { orderIds: ['1', '2'] })).toBe(false)
  })

  it('is another where its surest number is another, whatever else fits', () => {
    const card = { thing: { kind: 'card', key: [['cardNo'], ['kind']] } } as const
    expect(about(card, { cardNo: 'K-1', kind: '退役军人' }, { cardNo: 'K-2', kind: '退役军人' })).toBe(false)
    expect(about(card, { cardNo: 'K-1', kind: '退役军人' }, { kind: '退役军人' })).toBe(true)
  })

  it('is named by a field that another type calls otherwise', () => {
    const divorce = { thing: { kind: 'marriage', key: [['spouse', 'registeredOn=marriedOn']] } } as const
    const known = { spouse: { name: '何秋荷' }, registeredOn: '1995-05-01' }
    const divorced = { spouse: { name: '何秋荷' }, registeredOn: '2012-11-20', marriedOn: '1995-05-01' }
    expect(about(marriage, known, divorced, divorce)).toBe(true)
    expect(about(marriage, known, { ...divorced, marriedOn: '1999-05-01' }, divorce)).toBe(false)
  })

  it('that a stream is of is named by its field from other streams too', () => {
    const applied = { thing: { kind: 'application', key: 'stream' } } as const
    const reserved = { thing: { kind: 'application', key: [['caseId']] } } as const
    const said = keysOf(applied.thing, { caseId: 'case-a' }, 'caseId')
    expect(isNamedBy(said, keysOf(reserved.thing, { caseId: 'case-a' }))).toBe(true)
    expect(isNamedBy(said, keysOf(reserved.thing, { caseId: 'case-b' }))).toBe(false)
  })

  it('is found by what was said of it before and since', () => {
    const said = joinedThings(
      [{ kind: 'card', keys: [{ cardNo: 'K-1' }] }],
      [
        { kind: 'card', keys: [{ cardNo: 'K-1' }, { cardNo: 'K-2' }] },
        { kind: 'application', keys: [] },
      ],
    )
    expect(said).toEqual([
      { kind: 'card', keys: [{ cardNo: 'K-1' }, { cardNo: 'K-2' }] },
      { kind: 'application', keys: [] },
    ])
    expect(joinedThings(said, [{ kind: 'card', keys: [{ cardNo: 'K-2' }] }])).toBe(said)
  })
})
