import { codeList } from '../values/code-list.ts'

/** By which way a petition came. */
export const petitionChannel = codeList('petitionChannel', {
  来信: 'letter',
  来访: 'visit',
  网络: 'online',
  电话: 'telephone',
  转交: 'passed on by another office',
})

/** What a petition is about. */
export const petitionMatter = codeList('petitionMatter', {
  移交安置: 'placement',
  就业创业: 'employment and business',
  优抚待遇: 'benefits',
  医疗保障: 'medical insurance',
  住房保障: 'housing',
  社会保险: 'social insurance',
  身份认定: 'recognition of an identity',
  褒扬纪念: 'martyrs and memorials',
  军休服务: 'services for retired servicemen',
  工作作风: 'how officials behave',
  其他: 'other',
})

/** Whether a petition is the first about its matter, or the same is said again. */
export const petitionTurn = codeList('petitionTurn', {
  初次: { zh: '初信初访', en: 'first' },
  重复: { zh: '重信重访', en: 'repeated' },
})

/** Why a petition is not taken up. */
export const petitionRefusal = codeList('petitionRefusal', {
  应通过诉讼仲裁复议解决: 'belongs before a court, an arbitrator or a reconsideration body',
  不属本机关职权: 'not in the power of this office',
  已在办理期限内: 'the same is being dealt with in its term',
  已复核终结: 'closed by a recheck',
  其他: 'other',
})

/** What a petition came to. */
export const petitionOutcome = codeList('petitionOutcome', {
  支持: 'granted',
  部分支持: 'granted in part',
  不予支持: 'not granted',
  解释说明: 'explained',
})

/** What a higher office found of an answer. */
export const petitionFinding = codeList('petitionFinding', {
  维持: 'upheld',
  变更: 'changed',
  撤销重办: 'set aside, to be dealt with again',
})

/** What legal aid is given for. */
export const legalAidMatter = codeList('legalAidMatter', {
  优抚待遇: 'benefits',
  婚姻家庭: 'marriage and family',
  人身损害: 'injury to a person',
  劳动争议: 'labour disputes',
  工伤: 'injury at work',
  土地房屋: 'land and housing',
  名誉荣誉: 'honour and reputation',
  消费与合同: 'consumers and contracts',
  其他: 'other',
})

/** The parts of the one application with which a veteran settles everything on return (退役军人服务“一件事”). */
export const oneThingItem = codeList('oneThingItem', {
  退役报到: 'reporting after discharge',
  预备役登记: 'reserve registration',
  恢复户口: 'return to the household register',
  居民身份证办理: 'identity card',
  社会保障卡申领: 'social security card',
  养老保险转移接续: 'transfer of old-age insurance',
  医疗保险转移接续: 'transfer of medical insurance',
  优待证申领: 'preferential card',
  一次性经济补助申领: 'lump-sum grant',
  就业登记: 'employment registration',
  组织关系转接: 'transfer of the Party membership',
})
