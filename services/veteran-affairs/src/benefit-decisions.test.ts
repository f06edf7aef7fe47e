import { describe, expect, it } from 'vitest'
import { faults, messageOf } from './faults-of.fixture.ts'

const decided = { decidedOn: '2025-10-16', from: '2025-10' }

describe('nursing money', () => {
  const nursing = (rating: Record<string, unknown>, decidedOn = '2025-10-16') =>
    faults('BenefitApproved', { ...decided, decidedOn, item: '护理费', monthly: 1, rating })

  it.each([
    [1, '因战'],
    [4, '因公'],
    [4, '因病'],
  ])('is due in grade %s %s', (grade, nature) => {
    expect(nursing({ grade, nature })).toEqual([])
  })

  it('is not due in grade 5, but for a mental disorder, and that since Order 788', () => {
    expect(nursing({ grade: 5, nature: '因公' })).toEqual(['NURSING_NOT_DUE /rating'])
    const disorder = { grade: 6, nature: '因病', mentalDisorder: true }
    expect(nursing(disorder, '2024-10-01')).toEqual([])
    expect(nursing(disorder, '2024-09-30')).toEqual(['NURSING_NOT_DUE /rating'])
    expect(nursing({ ...disorder, grade: 7, nature: '因公' })).toEqual(['NURSING_NOT_DUE /rating'])
    const refused = (decidedOn: string) =>
      messageOf('BenefitApproved', {
        ...decided,
        decidedOn,
        item: '护理费',
        monthly: 1,
        rating: { grade: 5, nature: '因公' },
      })
    expect(refused('2024-09-30')).toContain('第三十条')
    expect(refused('2024-10-01')).toContain('（国令第788号）第三十四条')
  })

  it('is not due to who is supported in an institution', () => {
    expect(nursing({ grade: 1, nature: '因战', support: '分散供养' })).toEqual([])
    expect(nursing({ grade: 1, nature: '因战', support: '集中供养' })).toEqual(['NURSING_NOT_DUE /rating'])
  })
})

describe('a grant after a death', () => {
  it.each([
    ['病故军人遗属', '2025-12', '2026-01'],
    ['残疾军人', '2026-06', '2026-07'],
    ['参战退役军人', '2025-12', '2026-01'],
    ['参试退役军人', '2025-12', '2026-01'],
  ])('of %s is the pension paid on through %s, no month more', (category, last, after) => {
    const funeral = { item: '丧葬补助', category, decidedOn: '2025-06-24', monthly: 1, from: '2025-07' }
    expect(faults('BenefitApproved', { ...funeral, to: last })).toEqual([])
    expect(faults('BenefitApproved', { ...funeral, to: after })).toEqual(['FUNERAL_MONTHS /to'])
    expect(faults('BenefitApproved', funeral)).toEqual(['FUNERAL_MONTHS /to'])
  })

  it('of a group of which the law says nothing is as the province has it', () => {
    const funeral = { item: '丧葬补助', category: '在乡复员军人', decidedOn: '2025-06-24', monthly: 1, from: '2025-07' }
    expect(faults('BenefitApproved', funeral)).toEqual([])
    expect(faults('BenefitApproved', { ...funeral, category: '参战退役人员', decidedOn: '2024-09-30' })).toEqual([])
  })

  it.each([
    ['2024-09-30', 40, false],
    ['2024-10-01', 40, true],
    ['2024-09-30', 35, true],
    ['2024-10-01', 20, false],
  ])('decided on %s is raised by %s per cent for merits: lawful is %s', (decidedOn, meritIncrease, lawful) => {
    const grant = { item: '一次性抚恤金', decidedOn, from: '2024-10', lumpSum: 1, meritIncrease }
    expect(faults('BenefitApproved', grant)).toEqual(lawful ? [] : ['INCREASE_NOT_OF_LAW /meritIncrease'])
  })
})

it('a benefit is a monthly amount or a lump sum, never both', () => {
  expect(faults('BenefitApproved', { ...decided, monthly: 1 })).toEqual([])
  expect(faults('BenefitApproved', { ...decided, monthly: 1, lumpSum: 1 })).toEqual(['EXACTLY_ONE /monthly'])
  expect(faults('BenefitApproved', { ...decided, lumpSum: 1, to: '2025-09' })).toEqual(['ORDER_OF_DATES /to'])
})

it('fixed sums are not more than the amount that they are part of', () => {
  const standard = (county: number) => ({ amount: 100_000, sharing: { fixed: { central: 60_000, county } } })
  expect(faults('BenefitStandardPublished', standard(40_000))).toEqual([])
  expect(faults('BenefitStandardPublished', standard(40_001))).toEqual(['FIXED_SUMS /sharing/fixed'])
  expect(faults('BenefitStandardPublished', { amount: 1 })).toEqual([])
})
