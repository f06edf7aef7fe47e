import { codeList } from './values/code-list.ts'

/** Who looks at an application for a preferential card, in the order in which it passes through their hands. */
export const cardReviewLevel = codeList('cardReviewLevel', {
  县中心: { zh: '县级退役军人服务中心核实', en: 'county service centre: verifies' },
  县局: { zh: '县级退役军人事务局初审', en: 'county bureau: first review' },
  市局: { zh: '市级退役军人事务局审核', en: 'city bureau: reviews' },
  省厅: { zh: '省级退役军人事务厅备案', en: 'province: records' },
})

/** What a review came to; a refusal is a fact of its own. */
export const cardReviewOutcome = codeList('cardReviewOutcome', { 通过: 'passed', 退回补正: 'sent back for correction' })

/** Why a card is refused: what the measures name, and what a review finds wrong with an application. */
export const cardRefusalGround = codeList('cardRefusalGround', {
  除名或开除军籍: 'struck off or dismissed from the armed forces',
  剥夺政治权利期间: 'deprived of political rights',
  服刑羁押通缉期间: 'imprisoned, detained or wanted',
  受过刑事处罚: 'a past sentence',
  开除党籍: 'expelled from the Party',
  开除公职: 'dismissed from office',
  严重影响身份荣誉: 'gravely harms the honour of the identity',
  身份不符: 'not what the applicant says they are',
  其他: 'other',
})

/** How a card comes into its holder's hands. */
export const handOutManner = codeList('handOutManner', {
  主动送达: 'brought to the holder',
  集体颁发: 'handed out at a gathering',
  到站领取: 'collected at the station',
  约定方式: 'as agreed',
})
