import type { z } from 'zod'
import { codeList } from './values/code-list.ts'

/** The class in which somebody served. */
export const serviceClass = codeList('serviceClass', {
  军官: 'officer',
  军士: 'NCO',
  义务兵: 'conscript',
  文职干部: 'civilian cadre',
  学员: 'cadet',
})

/** The branch; units and their numbers are secret and have no place in the hub. */
export const serviceBranch = codeList('serviceBranch', {
  陆军: 'army',
  海军: 'navy',
  空军: 'air force',
  第二炮兵: { en: 'second artillery', withdrawn: '2015-12-31', instead: '火箭军' },
  火箭军: { en: 'rocket force', since: '2015-12-31' },
  战略支援部队: { en: 'strategic support force', since: '2015-12-31', withdrawn: '2024-04-19' },
  军事航天部队: { en: 'aerospace force', since: '2024-04-19' },
  网络空间部队: { en: 'cyberspace force', since: '2024-04-19' },
  信息支援部队: { en: 'information support force', since: '2024-04-19' },
  联勤保障部队: { en: 'joint logistics support force', since: '2016-09-13' },
  武警: 'armed police',
  其他: 'other',
})

/** A merit or an honour by its level: by it severance pay and lump-sum pensions are increased. */
export const meritLevel = codeList('meritLevel', {
  勋章: { zh: '勋章、国家荣誉称号', en: 'medal or national title of honour' },
  荣誉称号: { zh: '中央军委以上单位授予荣誉称号', en: 'title of honour by the Central Military Commission or above' },
  授权荣誉称号: { zh: '中央军委授权单位授予荣誉称号', en: 'title of honour by a unit that the Commission authorises' },
  一等战功: 'war merit, first class',
  二等战功: 'war merit, second class',
  三等战功: 'war merit, third class',
  四等战功: 'war merit, fourth class',
  一等功: 'merit, first class',
  二等功: 'merit, second class',
  三等功: 'merit, third class',
  一级表彰: 'commendation, first class',
  二级表彰: 'commendation, second class',
  三级表彰: 'commendation, third class',
  嘉奖: { zh: '嘉奖、优秀个人等', en: 'citation, model soldier and the like' },
  其他: 'other',
})

/** How somebody is discharged and placed. */
export const dischargeMode = codeList('dischargeMode', {
  退休: 'retirement',
  转业: 'transfer to civilian work',
  逐月领取退役金: 'monthly severance pay',
  复员: 'demobilisation',
  离休: 'retirement of veteran cadres',
  自主择业: 'choosing own employment (officers)',
  自主就业: 'finding own work',
  安排工作: 'assigned work',
  供养: 'support for life',
  退伍: 'discharged home (conscripts of before 2011)',
})

/**
 * A table of ranks; the same word means other ranks in other tables. Withdrawn for service that began after it: who
 * serves on under a new table has been given a rank of that, or keeps the old one (Order 787, art. 91).
 */
export const rankScheme = codeList('rankScheme', {
  义务兵: 'conscripts',
  '2022年制': { en: 'NCOs from 2022', since: '2022-03-31' },
  '2009年制': { en: 'NCOs from 2009', since: '2009-12-01', withdrawn: '2022-03-31', instead: '2022年制' },
  '1999年制': { en: 'NCOs from 1999', since: '1999-12-01', withdrawn: '2009-12-01', instead: '2009年制' },
  '1988年制': { en: 'soldiers from 1988', since: '1988-10-01', withdrawn: '1999-12-01', instead: '1999年制' },
  '1955年制': { en: 'officers and soldiers from 1955 to 1965', since: '1955-10-01', withdrawn: '1965-06-01' },
  军官: { en: 'officers from 1988', since: '1988-10-01' },
  未实行军衔制: { en: 'served while there were no ranks (before 1955, 1965–1988)', withdrawn: '1988-10-01' },
  不授军衔: 'the class has no ranks',
})

/** Every rank of every table. */
export const rank = codeList('rank', {
  列兵: 'private',
  上等兵: 'private first class',
  下士: 'corporal',
  中士: 'sergeant',
  上士: 'staff sergeant',
  二级上士: 'staff sergeant second class',
  一级上士: 'staff sergeant first class',
  四级军士长: 'master sergeant fourth class',
  三级军士长: 'master sergeant third class',
  二级军士长: 'master sergeant second class',
  一级军士长: 'master sergeant first class',
  一级士官: 'NCO grade one',
  二级士官: 'NCO grade two',
  三级士官: 'NCO grade three',
  四级士官: 'NCO grade four',
  五级士官: 'NCO grade five',
  六级士官: 'NCO grade six',
  四级专业军士: 'specialist sergeant fourth class',
  三级专业军士: 'specialist sergeant third class',
  二级专业军士: 'specialist sergeant second class',
  一级专业军士: 'specialist sergeant first class',
  专业军士: 'specialist sergeant',
  军士长: 'master sergeant',
  准尉: 'warrant officer',
  少尉: 'second lieutenant',
  中尉: 'first lieutenant',
  上尉: 'captain',
  大尉: 'senior captain',
  少校: 'major',
  中校: 'lieutenant colonel',
  上校: 'colonel',
  大校: 'senior colonel',
  少将: 'major general',
  中将: 'lieutenant general',
  上将: 'general',
  大将: 'senior general',
  元帅: 'marshal',
  无军衔: 'no rank',
})

export type ServiceClass = z.output<typeof serviceClass>
export type DischargeMode = z.output<typeof dischargeMode>
export type RankScheme = z.output<typeof rankScheme>
export type Rank = z.output<typeof rank>

const officersModes: readonly DischargeMode[] = ['退休', '转业', '逐月领取退役金', '复员', '离休', '自主择业']

/**
 * The discharge modes that each class allows, older ones too. Conscripts and NCOs of earlier decades were sent home or
 * demobilised; how a cadet leaves is laid down elsewhere (Order 787, art. 92). Both are taken as practice has them.
 */
export const dischargeModesOf: Readonly<Record<ServiceClass, readonly DischargeMode[]>> = {
  军官: officersModes,
  文职干部: officersModes,
  军士: ['逐月领取退役金', '自主就业', '安排工作', '退休', '供养', '转业', '复员', '退伍'],
  义务兵: ['自主就业', '安排工作', '供养', '复员', '退伍'],
  学员: ['自主就业', '安排工作', '供养', '退休', '转业', '逐月领取退役金', '复员', '退伍'],
}

const generals = ['少将', '中将', '上将'] as const

/** The ranks of each table, lowest first. */
export const ranksOf: Readonly<Record<RankScheme, readonly Rank[]>> = {
  义务兵: ['列兵', '上等兵'],
  '2022年制': ['下士', '中士', '二级上士', '一级上士', '三级军士长', '二级军士长', '一级军士长'],
  '2009年制': ['下士', '中士', '上士', '四级军士长', '三级军士长', '二级军士长', '一级军士长'],
  '1999年制': ['一级士官', '二级士官', '三级士官', '四级士官', '五级士官', '六级士官'],
  '1988年制': [
    ...(['列兵', '上等兵', '下士', '中士', '上士'] as const),
    ...(['专业军士', '四级专业军士', '三级专业军士', '二级专业军士', '一级专业军士'] as const),
    ...(['军士长', '四级军士长', '三级军士长', '二级军士长', '一级军士长'] as const),
  ],
  '1955年制': [
    ...(['列兵', '上等兵', '下士', '中士', '上士', '准尉', '少尉', '中尉', '上尉', '大尉'] as const),
    ...(['少校', '中校', '上校', '大校', ...generals, '大将', '元帅'] as const),
  ],
  军官: ['少尉', '中尉', '上尉', '少校', '中校', '上校', '大校', ...generals],
  未实行军衔制: ['无军衔'],
  不授军衔: ['无军衔'],
}

/** The tables in which each class can have its rank. */
export const rankSchemesOf: Readonly<Record<ServiceClass, readonly RankScheme[]>> = {
  军官: ['军官', '1955年制', '未实行军衔制'],
  文职干部: ['不授军衔', '军官', '未实行军衔制'],
  军士: ['2022年制', '2009年制', '1999年制', '1988年制', '1955年制', '未实行军衔制'],
  义务兵: ['义务兵', '1988年制', '1955年制', '未实行军衔制'],
  学员: ['不授军衔', '义务兵', '军官', '1988年制', '1955年制', '未实行军衔制'],
}

/** Whether a class can be discharged in this way. */
export const allowsDischarge = (served: ServiceClass, mode: DischargeMode): boolean =>
  dischargeModesOf[served].includes(mode)

/** Whether a class can have this rank of this table. */
export const allowsRank = (served: ServiceClass, scheme: RankScheme, held: Rank): boolean =>
  rankSchemesOf[served].includes(scheme) && ranksOf[scheme].includes(held)

/** The tables that there were when ranks were still written alone. */
const tablesThen: ReadonlySet<RankScheme> = new Set<RankScheme>([
  '义务兵',
  '2022年制',
  '2009年制',
  '1999年制',
  '军官',
  '未实行军衔制',
])

/**
 * The table that a rank written alone belongs to. NCO ranks that stand in two tables are told apart by the day of
 * discharge (`YYYY[-MM[-DD]]`; undefined while serving): the table of 2022 is in force from 2022-03-31, that of 2009 from
 * 2009-12-01. A rank of another table than those that there were then has the first that holds it.
 */
export const rankSchemeOf = (served: ServiceClass, held: Rank, dischargedOn: string | undefined): RankScheme => {
  const holding = rankSchemesOf[served].filter((scheme) => ranksOf[scheme].includes(held))
  const possible = holding.filter((scheme) => tablesThen.has(scheme))
  if (possible.length < 2) return possible[0] ?? holding[0] ?? rankSchemesOf[served][0]!
  return dischargedOn === undefined || dischargedOn >= '2022-03-31' ? '2022年制' : '2009年制'
}
