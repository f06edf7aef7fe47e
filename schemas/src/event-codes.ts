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

/** What troops passing through were given in kind. */
export const transitGoods = codeList('transitGoods', {
  雨衣雨具: 'raincoats and rain gear',
  饮用水: 'drinking water',
  食品: 'food',
  药品: 'medicine',
  防寒用品: 'warm things',
  其他: 'other',
})

/** The weather in which troops passed through, where it made support needful. */
export const severeWeather = codeList('severeWeather', {
  暴雨: 'rainstorm',
  高温: 'heat',
  冰雪: 'ice and snow',
  大雾: 'fog',
  其他: 'other',
})

/** To what an emergency team was sent out. */
export const incidentKind = codeList('incidentKind', {
  洪涝: 'flood',
  水源油污: 'oil spill near a waterworks',
  火灾: 'fire',
  山体滑坡: 'landslide',
  冰冻雨雪: 'ice and snow',
  交通事故: 'traffic accident',
  其他: 'other',
})

/** What an emergency team does at an incident. */
export const deploymentTask = codeList('deploymentTask', {
  转移群众: 'moving people to safety',
  堤防巡查: 'watching the dykes',
  污染拦截: 'holding off pollution',
  搜救: 'search and rescue',
  医疗救护: 'medical care',
  物资运送: 'bringing goods',
  其他: 'other',
})

/** How a deployment ended. */
export const deploymentOutcome = codeList('deploymentOutcome', {
  险情排除: 'the danger is over',
  险情控制: 'the danger is under control',
  移交处置: 'handed over to others',
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
export const visitMode = codeList('visitMode', { 现场: 'on site', 线上: 'online' })

/** At which level a martyrs' cemetery or memorial is protected. */
export const memorialLevel = codeList(
  'memorialLevel',
  { 国家级: 'national', 省级: 'province', 市级: 'city', 县级: 'county' },
  '《烈士褒扬条例》（国令第791号）第三十三条',
)

/** Who rates somebody a martyr, and may take it back. */
export const martyrRatingAuthority = codeList('martyrRatingAuthority', {
  省级人民政府: "the province's government",
  退役军人事务部: 'Ministry of Veterans Affairs',
  军队: 'the armed forces',
})

/** Places that hand on the heritage. */
export const heritageSiteKind = codeList('heritageSiteKind', {
  双拥公园: 'park',
  双拥社区: 'community',
  双拥学校: 'school',
  双拥示范路: 'road',
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

/** The level of a service centre or station. */
export const stationLevel = codeList('stationLevel', {
  市: 'city',
  县: 'county',
  乡镇: 'township',
  村: 'village',
})

/** What an organisation does for soldiers and veterans by agreement. */
export const supportCommitment = codeList('supportCommitment', {
  购物优惠: 'lower prices',
  医疗优先: 'medical care first',
  金融服务: 'banking services',
  优先录用: 'hiring veterans first',
  子女教育: "children's schooling",
  出行优待: 'travel',
  文化旅游: 'culture and tourism',
  其他: 'other',
})

/** In which direction an item of mutual support goes: the city for the troops, or the troops for the city. */
export const dualSupportKind = codeList('dualSupportKind', {
  拥军优属: 'the city supports soldiers and their families',
  拥政爱民: 'the troops support the city and its people',
})

/** How somebody is contacted regularly. */
export const contactMode = codeList('contactMode', {
  上门走访: 'home visit',
  电话: 'telephone',
  线上: 'online',
  座谈: 'meeting',
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
