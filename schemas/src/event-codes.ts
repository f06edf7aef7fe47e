import { codeList } from './values/code-list.ts'

/** What somebody wanted of the platform or a desk. */
export const matterKind = codeList('matterKind', {
  信息查询: 'query',
  业务申请: 'application',
  进度跟踪: 'progress',
})

/** How a matter ended. */
export const matterOutcome = codeList('matterOutcome', {
  办结: 'done',
  不予办理: 'declined',
  转办: 'passed on',
  撤回: 'withdrawn',
})

/** What a family of a soldier is in difficulty with. */
export const difficultyKind = codeList('difficultyKind', { 就业: 'work', 入学: 'schooling', 医疗: 'medical care' })

/** For how long a standard's amount stands. */
export const standardUnit = codeList('standardUnit', {
  year: 'a year',
  month: 'a month',
  monthPerServiceYear: 'a month for each year served',
})

/** Where a soldier is posted; more than the kind and the province is secret. */
export const postKind = codeList('postKind', { 边防: 'border', 海防: 'coast', 其他: 'other' })

/** What troops passing through were given. */
export const transitService = codeList('transitService', {
  饮食: 'meals',
  住宿: 'lodging',
  交通: 'transport',
  医疗: 'medical care',
})

/** What an emergency team is for. */
export const teamSpeciality = codeList('teamSpeciality', {
  爆破排: 'demolition platoon',
  应急排: 'emergency platoon',
  抢险排: 'rescue platoon',
  防汛排: 'flood control platoon',
  医疗救护排: 'medical platoon',
  通信保障排: 'signals platoon',
  其他: 'other',
})

/** How the martyrs were honoured: at the cemetery, or online. */
export const visitMode = codeList('visitMode', { 现场: 'on site', 网络: 'online' })

/** Places that hand on the heritage. */
export const heritageSiteKind = codeList('heritageSiteKind', {
  双拥公园: 'park',
  社区: 'community',
  学校: 'school',
  示范路: 'road',
  文化长廊: 'corridor',
  宣教室: 'exhibition room',
  纪念设施: 'monument',
})

/** Where a talk was given. */
export const talkVenueKind = codeList('talkVenueKind', { 校园: 'school', 社区: 'community', 企业: 'company' })

/** Who gave a talk. */
export const speakerKind = codeList('speakerKind', {
  老兵: 'old soldier',
  烈属: "martyr's family",
  英模: 'hero or model',
  志愿者: 'volunteer',
  讲解员: 'guide',
  其他: 'other',
})

/** The half of the year in which soldiers are enlisted. */
export const enlistmentSeason = codeList('enlistmentSeason', { 上半年: 'first half', 下半年: 'second half' })

/** The level of a service centre or station. */
export const stationLevel = codeList('stationLevel', {
  市: 'city',
  县: 'county',
  乡镇: 'township',
  村: 'village',
})

/** What kind of organisation supports the troops by agreement. */
export const partnerKind = codeList('partnerKind', {
  企业: 'company',
  医院: 'hospital',
  金融机构: 'bank',
  学校: 'school',
  社会组织: 'social organisation',
  其他: 'other',
})
