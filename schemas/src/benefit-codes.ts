import { codeList } from './values/code-list.ts'

/** The day on which Order 788 came into force, which names some identities otherwise than the practice before it. */
const order788 = '2024-10-01'

/** The identities that carry preferential treatment (优抚对象). */
export const beneficiaryCategory = codeList('beneficiaryCategory', {
  残疾军人: 'disabled serviceman',
  残疾消防救援人员: 'disabled member of the fire and rescue force',
  伤残人民警察: 'disabled police officer',
  伤残国家机关工作人员: 'disabled civil servant',
  伤残预备役人员: 'disabled reservist',
  伤残民兵民工: 'disabled militia member or civilian worker',
  因公伤残人员: 'other person disabled in the line of duty',
  烈士遗属: "martyr's survivor",
  因公牺牲军人遗属: 'survivor of a serviceman who died on duty',
  病故军人遗属: 'survivor of a serviceman who died of illness',
  在乡退伍红军老战士: 'Red Army veteran living in the countryside',
  在乡西路军红军老战士: 'Red Army veteran of the Western Route living in the countryside',
  红军失散人员: 'separated Red Army member',
  在乡复员军人: 'demobilised serviceman living in the countryside',
  带病回乡退役军人: 'veteran discharged with an illness',
  参战退役军人: { en: 'veteran of a war', since: order788 },
  参战退役人员: { en: 'veteran of a war', withdrawn: order788, instead: '参战退役军人' },
  参试退役军人: { en: 'veteran of nuclear tests', since: order788 },
  参试退役人员: { en: 'veteran of nuclear tests', withdrawn: order788, instead: '参试退役军人' },
  铀矿开采军队退役人员: 'veteran of the army’s uranium mining',
  年满60周岁农村籍退役士兵: { en: 'rural discharged soldier of 60 or more', since: order788 },
  农村籍老义务兵: { en: 'elderly rural conscript', withdrawn: order788, instead: '年满60周岁农村籍退役士兵' },
  烈士老年子女: 'elderly child of a martyr',
  错杀后被平反人员子女: 'child of a person wrongly executed and rehabilitated',
  军休人员: 'retired officer or sergeant handed over to the government',
  义务兵家庭: "conscript's family",
  现役军人家属: "serving soldier's family",
})

export type BeneficiaryCategory = keyof (typeof beneficiaryCategory)['enum']

/** The identities of those who are rated for a disability. */
export const disabledCategories: ReadonlySet<string> = new Set<BeneficiaryCategory>([
  '残疾军人',
  '残疾消防救援人员',
  '伤残人民警察',
  '伤残国家机关工作人员',
  '伤残预备役人员',
  '伤残民兵民工',
  '因公伤残人员',
])

/** The identities of the survivors of the fallen (三属): of martyrs, of those who died on duty, of those who died of illness. */
export const survivorCategories: ReadonlySet<string> = new Set<BeneficiaryCategory>([
  '烈士遗属',
  '因公牺牲军人遗属',
  '病故军人遗属',
])

/** Veterans of a war, and those of nuclear tests, to whom the same rules apply; by their names of today and before. */
export const warVeterans: ReadonlySet<string> = new Set<BeneficiaryCategory>([
  '参战退役军人',
  '参战退役人员',
  '参试退役军人',
  '参试退役人员',
])

/** What is paid or granted to a beneficiary. */
export const benefitItem = codeList('benefitItem', {
  残疾抚恤金: 'disability pension',
  护理费: 'nursing allowance',
  供养: 'support for life in an institution',
  康复辅具: 'rehabilitation aids',
  定期抚恤金: 'periodic pension of survivors',
  定期定量补助: 'regular subsidy',
  生活补助: 'living allowance',
  义务兵家庭优待金: "conscript family's allowance",
  立功奖励金: 'award for merits',
  烈士褒扬金: "martyr's honour grant",
  一次性抚恤金: 'lump-sum pension',
  一次性特别抚恤金: 'special lump-sum pension',
  丧葬补助: 'funeral grant',
  逐月退役金: 'monthly discharge pay',
  一次性退役金: 'lump-sum discharge pay',
  地方一次性经济补助: "the place's lump sum for discharged soldiers",
  待安排工作生活补助: 'living allowance until work is assigned',
  医疗补助: 'medical aid',
  慰问金: 'consolation money',
})

/** Why a payment is suspended or ended, and paid again once the reason is gone. */
export const suspendReason = codeList('suspendReason', {
  死亡: 'death',
  年度确认逾期: 'annual confirmation missed',
  有期徒刑: 'fixed-term imprisonment',
  剥夺政治权利: 'deprived of political rights',
  通缉: 'wanted by the police',
  死刑或无期徒刑: 'death penalty or life imprisonment',
  开除军籍: 'expelled from the army',
  冒领: 'drawn under a false name or by fraud',
  取消等级: 'disability rating cancelled',
  变更国籍: 'changed nationality',
  录用公职: 'hired into the civil service or a public institution',
  撤销死亡宣告: "declaration of the soldier's death revoked",
  收入超标: 'income above the line',
  成年: 'came of age',
  毕业: 'left school',
  再婚: 'remarried',
  迁出: 'moved away',
  身份终止: 'identity ended',
  数据存疑: 'data in doubt',
  其他: 'other',
})

/** Why an identity with preferential treatment ended. A widow's or widower's remarriage ends it only where nothing is paid on. */
export const identityEndReason = codeList('identityEndReason', {
  死亡: 'death',
  迁出: 'moved away',
  成年: 'came of age',
  毕业: 'left school',
  退役: 'the soldier was discharged',
  再婚: 'remarried',
  死刑或无期徒刑: 'death penalty or life imprisonment',
  开除军籍: 'expelled from the army',
  冒领: 'drawn under a false name or by fraud',
  取消等级: 'disability rating cancelled',
  变更国籍: 'changed nationality',
  录用公职: 'hired into the civil service or a public institution',
  撤销死亡宣告: "declaration of the soldier's death revoked",
  收入超标: 'income above the line',
  条件不再符合: 'conditions no longer met',
  其他: 'other',
})

/** How an injury came about. */
export const injuryNature = codeList('injuryNature', {
  因战: 'in combat or equivalent duty',
  因公: 'on duty',
  因病: 'by illness',
})

/** By which way a disability is rated. */
export const ratingKind = codeList('ratingKind', {
  服役期间评定: 'rated by the army during service',
  新办: 'first rating of somebody who was never a soldier',
  补办: 'rating of a former soldier made up for after discharge',
  调整: 'grade changed',
})

/** Why a rating was cancelled. */
export const ratingCancelReason = codeList('ratingCancelReason', {
  残情好转不符合等级: 'the disability has eased below the lowest grade',
  弄虚作假: 'rated by fraud',
  评定有误: 'rated in error',
  其他: 'other',
})

/** How a disabled soldier whom the state supports for life lives. */
export const supportMode = codeList('supportMode', { 分散供养: 'at home', 集中供养: 'in an institution' })

/** The five certificates of the disabled. */
export const disabilityCertificateKind = codeList('disabilityCertificateKind', {
  残疾军人证: 'of disabled servicemen',
  残疾消防救援人员证: 'of disabled members of the fire and rescue force',
  伤残人民警察证: 'of disabled police officers',
  伤残预备役人员民兵民工证: 'of disabled reservists, militia members and civilian workers',
  因公伤残人员证: 'of others disabled in the line of duty',
})

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

/** The level that reviews or acts. */
export const reviewLevel = codeList('reviewLevel', { 乡镇: 'township', 县: 'county', 市: 'city', 省: 'province' })

/** What a level of review comes to. */
export const reviewOutcome = codeList('reviewOutcome', {
  同意: 'agrees',
  不同意: 'does not agree',
  退回补正: 'sends it back for what is missing',
})

/** Why an application was not accepted, refused or taken back. */
export const applicationOutcomeReason = codeList('applicationOutcomeReason', {
  不符合条件: 'conditions not met',
  材料不全: 'materials missing',
  逾期未补正: 'what was missing did not come in time',
  不属本机关职权: "not this office's to decide",
  已享受同类待遇: 'already has a like benefit',
  身份未认定: 'identity not recognised',
  申请人放弃: 'given up by the applicant',
  申请人死亡: 'death of the applicant',
  其他: 'other',
})
