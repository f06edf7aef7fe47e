import { describe, expect, it } from 'vitest'
import { faults, messageOf } from './faults-of.fixture.ts'

const disabled = { category: '残疾军人' }
const other = { category: '参战退役军人' }
/** 60 days after the notice are 1 November. */
const noticeOn = '2024-09-02'

describe('a yearly confirmation that was missed', () => {
  it.each([
    [59, '2024-10-31', false],
    [60, '2024-11-01', true],
    [61, '2024-11-02', true],
  ])('%s days after the notice, due on %s: lawful of the disabled is %s', (_days, dueOn, lawful) => {
    const lapsed = { ...disabled, year: 2024, noticeOn, dueOn }
    const late = '2025-01-05T00:00:00.000Z'
    expect(faults('AnnualConfirmationLapsed', lapsed, late)).toEqual(lawful ? [] : ['NOTICE_TOO_SHORT /dueOn'])
    expect(messageOf('AnnualConfirmationLapsed', lapsed, late)).toContain(
      lawful ? '' : '《伤残抚恤管理办法》第二十五条',
    )
    expect(faults('AnnualConfirmationLapsed', { ...lapsed, ...other }, late)).toEqual([])
  })

  it('has lapsed once its last day is over', () => {
    const lapsed = { ...disabled, year: 2024, noticeOn, dueOn: '2024-11-01' }
    expect(faults('AnnualConfirmationLapsed', lapsed, '2024-11-01T12:00:00+08:00')).toEqual(['NOT_LAPSED_YET /dueOn'])
    expect(faults('AnnualConfirmationLapsed', lapsed, '2024-11-02T09:00:00+08:00')).toEqual([])
  })

  it('stops the pension of the disabled from the month after the notice ran out', () => {
    const suspended = { ...disabled, item: '残疾抚恤金', reasonCode: '年度确认逾期', dueOn: '2024-11-01' }
    expect(faults('BenefitSuspended', { ...suspended, from: '2024-11' })).toEqual(['SUSPENDED_TOO_EARLY /from'])
    expect(faults('BenefitSuspended', { ...suspended, from: '2024-12' })).toEqual([])
    expect(faults('BenefitSuspended', { ...suspended, ...other, item: '生活补助', from: '2024-11' })).toEqual([])
  })

  it('lets the pension of the disabled run again from the month after, with nothing for between', () => {
    const resumed = { ...disabled, item: '残疾抚恤金', reasonCode: '年度确认逾期', confirmedOn: '2024-12-31' }
    expect(faults('BenefitResumed', { ...resumed, from: '2024-12' })).toEqual(['RESUMED_TOO_EARLY /from'])
    expect(faults('BenefitResumed', { ...resumed, from: '2025-01' })).toEqual([])
    const paidBack = { ...resumed, from: '2025-01', backPayFrom: '2024-12' }
    expect(faults('BenefitResumed', paidBack)).toEqual(['NO_BACK_PAY /backPayFrom'])
    expect(messageOf('BenefitResumed', paidBack)).toContain('第二十五条')
  })

  it('tells the disabled by what they draw where their identity is not said', () => {
    const paidBack = { reasonCode: '年度确认逾期', from: '2025-01', backPayFrom: '2024-12' }
    expect(faults('BenefitResumed', { ...paidBack, item: '护理费' })).toEqual(['NO_BACK_PAY /backPayFrom'])
    expect(faults('BenefitResumed', { ...paidBack, item: '生活补助' })).toEqual([])
  })

  it("pays back what the office's fault has kept, which is another reason", () => {
    const resumed = { ...disabled, item: '残疾抚恤金', from: '2025-01', backPayFrom: '2024-12' }
    expect(faults('BenefitResumed', { ...resumed, reasonCode: '数据存疑' })).toEqual([])
  })
})
