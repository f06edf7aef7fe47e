import { faultsByLawOf } from '@hub/intake/fault.ts'
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
  FORFEITED_TOO_EARLY: {
    status: 422,
    en: ['the placement is not forfeited yet', 'More than 30 days must have passed since the time for reporting.'],
    zh: ['尚未到视为放弃安置待遇的期限', '须超过规定报到时间30日。'],
  },
  DUE_DAY_NEEDED: {
    status: 422,
    en: ['the last day for reporting is not said', 'Send dueOn; who finds their own work needs dischargedOn alone.'],
    zh: ['未注明报到期限', '请填写 dueOn；自主就业的填写 dischargedOn 即可。'],
  },
  REASON_NOT_OF_MODE: {
    status: 422,
    en: ['for this reason only assigned work is forfeited', 'Check reason and discharge mode.'],
    zh: ['该原因仅适用于安排工作方式', '请核对原因与安置方式。'],
  },
  GROUND_NOT_WEIGHED: {
    status: 422,
    en: ['the province alone refuses a card on this ground', 'The refusal is said with level 省厅.'],
    zh: ['该情形须由省级综合考虑后决定', '请以省厅层级报送。'],
  },
  UNCOLLECTED_TOO_EARLY: {
    status: 422,
    en: ['the card has not waited long enough', 'It goes back when the holder cannot be reached for 3 months.'],
    zh: ['优待证未满上交期限', '收到3个月后仍无法联系的方上交。'],
  },
  BANK_CARD_NUMBER: {
    status: 422,
    en: ["this is a bank card's number", "Send the card's own number, never that of the bank card."],
    zh: ['此为银行卡号', '请填写优待证全国统一编号，不填银行卡号。'],
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
  RATING_NOT_OF_CATEGORY: {
    status: 422,
    en: [
      'this kind of rating is not for this identity',
      'Soldiers are rated in service, former soldiers are made up for, others are rated for the first time.',
    ],
    zh: ['评残方式与人员类别不符', '军人服役期间评定，退役军人补办，非军人新办。'],
  },
  NURSING_NOT_DUE: {
    status: 422,
    en: ['this rating gives no nursing money', 'Check grade, nature, mental disorder and how the person lives.'],
    zh: ['该等级不发给护理费', '请核对等级、性质、精神障碍和供养方式。'],
  },
  NOTICE_TOO_SHORT: {
    status: 422,
    en: ['the notice was shorter than the law asks for', 'Check both days: the law counts every day between.'],
    zh: ['告知（公示）期限短于规定', '请核对起止日期。'],
  },
  NOT_LAPSED_YET: {
    status: 422,
    en: ['the last day to confirm is not over', 'Say that it lapsed after the day on which it was due.'],
    zh: ['确认期限尚未届满', '期限届满后方可认定逾期。'],
  },
  SUSPENDED_TOO_EARLY: {
    status: 422,
    en: ['suspended before the month after the notice ran out', 'Payment stops from the month after.'],
    zh: ['早于期满次月暂停发放', '应自告知期满的次月起暂停发放。'],
  },
  RESUMED_TOO_EARLY: {
    status: 422,
    en: ['resumed before the month after the confirmation', 'Payment goes on from the month after.'],
    zh: ['早于确认次月恢复', '应自确认的次月起恢复发放。'],
  },
  NO_BACK_PAY: {
    status: 422,
    en: [
      'nothing is paid back for this reason',
      'Leave backPayFrom out; where the office was at fault, give that as the reason.',
    ],
    zh: ['该原因暂停的不予补发', '请去掉补发月份；因机关差错暂停的，请改填原因。'],
  },
  SUSPENDS_ONLY: {
    status: 422,
    en: ['this reason suspends treatment and does not end it', 'Say that it was suspended.'],
    zh: ['该情形只能中止，不能终止', '请改报待遇中止。'],
  },
  NOT_OF_LEVEL: {
    status: 422,
    en: ['another level decides this', 'The province decides it.'],
    zh: ['应由其他层级决定', '应由省级决定。'],
  },
  OF_AGE: {
    status: 422,
    en: [
      'the person is of age by then',
      'Give the ground that holds past 18, or the month of the 18th birthday as the last.',
    ],
    zh: ['届时已成年', '请填写年满18周岁后仍享受的条件，或者以年满18周岁当月为最后月份。'],
  },
  REMARRIED: {
    status: 422,
    en: ['married again, and supports nobody of the family of the fallen', 'Then nothing is paid on.'],
    zh: ['再婚且未继续赡养、抚养', '不再继续发放。'],
  },
  GROUND_NEEDED: {
    status: 422,
    en: [
      'an entitled survivor needs a ground and a first month',
      'Give ground and payableFrom, and leave them out where there is none.',
    ],
    zh: ['符合条件的须载明条件和起发月份', '请填写条件和起发月份；不符合的不填。'],
  },
  CANNOT_RECUR: {
    status: 422,
    en: ['a disability by illness is no old injury that recurs', 'Check circumstances and nature.'],
    zh: ['因病致残不属旧伤复发', '请核对死亡性质与残疾性质。'],
  },
  FUNERAL_MONTHS: {
    status: 422,
    en: ['a funeral grant that is paid on monthly ends after so many months', 'Give its last month.'],
    zh: ['丧葬补助继续发放的月数超过规定', '请填写最后月份。'],
  },
  INCREASE_NOT_OF_LAW: {
    status: 422,
    en: ['the law knows no such increase for merits', 'Give the per cent of the highest honour.'],
    zh: ['立功增发比例不在规定之列', '请按最高等级的比例填写。'],
  },
  TRANSFER_TOO_EARLY: {
    status: 422,
    en: ['the new place pays from January of the year after', 'The old place, or the unit, pays to December.'],
    zh: ['转入地应自次年1月起发', '当年由原渠道发至12月。'],
  },
  FIXED_SUMS: {
    status: 422,
    en: ['the fixed sums are more than the amount', 'Check the sums and the unit.'],
    zh: ['各级定额合计超过标准金额', '请核对定额与计量单位。'],
  },
})

export const fault = faultsOf(refusals)

/** A fault that rests on the law: its message names the article. */
export const faultByLaw = faultsByLawOf(refusals)
