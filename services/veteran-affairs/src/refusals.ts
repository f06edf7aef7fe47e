import { faultsOf } from '@hub/runtime/problem.ts'
import { defineRefusals } from '@hub/schemas/refusal.ts'

/** What only this department's checks find. */
export const refusals = defineRefusals('veteran-affairs', {
  MODE_NOT_OF_CLASS: {
    status: 422,
    en: ['this class does not leave service in this way', 'Check class and discharge mode.'],
    zh: ['该类别人员不适用此退役方式', '请核对人员类别与退役方式。'],
  },
  RANK_NOT_OF_SCHEME: {
    status: 422,
    en: ['the rank is not in this scheme', 'Check rank and rank scheme.'],
    zh: ['军衔不属于该制度', '请核对军衔与军衔制度。'],
  },
  OUTCOME_NOT_OF_ACUITY: {
    status: 422,
    en: ['outcome and acuity differ', 'Restored is 0.8 or more.'],
    zh: ['疗效与视力不符', '0.8 起为恢复。'],
  },
  GRADE_NOT_OF_NATURE: {
    status: 422,
    en: ['illness gives grades 1 to 6 only', 'Check nature and grade.'],
    zh: ['因病致残只评 1 至 6 级', '请核对伤残性质与等级。'],
  },
  PAYABLE_TOO_EARLY: {
    status: 422,
    en: [
      'payable earlier than the law of the day of approval lets it be',
      'Check the day of approval, and give the first month that the article named allows.',
    ],
    zh: ['早于批准之日法律规定的起发月份', '请核对批准日期，按所列条文填写起发月份。'],
  },
  EXTENSION_TOO_LONG: {
    status: 422,
    en: [
      'more days are added to the term than the law allows',
      'Send the days that were approved; a later answer is late.',
    ],
    zh: ['延长天数超过规定', '请填写经批准的天数；逾期的答复照常报送。'],
  },
  PARTS_ARE_NOT_THE_SCORE: {
    status: 422,
    en: ['the parts are not the score', 'Add the parts up again.'],
    zh: ['各项得分之和不等于总分', '请核对各项得分。'],
  },
  TRANSIT_DAY_TOLD: {
    status: 422,
    en: [
      'the time tells on which day troops passed through',
      'Send the first instant of the month as time, once the month is over.',
    ],
    zh: ['事件时间透露了部队过境日期', '事件时间请填该月第一日零时，并在月末后报送。'],
  },
  NOT_A_HALF_YEAR: {
    status: 422,
    en: ['a season of enlistment is half a calendar year', 'Send January to June, or July to December.'],
    zh: ['征兵季应为自然半年', '请填 1 至 6 月或 7 至 12 月。'],
  },
  MARTYR_NOT_OF_BASIS: {
    status: 422,
    en: ["a martyr's number with a soldier who is none", 'Check the basis, or name the soldier otherwise.'],
    zh: ['非烈士而填写烈士编号', '请核对依据，或以其他方式指明军人。'],
  },
})

export const fault = faultsOf(refusals)
