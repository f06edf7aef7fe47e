import { describe, expect, it } from 'vitest'
import { faults, messageOf } from './faults-of.fixture.ts'

const benefit = { item: '生活补助' }

describe('a sentence or a wanted notice', () => {
  it.each(['有期徒刑', '剥夺政治权利', '通缉'])('%s suspends treatment, and never ends it', (reasonCode) => {
    for (const from of ['2024-09', '2024-10']) {
      expect(faults('BenefitSuspended', { ...benefit, reasonCode, from })).toEqual([])
      expect(faults('BenefitTerminated', { ...benefit, reasonCode, from })).toEqual(['SUSPENDS_ONLY /reasonCode'])
    }
  })

  it.each(['死刑或无期徒刑', '开除军籍'])('%s ends it', (reasonCode) => {
    expect(faults('BenefitTerminated', { ...benefit, reasonCode, from: '2024-10' })).toEqual([])
  })

  it('is for the province to decide since Order 788', () => {
    const decided = (from: string, decidedByLevel?: string) =>
      faults('BenefitSuspended', {
        ...benefit,
        reasonCode: '有期徒刑',
        from,
        ...(decidedByLevel === undefined ? {} : { decidedByLevel }),
      })
    expect(decided('2024-09', '县')).toEqual([])
    expect(decided('2024-10', '县')).toEqual(['NOT_OF_LEVEL /decidedByLevel'])
    expect([decided('2024-10', '省'), decided('2024-10')]).toEqual([[], []])
    expect(
      faults('BenefitSuspended', { ...benefit, reasonCode: '收入超标', from: '2024-10', decidedByLevel: '县' }),
    ).toEqual([])
  })

  it('is not paid for afterwards, by the article in force', () => {
    const resumed = (from: string) => ({ ...benefit, reasonCode: '通缉', from, backPayFrom: '2024-07' })
    expect(faults('BenefitResumed', resumed('2024-09'))).toEqual(['NO_BACK_PAY /backPayFrom'])
    expect(messageOf('BenefitResumed', resumed('2024-09'))).toContain('第五十条')
    expect(messageOf('BenefitResumed', resumed('2024-10'))).toContain('（国令第788号）第五十九条')
    expect(faults('BenefitResumed', { ...benefit, reasonCode: '通缉', from: '2024-10' })).toEqual([])
  })

  it('is handed over by whom it comes from', () => {
    const sentence = { penalty: '有期徒刑', from: '2024-11-20', until: '2025-11-19' }
    expect(faults('SentenceImposed', { ...sentence, assertedFrom: '法院' })).toEqual([])
    expect(faults('SentenceImposed', { ...sentence, assertedFrom: '公安' })).toEqual(['ASSERTED_FROM /assertedFrom'])
    expect(faults('SentenceImposed', { penalty: '开除军籍', assertedFrom: '军队' })).toEqual([])
    expect(faults('SentenceEnded', { assertedFrom: '司法行政' })).toEqual([])
    expect(faults('SentenceEnded', { assertedFrom: '公安' })).toEqual(['ASSERTED_FROM /assertedFrom'])
    expect(faults('WantedNoticeIssued', { assertedFrom: '法院' })).toEqual(['ASSERTED_FROM /assertedFrom'])
    expect(faults('WantedNoticeEnded', { assertedFrom: '公安' })).toEqual([])
  })
})
