/** A reason, as an official reads it. */
type Reason = { zh: string; en: string }

const ofTheOffice: Reason = {
  zh: '机关、单位或场所的业务，不述及任何个人',
  en: 'speaks of offices, organisations and places, and of no person',
}
const ofManyPeople: Reason = {
  zh: '集体活动的总体情况，不指明个人',
  en: 'speaks of many people at once, and names none',
}
const ofAMatter: Reason = {
  zh: '事项、案件的办理环节；未指明人员时无从加密，指明人员的事件照常加密',
  en: 'a step of a matter or a case that names nobody: there is nobody to seal it for. One that names a person is sealed',
}
const ofTheHub: Reason = {
  zh: '枢纽自身的记录；人员只以标识出现，报文装在密盒中',
  en: 'the hub’s own record: persons stand by id in it, messages in a box',
}

/**
 * Why events of a category lie open where they name nobody, by category. Those that name a person are sealed whatever
 * their category; a person's stream has no reason, as nothing in it names nobody.
 */
export const openCategories: Readonly<Record<string, Reason>> = {
  platform: ofTheOffice,
  standard: ofTheOffice,
  procedure: ofTheOffice,
  roll: ofTheOffice,
  budget: ofTheOffice,
  programme: ofTheOffice,
  site: ofTheOffice,
  station: ofTheOffice,
  partner: ofTheOffice,
  item: ofTheOffice,
  course: ofTheOffice,
  post: ofTheOffice,
  base: ofTheOffice,
  team: ofManyPeople,
  visit: ofManyPeople,
  tour: ofManyPeople,
  transit: ofManyPeople,
  cemetery: ofManyPeople,
  journey: ofManyPeople,
  talk: ofManyPeople,
  enlistment: ofManyPeople,
  fair: ofManyPeople,
  case: ofAMatter,
  matter: ofAMatter,
  petition: ofAMatter,
  supervision: ofTheOffice,
  interview: ofTheOffice,
  assessment: ofTheOffice,
  meeting: ofTheOffice,
  responsibility: ofTheOffice,
  sharing: ofTheOffice,
  martyr: {
    zh: '烈士纪念信息依法公开，所载为已故之人',
    en: 'what is published by law of the fallen; they are dead',
  },
  official: {
    zh: '工作人员履职培训，只以工号指明',
    en: 'the training of officials in office, who stand by their number',
  },
  any: {
    zh: '撤回以流指明的事实，不述及个人；撤回个人事实时照常加密',
    en: 'takes back a fact that is named by its stream; one that names a person is sealed',
  },
  hub: ofTheHub,
  identity: ofTheHub,
  rejection: ofTheHub,
  junk: ofTheHub,
  report: { zh: '工作报告的数字，不指明个人', en: 'figures of the work report, which name nobody' },
}
