import { codeList } from './values/code-list.ts'

/** How well somebody gets about. */
export const mobility = codeList('mobility', {
  自理: 'unaided',
  需辅具: 'with an aid',
  需搀扶: 'with help',
  卧床: 'bedridden',
})

/** How much care somebody needs. */
export const careNeed = codeList('careNeed', {
  无: 'none',
  定期探视: 'regular visits',
  日间照料: 'day care',
  全天照护: 'round-the-clock care',
})

/** What somebody is helped with at home. */
export const homeHelp = codeList('homeHelp', {
  养老金领取: 'drawing the pension',
  医疗报销: 'medical claims',
  认证: 'confirmation',
  其他: 'other',
})

/** What somebody asked advice on. */
export const consultationTopic = codeList('consultationTopic', {
  优抚待遇: 'benefits',
  就业创业: 'employment and business',
  移交安置: 'placement',
  医疗保障: 'medical insurance',
  住房: 'housing',
  子女教育: "children's schooling",
  法律援助: 'legal aid',
  其他: 'other',
})

/** What a hardship comes from. */
export const hardshipKind = codeList('hardshipKind', {
  重大疾病: 'grave illness',
  意外事故: 'accident',
  自然灾害: 'natural disaster',
  失业: 'unemployment',
  住房困难: 'housing',
  其他: 'other',
})

/** How a hardship is relieved. */
export const hardshipAid = codeList('hardshipAid', {
  资金: 'money',
  实物: 'goods',
  医疗: 'medical care',
  就业: 'work',
  住房: 'housing',
  结对帮扶: 'a personal sponsor',
})

/** What a look into a hardship found. */
export const hardshipFinding = codeList('hardshipFinding', {
  属实: 'as told',
  部分属实: 'partly as told',
  不属实: 'not as told',
})

/** Why aid in a hardship was refused. */
export const hardshipAidRefused = codeList('hardshipAidRefused', {
  不属帮扶对象: 'not among those whom the aid is for',
  情况不属实: 'the hardship is not as told',
  收入财产超标准: 'income or property above the line',
  已由其他救助解决: 'helped otherwise',
  其他: 'other',
})

/** Why the help for a hardship ended. */
export const hardshipEnd = codeList('hardshipEnd', {
  困难消除: 'hardship overcome',
  死亡: 'death',
  迁出: 'moved away',
  其他: 'other',
})

/** What a recuperation offers. */
export const recuperationService = codeList('recuperationService', {
  医疗: 'medical care',
  康复训练: 'rehabilitation',
  文娱: 'recreation',
  心理疏导: 'counselling',
})

/** Which eye. */
export const eye = codeList('eye', { 左: 'left', 右: 'right' })

/** What went wrong after an operation. */
export const complication = codeList('complication', {
  感染: 'infection',
  出血: 'bleeding',
  眼压升高: 'raised pressure',
  其他: 'other',
})

/** What is handed over at the door. */
export const honourKind = codeList('honourKind', { 光荣牌: 'plaque of honour', 喜报: 'letter of good news' })

/** How an eye is after its operation, in words that may stand in the open; the acuity itself is sealed. */
export const treatmentOutcome = codeList('treatmentOutcome', {
  '恢复至0.8及以上': 'restored to 0.8 or better',
  好转: 'better',
  未改善: 'no better',
})

/** The acuity from which an eye counts as restored. */
export const restoredAcuity = 0.8
