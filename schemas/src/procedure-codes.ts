import { codeList } from './values/code-list.ts'

/** What a procedure is for. */
export const procedureKind = codeList('procedureKind', {
  优抚资金审批: 'approval of benefit funds',
  优抚身份认定: 'recognition of an identity',
  残疾等级评定: 'rating of a disability',
  优待证申领: 'application for a preferential card',
})

/** Why the clock of a case stands. */
export const clockReason = codeList('clockReason', {
  补正: 'materials are missing',
  公示: 'public notice',
  鉴定: 'expert examination',
  函询: 'inquiry by letter at another office',
})

/** What a public notice is of. */
export const noticeMatter = codeList('noticeMatter', {
  评残: 'rating of a disability',
  身份认定: 'recognition of an identity',
  待遇审批: 'approval of a benefit',
  其他: 'other',
})

/** How a decision reached the person. */
export const serviceOfDecision = codeList('serviceOfDecision', {
  直接送达: 'handed over',
  留置送达: 'left at the place',
  邮寄送达: 'by post',
  电子送达: 'electronically',
  公告送达: 'by public announcement',
})

/** Where somebody turned to against a decision. */
export const appealKind = codeList('appealKind', {
  行政复议: 'administrative review',
  行政诉讼: 'administrative court',
})

/** What came of it. */
export const appealOutcome = codeList('appealOutcome', {
  维持: 'upheld',
  驳回: 'rejected',
  撤销: 'set aside',
  变更: 'changed',
  责令履行: 'the office must act',
  确认违法: 'found unlawful',
  调解或和解: 'settled',
  撤回: 'withdrawn',
})
