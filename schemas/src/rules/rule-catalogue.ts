import type { FormRefusalCode } from '../form-refusals.ts'
import { defineNotices } from '../notice.ts'
import { defineRefusals } from '../refusal.ts'

/** What the fields of one event say against each other, and cannot be. */
export const ruleRefusals = defineRefusals('schemas', {
  ORDER_OF_DATES: {
    status: 422,
    en: ['the end lies before the beginning', 'Correct one of the two.'],
    zh: ['结束早于开始', '请更正其中之一。'],
  },
  TOLD_BEFORE_DEATH: {
    status: 422,
    en: ['a death is told before the day of death', 'Correct the day of death or the time of the event.'],
    zh: ['登记时间早于死亡日期', '请更正死亡日期或事件时间。'],
  },
  DEATH_AHEAD: {
    status: 422,
    en: ['the day of death lies ahead', 'Correct the day of death.'],
    zh: ['死亡日期在将来，晚于今天', '请更正死亡日期。'],
  },
  BIRTH_AHEAD: {
    status: 422,
    en: ['the day of birth lies ahead', 'Correct the day of birth or the citizen number.'],
    zh: ['出生日期在将来，晚于今天', '请更正出生日期或身份号码。'],
  },
  BORN_BEFORE_1850: {
    status: 422,
    en: ['nobody of whom a department has facts was born before 1850', 'Correct the year of birth.'],
    zh: ['出生日期早于 1850 年', '请更正出生年份。'],
  },
  BEFORE_BIRTH: {
    status: 422,
    en: ['this lies before the birth of the person', 'Correct the date or the citizen number.'],
    zh: ['该日期早于本人出生日期', '请更正日期或身份号码。'],
  },
  DOCUMENT_OF_ANOTHER: {
    status: 422,
    en: [
      'the id document is that of another person than the citizen number',
      'Give the number of the person’s own document, or correct the citizen number.',
    ],
    zh: ['证件号码与本人身份号码不一致', '请填写本人证件号码，或者更正身份号码。'],
  },
  ASSERTED_FROM: {
    status: 422,
    en: ['not said who handed it over', 'Name it in assertedFrom.'],
    zh: ['未注明提供部门', '请填写 assertedFrom。'],
  },
  EXACTLY_ONE: {
    status: 422,
    en: ['exactly one of these fields is needed', 'Leave the others out.'],
    zh: ['这些字段须且只能填一个', '请去掉其余字段。'],
  },
  MORE_THAN_ALL: {
    status: 422,
    en: ['a part is more than the whole', 'Check the two figures.'],
    zh: ['部分大于总数', '请核对两项数字。'],
  },
  SAME_REFERENCE: {
    status: 422,
    en: ['the new bank reference is the old one', 'Give the reference of the new payment.'],
    zh: ['新旧银行流水号相同', '请填写重发的流水号。'],
  },
})

/** What is rare and may be right all the same: the event is taken, and its sender is told. */
export const ruleNotices = defineNotices('schemas', {
  BIRTH_DATE_NOT_OF_NUMBER: {
    en: [
      'the birth date differs from the one in the citizen number',
      'Compare both with the household register. Numbers were given wrongly at times: then nothing is to do.',
    ],
    zh: ['出生日期与身份号码中的不一致', '请与户口登记核对；确属编号有误的，无需处理。'],
  },
  SEX_NOT_OF_NUMBER: {
    en: [
      'the sex differs from the one in the citizen number',
      'Compare both with the household register. Where the number was given wrongly or the sex was changed, nothing is to do.',
    ],
    zh: ['性别与身份号码中的不一致', '请与户口登记核对；编号有误或者已依法变更性别的，无需处理。'],
  },
  DAY_AHEAD: {
    en: ['a day on which something has happened lies ahead', 'Check the day: a plan is no fact yet.'],
    zh: ['已发生事实的日期在将来，晚于今天', '请核对日期；尚未发生的不应报送。'],
  },
  AGE_BEYOND_110: {
    en: ['the person is more than 110 years old', 'Check whether the person is alive, and the citizen number.'],
    zh: ['本人年龄超过 110 岁', '请核对是否健在以及身份号码。'],
  },
  AGE_UNUSUAL: {
    en: ['that is rare at this age', 'Check the day and the citizen number.'],
    zh: ['该年龄少见', '请核对日期和身份号码。'],
  },
  TOLD_LATE: {
    en: ['the event is told more than three years later', 'Check its time; where it is only late, nothing is to do.'],
    zh: ['报送时间晚于事件三年以上', '请核对事件时间；确属补报的，无需处理。'],
  },
  PAID_LATE: {
    en: ['what is paid for lies more than a year back', 'Check the period; a late payment is of the kind 补发.'],
    zh: ['所付期间距今一年以上', '请核对期间；属于补发的，请填写补发。'],
  },
  INTENTS_ABOVE_POSTS: {
    en: ['there are more intents than posts', 'Check the two totals; several may want one post.'],
    zh: ['意向人数多于岗位数', '请核对两项合计；一岗多人意向的，无需处理。'],
  },
})

export type RuleRefusalCode = keyof typeof ruleRefusals | Extract<FormRefusalCode, 'TWO_DUTIES' | 'SAME_PERSON'>
export type RuleNoticeCode = keyof typeof ruleNotices
export type RuleCode = RuleRefusalCode | RuleNoticeCode

/** Whether what breaks a rule with this code is taken all the same. */
export const isNoticeCode = (code: RuleCode): code is RuleNoticeCode => Object.hasOwn(ruleNotices, code)
