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
  抚养人: { en: 'who raised the soldier', sign: '8' },
  其他: { en: 'other', sign: '8' },
} as const

/** What another person is to the one spoken of: a relative, a member of the household. */
export const relation = codeList('relation', relationCodes, 'GB/T 4761-2008')

/** Who the holder of an account, or whoever draws a sum, is to the person entitled: a relative, or by right in the person's place. */
export const payeeRelation = codeList(
  'payeeRelation',
  {
    本人: { en: 'the person', sign: '0' },
    ...relationCodes,
    监护人: 'guardian',
    供养机构: 'home that cares for the person',
  },
  'GB/T 4761-2008',
)

/** Why a certificate or card was replaced, suspended, reinstated or taken back. */
export const certificateReason = codeList('certificateReason', {
  遗失: 'lost',
  损坏: 'damaged',
  到期: 'expired',
  信息变更: 'details changed',
  等级变更: 'grade changed',
  种类变更: 'kind changed',
  跨省迁移: 'moved to another province',
  死亡: 'death',
  迁出: 'moved away',
  判刑: 'prison sentence',
  身份终止: 'identity ended',
  数据存疑: 'data in doubt',
  情形消除: 'the cause is gone',
  其他: 'other',
})

/** The two kinds of preferential card. */
export const cardKind = codeList('cardKind', { 退役军人: 'veteran', 三属: 'survivor of the fallen, of illness too' })

/** Where a material of an application came from. */
export const materialSource = codeList('materialSource', { 申请人: 'the applicant', 数据共享: 'a recorded fact' })

/** A level of the country's administration that honours somebody or something. */
export const honourLevel = codeList('honourLevel', { 全国: 'national', 省: 'province', 市: 'city', 县: 'county' })
