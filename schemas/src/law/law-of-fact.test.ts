import { expect, it } from 'vitest'
import { dayOfLaw, lawOfFact } from './law-of-fact.ts'
import type { LegalRule } from './legal-rule.ts'

const words = { zh: '例', en: 'an example' }
const rule: LegalRule<'old' | 'new' | 'of the province'> = {
  key: 'example',
  titleZh: '例',
  titleEn: 'An example',
  entries: [
    { article: words, until: '2024-09-30', decides: words, value: 'old' },
    { article: words, from: '2024-10-01', decides: words, value: 'new' },
    { article: words, from: '2024-10-01', province: '440000', decides: words, value: 'of the province' },
  ],
}
const told = '2025-03-31T16:30:00.000Z'
const time = { from: 'decidedOn', until: 'stands' } as const

it('a fact is judged by the law of the day that its type names, else of its own day, else of its time', () => {
  const judgedBy = ['judgedOn', 'acceptedOn']
  expect(dayOfLaw({ time, judgedBy }, { decidedOn: '2024-10-02', acceptedOn: '2024-09-30' }, told)).toBe('2024-09-30')
  expect(dayOfLaw({ time, judgedBy }, { decidedOn: '2024-10-02' }, told)).toBe('2024-10-02')
  expect(dayOfLaw({ time }, { decidedOn: '2024-10-02', acceptedOn: '2024-09-30' }, told)).toBe('2024-10-02')
  expect(dayOfLaw({ time }, {}, told)).toBe('2025-04-01')
})

it('the law is that of the day and of the province, however late the fact comes', () => {
  const decidedFor = (decidedOn: string, region: string) =>
    lawOfFact({ time }, rule, { decidedOn, region }, told)?.value
  expect(decidedFor('2024-09-30', '430302')).toBe('old')
  expect(decidedFor('2024-10-01', '430302')).toBe('new')
  expect(decidedFor('2024-10-01', '440304')).toBe('of the province')
  expect(decidedFor('2024-09-30', '440304')).toBe('old')
})
