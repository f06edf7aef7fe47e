import { describe, expect, it } from 'vitest'
import { dayAfter, isDay } from '../values/day.ts'
import { pensionStart } from './disability-pension.ts'
import { laws } from './laws.ts'
import { lawOn } from './legal-rule.ts'

it('the laws have each question once', () => {
  const keys = laws.map(({ key }) => key)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

describe.each(laws.map((rule) => [rule.key, rule] as const))('%s', (_key, rule) => {
  it('is said in both languages, with an article for each answer', () => {
    for (const { zh, en } of rule.entries.flatMap(({ article, decides }) => [article, decides])) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[A-Za-z]/)
    }
    expect(rule.titleZh).toMatch(/\p{Script=Han}/u)
  })

  it('has real days, and never two answers of one place at once', () => {
    const byPlace = Map.groupBy(rule.entries, ({ province }) => province)
    for (const entries of byPlace.values()) {
      const inOrder = entries.toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1))
      for (const [at, { from, until }] of inOrder.entries()) {
        if (from !== undefined) expect(isDay(from)).toBe(true)
        if (until !== undefined) expect(isDay(until)).toBe(true)
        const next = inOrder[at + 1]
        if (next) expect(until !== undefined && next.from !== undefined && next.from >= dayAfter(until)).toBe(true)
      }
    }
  })
})

describe('the law on a day', () => {
  it('is the old one on its last day and the new one on its first', () => {
    expect(lawOn(pensionStart, '2024-09-30')?.value).toBe('month-after-approval')
    expect(lawOn(pensionStart, '2024-10-01')?.value).toBe('month-of-approval')
    expect(lawOn(pensionStart, '1980')?.value).toBe('month-after-approval')
  })

  it("is the province's own where it has one, and the country's elsewhere", () => {
    const words = { zh: '甲', en: 'a' }
    const rule = {
      key: 'one',
      titleZh: '甲',
      titleEn: 'One',
      entries: [
        { article: words, decides: words, value: 1 },
        { article: words, decides: words, value: 2, province: '430000' },
      ] as const,
    }
    expect(lawOn(rule, '2025-01-01', '430302001')?.value).toBe(2)
    expect(lawOn(rule, '2025-01-01', '440305')?.value).toBe(1)
    expect(lawOn(rule, '2025-01-01')?.value).toBe(1)
  })
})
