import { describe, expect, it } from 'vitest'
import { allowsDischarge, allowsRank, rank, rankScheme, rankSchemeOf, ranksOf, serviceClass } from './service-codes.ts'

describe('discharge modes', () => {
  it('depend on the class', () => {
    expect(allowsDischarge('军官', '转业')).toBe(true)
    expect(allowsDischarge('义务兵', '转业')).toBe(false)
    expect(allowsDischarge('义务兵', '逐月领取退役金')).toBe(false)
    expect(allowsDischarge('军士', '逐月领取退役金')).toBe(true)
    expect(allowsDischarge('军官', '自主就业')).toBe(false)
  })
})

describe('ranks', () => {
  it('depend on the table', () => {
    expect(allowsRank('军士', '2022年制', '上士')).toBe(false)
    expect(allowsRank('军士', '2009年制', '上士')).toBe(true)
    expect(allowsRank('义务兵', '2022年制', '下士')).toBe(false)
    expect(allowsRank('军官', '军官', '少尉')).toBe(true)
  })

  it('of 1955 and of 1988 have tables of their own', () => {
    expect(allowsRank('军官', '1955年制', '大尉')).toBe(true)
    expect(allowsRank('军官', '军官', '大尉')).toBe(false)
    expect(allowsRank('义务兵', '1988年制', '下士')).toBe(true)
    expect(allowsRank('军士', '1988年制', '一级专业军士')).toBe(true)
    expect(allowsRank('学员', '不授军衔', '无军衔')).toBe(true)
  })

  it('stand in a table each', () => {
    expect(new Set(Object.values(ranksOf).flat())).toEqual(new Set(rank.options))
    expect(Object.keys(ranksOf).sort()).toEqual([...rankScheme.options].sort())
  })

  it('written alone find a table that allows them, wherever one does', () => {
    for (const served of serviceClass.options)
      for (const scheme of rankScheme.options)
        for (const held of ranksOf[scheme]) {
          if (!allowsRank(served, scheme, held)) continue
          for (const dischargedOn of [undefined, '1975', '2005-12', '2015-12-01', '2023'])
            expect(allowsRank(served, rankSchemeOf(served, held, dischargedOn), held)).toBe(true)
        }
  })
})
