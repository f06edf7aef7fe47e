import { codeList } from './values/code-list.ts'

/** Sex as the register has it. */
export const sex = codeList(
  'sex',
  {
    男: { en: 'male', sign: '1' },
    女: { en: 'female', sign: '2' },
    未知: { zh: '未知的性别', en: 'unknown', sign: '0' },
    未说明: { zh: '未说明的性别', en: 'not stated', sign: '9' },
  },
  'GB/T 2261.1-2003',
)

/** By what document a person is known. */
export const idDocumentKind = codeList('idDocumentKind', {
  居民身份证: 'resident identity card',
  军人身份证: 'military identity card',
  军官证: "officer's certificate",
  户口簿: 'household register book',
  护照: 'passport',
  港澳台居民居住证: 'residence permit of Hong Kong, Macao and Taiwan residents',
  外国人永久居留身份证: "foreigner's permanent residence card",
  其他: 'other',
})

/** The identities that carry preferential treatment (优抚对象). */
export const beneficiaryCategory = codeList('beneficiaryCategory', {
  残疾军人: 'disabled serviceman',
  伤残人民警察: 'disabled police officer',
  伤残国家机关工作人员: 'disabled civil servant',
  伤残民兵民工: 'disabled militia member or civilian worker',
  烈士遗属: "martyr's survivor",
  因公牺牲军人遗属: 'survivor of a serviceman who died on duty',
  病故军人遗属: 'survivor of a serviceman who died of illness',
  在乡退伍红军老战士: 'Red Army veteran living in the countryside',
  红军失散人员: 'separated Red Army member',
  在乡复员军人: 'demobilised serviceman living in the countryside',
  带病回乡退役军人: 'veteran discharged with an illness',
  参战退役人员: 'veteran of a war',
  参试退役人员: 'veteran of nuclear tests',
  农村籍老义务兵: 'elderly rural conscript',
  烈士老年子女: 'elderly child of a martyr',
  义务兵家庭: "conscript's family",
  现役军人家属: "serving soldier's family",
})

/** What is paid or granted to a beneficiary. */
export const benefitItem = codeList('benefitItem', {
  残疾抚恤金: 'disability pension',
  护理费: 'nursing allowance',
  定期抚恤金: "survivors' pension",
  定期定量补助: 'regular subsidy',
  生活补助: 'living allowance',
  义务兵家庭优待金: "conscript family's allowance",
  一次性抚恤金: 'lump-sum pension',
  丧葬补助: 'funeral grant',
  医疗补助: 'medical aid',
  临时救助: 'temporary relief',
  慰问金: 'consolation money',
})

/** Why a payment is suspended or ended. */
export const suspendReason = codeList('suspendReason', {
  死亡: 'death',
  年度确认逾期: 'annual confirmation missed',
  判刑: 'prison sentence',
  迁出: 'moved away',
  身份终止: 'identity ended',
  数据存疑: 'data in doubt',
  其他: 'other',
})

/** How an injury came about. */
export const injuryNature = codeList('injuryNature', { 因战: 'in war', 因公: 'on duty', 因病: 'by illness' })

/** How much help with daily life a disabled person needs. */
export const careLevel = codeList('careLevel', {
  完全不能自理: 'needs help with everything',
  大部分不能自理: 'needs help with most things',
  部分不能自理: 'needs help with some things',
})

/** By which way somebody turned to the department. */
export const channel = codeList('channel', {
  APP: 'app',
  公众号: 'WeChat account',
  窗口: 'service desk',
  上门: 'home visit',
  电话: 'telephone',
})

/** What another person is to the one spoken of; with its sign in the standard's short table, where one code is one sign. */
const relationCodes = {
  配偶: { en: 'spouse', sign: '1' },
  子女: 'child',
  儿子: { en: 'son', sign: '2' },
  女儿: { en: 'daughter', sign: '3' },
  养子女: 'adopted child',
  继子女: 'stepchild',
  儿媳: 'daughter-in-law',
  女婿: 'son-in-law',
  孙子女: { en: 'grandchild', sign: '4' },
  外孙子女: { en: "daughter's child", sign: '4' },
  父亲: { en: 'father', sign: '5' },
  母亲: { en: 'mother', sign: '5' },
  父母: { en: 'parent', sign: '5' },
  养父母: { en: 'adoptive parent', sign: '5' },
  继父母: { en: 'step-parent', sign: '5' },
  公婆: { en: "husband's parent", sign: '5' },
  岳父母: { en: "wife's parent", sign: '5' },
  祖父母: { en: "father's parent", sign: '6' },
  外祖父母: { en: "mother's parent", sign: '6' },
  兄弟姐妹: { en: 'sibling', sign: '7' },
  抚养人: { en: 'who raised the person', sign: '8' },
  其他: { en: 'other', sign: '8' },
} as const

/** What another person is to the one spoken of: a relative, a member of the household. */
export const relation = codeList('relation', relationCodes, 'GB/T 4761')

/** Who the holder of an account, or whoever draws a sum, is to the person entitled: a relative, or by right in the person's place. */
export const payeeRelation = codeList(
  'payeeRelation',
  {
    本人: { en: 'the person', sign: '0' },
    ...relationCodes,
    监护人: 'guardian',
    供养机构: 'home that cares for the person',
  },
  'GB/T 4761',
)

/** On whose account a family member or survivor has a file. */
export const familyBasis = codeList('familyBasis', {
  现役: 'serving soldier',
  烈士: 'martyr',
  因公牺牲: 'died on duty',
  病故: 'died of illness',
})

/** How a beneficiary was confirmed for a year. */
export const confirmationMethod = codeList('confirmationMethod', {
  人脸: 'face recognition',
  上门: 'home visit',
  窗口: 'service desk',
  数据比对: 'data matching',
})

/** Why an identity with preferential treatment ended. */
export const identityEndReason = codeList('identityEndReason', {
  死亡: 'death',
  迁出: 'moved away',
  成年: 'came of age',
  退役: 'the soldier was discharged',
  再婚: 'remarried',
  违法犯罪: 'deprived for a crime',
  条件不再符合: 'conditions no longer met',
  其他: 'other',
})

/** Whether a disability is rated for the first time. */
export const ratingKind = codeList('ratingKind', {
  新办: 'first rating in service',
  补办: 'rating made up for after discharge',
  调整: 'grade changed',
})

/** Why a certificate or card was replaced, suspended, reinstated or taken back. */
export const certificateReason = codeList('certificateReason', {
  遗失: 'lost',
  损坏: 'damaged',
  到期: 'expired',
  信息变更: 'details changed',
  等级变更: 'grade changed',
  死亡: 'death',
  迁出: 'moved away',
  判刑: 'prison sentence',
  身份终止: 'identity ended',
  数据存疑: 'data in doubt',
  情形消除: 'the cause is gone',
  其他: 'other',
})

/** The two kinds of preferential card. */
export const cardKind = codeList('cardKind', { 退役军人: 'veteran', 三属: 'survivor of the fallen' })

/** Where a material of an application came from. */
export const materialSource = codeList('materialSource', { 申请人: 'the applicant', 数据共享: 'a recorded fact' })

/** The level that reviews or acts. */
export const reviewLevel = codeList('reviewLevel', { 乡镇: 'township', 县: 'county', 市: 'city', 省: 'province' })

/** Why an application was refused or taken back. */
export const applicationOutcomeReason = codeList('applicationOutcomeReason', {
  不符合条件: 'conditions not met',
  材料不全: 'materials missing',
  已享受同类待遇: 'already has a like benefit',
  身份未认定: 'identity not recognised',
  申请人放弃: 'given up by the applicant',
  申请人死亡: 'death of the applicant',
  其他: 'other',
})

/** A level of the country's administration that honours somebody or something. */
export const honourLevel = codeList('honourLevel', { 全国: 'national', 省: 'province', 市: 'city', 县: 'county' })
