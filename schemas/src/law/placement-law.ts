import type { LegalEntry, LegalRule } from './legal-rule.ts'
import type { Term } from './term.ts'

const order787 = (article: number, zh: string) => ({
  zh: `《退役军人安置条例》（国令第787号）第${zh}条`,
  en: `Regulations on the Placement of Veterans (Order 787), art. ${article}`,
})

const order608 = (article: number, zh: string) => ({
  zh: `《退役士兵安置条例》（国令第608号）第${zh}条`,
  en: `Regulations on the Placement of Discharged Soldiers (Order 608), art. ${article}`,
})

const unread608 = {
  zh: '《退役士兵安置条例》（国令第608号）',
  en: 'Regulations on the Placement of Discharged Soldiers (Order 608)',
}

/** The article was not read and is not named: what it decides is assumed. */
const wasAssumed = { from: '2011-11-01', until: '2024-08-31', assumed: true } as const
const was = { from: '2011-11-01', until: '2024-08-31' } as const
const is = { from: '2024-09-01' } as const

/** How soon a soldier who finds their own work reports after discharge. */
export const reportingTerm: LegalRule<Term> = {
  key: 'reporting-term',
  titleZh: '自主就业退役士兵报到期限',
  titleEn: 'Within what time a discharged soldier reports for placement',
  entries: [
    {
      article: order608(13, '十三'),
      ...was,
      decides: { zh: '自被批准退出现役之日起30日内报到', en: 'within 30 days of being discharged' },
      value: { days: 30 },
    },
    {
      article: order787(51, '五十一'),
      ...is,
      decides: { zh: '自被批准退出现役之日起30日内报到', en: 'within 30 days of being discharged' },
      value: { days: 30 },
    },
  ],
}

/** After what delay beyond the time of reporting a placement counts as given up. */
export const forfeitureDelay: LegalRule<Term> = {
  key: 'forfeiture-delay',
  titleZh: '逾期不报到视为放弃安置待遇的期限',
  titleEn: 'After what delay in reporting a placement is forfeited',
  entries: [
    {
      article: unread608,
      ...wasAssumed,
      decides: {
        zh: '无正当理由不按规定时间报到超过30天的，视为放弃安置待遇',
        en: 'more than 30 days after the time set, without good reason',
      },
      value: { days: 30 },
    },
    {
      article: order787(51, '五十一'),
      ...is,
      decides: {
        zh: '无正当理由不按规定时间报到超过30日的，视为放弃安置待遇',
        en: 'more than 30 days after the time set, without good reason',
      },
      value: { days: 30 },
    },
  ],
}

const assignedOnly = (article: LegalEntry['article'], span: { from: string; until?: string; assumed?: true }) => ({
  article,
  ...span,
  decides: {
    zh: '符合安排工作条件者无正当理由拒不服从安排的，视为放弃安排工作待遇；待安排工作期间被依法追究刑事责任的，取消安排工作待遇',
    en: 'assigned work is given up by whoever refuses it without good reason, and lost by whoever is held criminally liable while waiting for it',
  },
  value: ['安排工作'] as readonly string[],
})

/** Of which modes of discharge a refusal of work, or a crime while waiting, forfeits the placement. */
export const forfeitedByConduct: LegalRule<readonly string[]> = {
  key: 'forfeited-by-conduct',
  titleZh: '放弃或取消安排工作待遇',
  titleEn: 'When assigned work is given up or lost',
  entries: [assignedOnly(unread608, wasAssumed), assignedOnly(order787(34, '三十四'), is)],
}

/** Within what time of receiving a soldier work is assigned to them. */
export const assignmentTerm: LegalRule<Term> = {
  key: 'assignment-term',
  titleZh: '安排工作期限',
  titleEn: 'Within what time work is assigned',
  entries: [
    {
      article: unread608,
      ...wasAssumed,
      decides: { zh: '接收后6个月内完成安排', en: 'within 6 months of receiving the soldier' },
      value: { months: 6 },
    },
    {
      article: order787(31, '三十一'),
      ...is,
      decides: { zh: '接收后6个月内完成安排', en: 'within 6 months of receiving the soldier' },
      value: { months: 6 },
    },
  ],
}

/** Within what time of the letter of introduction the employer lets them begin. */
export const onPostTerm: LegalRule<Term> = {
  key: 'on-post-term',
  titleZh: '接收单位安排上岗期限',
  titleEn: 'Within what time the employer lets an assigned veteran begin',
  entries: [
    {
      article: unread608,
      ...wasAssumed,
      decides: { zh: '介绍信开出1个月内安排上岗', en: 'within a month of the letter of introduction' },
      value: { months: 1 },
    },
    {
      article: order787(75, '七十五'),
      ...is,
      decides: {
        zh: '介绍信开具30日内安排上岗；逾期的，自开具当月起按不低于同等条件人员平均工资80%逐月发放生活费',
        en: 'within 30 days of the letter; after that the employer pays 80 % of the average wage from the month of the letter',
      },
      value: { days: 30 },
    },
  ],
}

/** The letter with which a veteran is entered in the household register. */
export const householdLetter: LegalRule<'after-reporting'> = {
  key: 'household-letter',
  titleZh: '户口登记介绍信',
  titleEn: 'The letter for the household register',
  entries: [
    {
      article: order608(14, '十四'),
      ...was,
      decides: { zh: '退役士兵报到时为其开具落户介绍信', en: 'given when the soldier reports' },
      value: 'after-reporting',
    },
    {
      article: order787(53, '五十三'),
      ...is,
      decides: { zh: '报到后及时开具户口登记介绍信', en: 'given in good time after reporting' },
      value: 'after-reporting',
    },
  ],
}

/** The transfer of a serviceman's insurances. */
export const insuranceTransfer: LegalRule<'at-discharge'> = {
  key: 'insurance-transfer',
  titleZh: '军人保险关系转移接续',
  titleEn: 'Transfer of military insurance',
  entries: [
    {
      article: unread608,
      ...wasAssumed,
      decides: { zh: '按规定办理保险关系转移接续', en: 'transferred as the state lays down' },
      value: 'at-discharge',
    },
    {
      article: order787(81, '八十一'),
      ...is,
      decides: {
        zh: '退出现役时军队转移保险关系和资金，安置地经办机构及时接续',
        en: 'the armed forces transfer it at discharge, the agency of the place takes it up in good time',
      },
      value: 'at-discharge',
    },
  ],
}

/** Training to adapt to civilian life. */
export const adaptabilityTraining: LegalRule<'by-mode'> = {
  key: 'adaptability-training',
  titleZh: '适应性培训',
  titleEn: 'Training to adapt to civilian life',
  entries: [
    {
      article: order787(62, '六十二'),
      ...is,
      decides: { zh: '退出现役后区分安置方式组织适应性培训', en: 'held after discharge, by mode of placement' },
      value: 'by-mode',
    },
  ],
}
