import type { z } from 'zod'
import { codeList } from './values/code-list.ts'

/** The class in which somebody served. */
export const serviceClass = codeList('serviceClass', { 军官: 'officer', 军士: 'NCO', 义务兵: 'conscript' })

/** The branch; units and their numbers are secret and have no place in the hub. */
export const serviceBranch = codeList('serviceBranch', {
  陆军: 'army',
  海军: 'navy',
  空军: 'air force',
  火箭军: 'rocket force',
  武警: 'armed police',
  联勤保障部队: 'joint logistics support force',
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
})

/** A table of ranks; the same word means other ranks in other tables. */
export const rankScheme = codeList('rankScheme', {
  义务兵: 'conscripts',
  '2022年制': 'NCOs from 2022',
  '2009年制': 'NCOs from 2009',
  '1999年制': 'NCOs from 1999',
  军官: 'officers',
  未实行军衔制: 'served while there were no ranks (1965–1988)',
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
  少尉: 'second lieutenant',
  中尉: 'first lieutenant',
  上尉: 'captain',
  少校: 'major',
  中校: 'lieutenant colonel',
  上校: 'colonel',
  大校: 'senior colonel',
  少将: 'major general',
  中将: 'lieutenant general',
  上将: 'general',
  无军衔: 'no rank',
})

export type ServiceClass = z.output<typeof serviceClass>
export type DischargeMode = z.output<typeof dischargeMode>
export type RankScheme = z.output<typeof rankScheme>
export type Rank = z.output<typeof rank>

/** The discharge modes that each class allows, older ones too. */
export const dischargeModesOf: Readonly<Record<ServiceClass, readonly DischargeMode[]>> = {
  军官: ['退休', '转业', '逐月领取退役金', '复员', '离休', '自主择业'],
  军士: ['逐月领取退役金', '自主就业', '安排工作', '退休', '供养', '转业', '复员'],
  义务兵: ['自主就业', '安排工作', '供养'],
}

/** The ranks of each table, lowest first. */
export const ranksOf: Readonly<Record<RankScheme, readonly Rank[]>> = {
  义务兵: ['列兵', '上等兵'],
  '2022年制': ['下士', '中士', '二级上士', '一级上士', '三级军士长', '二级军士长', '一级军士长'],
  '2009年制': ['下士', '中士', '上士', '四级军士长', '三级军士长', '二级军士长', '一级军士长'],
  '1999年制': ['一级士官', '二级士官', '三级士官', '四级士官', '五级士官', '六级士官'],
  军官: ['少尉', '中尉', '上尉', '少校', '中校', '上校', '大校', '少将', '中将', '上将'],
  未实行军衔制: ['无军衔'],
}

/** The tables in which each class can have its rank. */
export const rankSchemesOf: Readonly<Record<ServiceClass, readonly RankScheme[]>> = {
  军官: ['军官', '未实行军衔制'],
  军士: ['2022年制', '2009年制', '1999年制', '未实行军衔制'],
  义务兵: ['义务兵', '未实行军衔制'],
}

/** Whether a class can be discharged in this way. */
export const allowsDischarge = (served: ServiceClass, mode: DischargeMode): boolean =>
  dischargeModesOf[served].includes(mode)

/** Whether a class can have this rank of this table. */
export const allowsRank = (served: ServiceClass, scheme: RankScheme, held: Rank): boolean =>
  rankSchemesOf[served].includes(scheme) && ranksOf[scheme].includes(held)

/**
 * The table that a rank written alone belongs to. NCO ranks that stand in two tables are told apart by the day of
 * discharge (`YYYY[-MM[-DD]]`; undefined while serving): the table of 2022 is in force from 2022-03-31, that of 2009 from 2009-12-01.
 */
export const rankSchemeOf = (served: ServiceClass, held: Rank, dischargedOn: string | undefined): RankScheme => {
  const possible = rankSchemesOf[served].filter((scheme) => ranksOf[scheme].includes(held))
  if (possible.length < 2) return possible[0] ?? rankSchemesOf[served][0]!
  return dischargedOn === undefined || dischargedOn >= '2022-03-31' ? '2022年制' : '2009年制'
}
