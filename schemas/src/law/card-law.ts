import type { LegalRule } from './legal-rule.ts'
import type { Term } from './term.ts'

const measures = (article: number, zh: string) => ({
  zh: `《退役军人、其他优抚对象优待证管理办法（试行）》第${zh}条`,
  en: `Measures for Preferential Cards of Veterans and Others (trial), art. ${article}`,
})

/** Issued on that day; the earlier cards of single provinces are not in the hub. */
const from = '2021-11-15'

/** Within what time the county's first check is followed by the city's and the province's. */
export const cardReviewTerm: LegalRule<Term> = {
  key: 'card-review-term',
  titleZh: '优待证审核备案期限',
  titleEn: 'Within what time an application for a card is reviewed',
  entries: [
    {
      article: measures(23, '二十三'),
      from,
      decides: {
        zh: '县级退役军人服务中心核实、县级初审通过后，市级审核、省级备案应在30个工作日内完成',
        en: 'once the county centre has verified and the county bureau passed it, the city and the province are done within 30 working days',
      },
      value: { workingDays: 30 },
    },
  ],
}

/** On what grounds a card is refused to everybody alike. */
export const cardRefusal: LegalRule<readonly string[]> = {
  key: 'card-refusal',
  titleZh: '优待证审核不予通过的情形',
  titleEn: 'On what grounds a card is refused',
  entries: [
    {
      article: measures(25, '二十五'),
      from,
      decides: {
        zh: '服役期间被除名、开除军籍，处于被剥夺政治权利期限内，处于服刑、羁押、通缉期间的，审核不予通过',
        en: 'struck off or dismissed from the armed forces; deprived of political rights; imprisoned, detained or wanted',
      },
      value: ['除名或开除军籍', '剥夺政治权利期间', '服刑羁押通缉期间'],
    },
  ],
}

/** What the province weighs before it gives or refuses a card. */
export const cardWeighed: LegalRule<readonly string[]> = {
  key: 'card-weighed-by-province',
  titleZh: '由省级综合考虑的情形',
  titleEn: 'What the province weighs before it refuses a card',
  entries: [
    {
      article: measures(26, '二十六'),
      from,
      decides: {
        zh: '受过刑事处罚、被开除党籍、被开除公职或存在严重影响身份荣誉情形的，由省级综合考虑后审核',
        en: 'a past sentence, expulsion from the Party, dismissal from office, or what gravely harms the honour: the province decides',
      },
      value: ['受过刑事处罚', '开除党籍', '开除公职', '严重影响身份荣誉'],
    },
  ],
}

/** Within what time of receiving a card the station hands it out. */
export const cardHandOutTerm: LegalRule<Term> = {
  key: 'card-hand-out-term',
  titleZh: '优待证发放期限',
  titleEn: 'Within what time a card is handed out',
  entries: [
    {
      article: measures(31, '三十一'),
      from,
      decides: { zh: '服务站收到优待证后10个工作日内发放', en: 'within 10 working days of its coming to the station' },
      value: { workingDays: 10 },
    },
  ],
}

/** After what time a card whose holder cannot be reached goes back to the province. */
export const cardUncollectedTerm: LegalRule<Term> = {
  key: 'card-uncollected-term',
  titleZh: '无法联系申请人的优待证上交期限',
  titleEn: 'After what time an uncollected card goes back',
  entries: [
    {
      article: measures(31, '三十一'),
      from,
      decides: {
        zh: '收到优待证3个月后仍无法联系到申请人的，逐级上交省级退役军人服务中心',
        en: 'when the applicant still cannot be reached 3 months after it came, it goes back to the province',
      },
      value: { months: 3 },
    },
  ],
}
