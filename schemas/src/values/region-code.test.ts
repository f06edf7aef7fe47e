import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityRegion, codesUnder, countyOf, isUnder, regionCode, regionOf, regions } from './region-code.ts'

const province = '430000'
const codes = regions.map(({ code }) => code)
const anyCode = fc.constantFrom(...codes)
const filledTo = (length: number) => (code: string) => code.padEnd(length, '0')

/** Whether a region of the city's list lies in another, by what the list says of parents. */
const liesIn = (code: string, ancestor: string): boolean => {
  if (code === ancestor) return true
  const parent = regionOf(code)?.parent ?? null
  return parent !== null && liesIn(parent, ancestor)
}

describe('a region', () => {
  it('of the city has one entry a code, a code of its level, and a parent in the list', () => {
    expect(new Set(codes).size).toBe(regions.length)
    for (const { code, level, parent } of regions) {
      expect(regionCode.safeParse(code).success).toBe(true)
      expect(code).toHaveLength(level === 'township' ? 9 : 6)
      expect(parent === null ? code : regionOf(parent)?.level).toBe(
        { city: cityRegion, county: 'city', township: 'county' }[level],
      )
    }
  })

  it.each(['', '43030', '4303020', '030302', '930302', '4303020010', '43030200100', '43030200100 ', 'abcdef'])(
    'is refused: %j',
    (text) => {
      expect(regionCode.safeParse(text).success).toBe(false)
    },
  )
})

describe('a region lies in another', () => {
  it('where the list says so, and nowhere else', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (code, ancestor) => {
        expect(isUnder(code, ancestor)).toBe(liesIn(code, ancestor))
      }),
      { numRuns: 2_000 },
    )
  })

  it('whether or not its code is filled up with zeros', () => {
    fc.assert(
      fc.property(anyCode, anyCode, fc.constantFrom(9, 12), (code, ancestor, length) => {
        const filled = filledTo(length)
        expect(isUnder(code, filled(ancestor))).toBe(liesIn(code, ancestor))
        expect(isUnder(filled(code), ancestor)).toBe(liesIn(code, ancestor))
      }),
    )
  })

  it('down to its villages, which lie in their township only', () => {
    fc.assert(
      fc.property(anyCode, anyCode, fc.integer({ min: 1, max: 999 }), (township, ancestor, number) => {
        fc.pre(township.length === 9)
        const village = township + String(number).padStart(3, '0')
        expect(isUnder(village, ancestor)).toBe(liesIn(township, ancestor))
        expect(isUnder(township, village)).toBe(false)
        expect(isUnder(village, village)).toBe(true)
      }),
    )
  })

  it('up to its province, and no other', () => {
    for (const code of codes) {
      expect(isUnder(code, province)).toBe(true)
      expect(isUnder(code, '43')).toBe(true)
      expect(isUnder(code, '4303')).toBe(true)
      for (const other of ['420000', '430100', '440000', '400000']) expect(isUnder(code, other)).toBe(false)
      expect(isUnder(province, code)).toBe(false)
    }
  })

  it.each([
    ['430302101', '430302100', 'a town whose code ends in zeros is a town'],
    ['430302010', '430302001', 'sisters'],
    ['430302001100', '430302001001', 'a village whose code ends in zeros is a village'],
    ['430302001101', '430302001100', 'sisters'],
    ['430310', '430301', 'sisters'],
    ['431003', '430100', 'other cities'],
    ['430321', '430302', 'sisters'],
  ])('%s does not lie in %s: %s', (code, ancestor) => {
    expect(isUnder(code, ancestor)).toBe(false)
  })

  it.each([
    ['429004', '429000', 'a city right under its province'],
    ['441900003', '441900', 'a town of a city without counties'],
    ['430371001', '430371', 'what only statistics number as a county'],
    ['430371', cityRegion, 'what only statistics number as a county'],
    ['430302', '430302000', 'the county itself'],
  ])('%s lies in %s: %s', (code, ancestor) => {
    expect(isUnder(code, ancestor)).toBe(true)
  })
})

it('the codes in a region are one stretch of them', () => {
  fc.assert(
    fc.property(anyCode, anyCode, (code, ancestor) => {
      const { from, before } = codesUnder(ancestor)
      expect(code >= from && code < before).toBe(liesIn(code, ancestor))
    }),
  )
  expect(codesUnder(province)).toEqual({ from: '43', before: '43:' })
})

it('a village, a township and a county lie in one county', () => {
  expect(['430302001001', '430302001', '430302', cityRegion].map(countyOf)).toEqual([
    '430302',
    '430302',
    '430302',
    cityRegion,
  ])
})
