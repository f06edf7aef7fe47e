import { z } from 'zod'
import { relation } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { postKind, severeWeather, transitGoods, transitService } from '../event-codes.ts'
import { exampleAct, exampleCompanies, exampleRelations } from '../example-act.ts'
import { open } from '../open-field.ts'
import { inOrder } from '../rules/rule.ts'
import { day, month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { regionCode } from '../values/region-code.ts'
import { uscc } from '../values/social-credit-code.ts'
import { count, countOrNone, wording } from './wording.ts'

/** Postings are told at province level only; more is secret. */
const province = regionCode.refine((code) => /^\d\d0{4}$/.test(code), { params: { fault: 'PROVINCE_ONLY' } })

/** The family of a soldier in a border or coastal post was visited. */
export const CondolenceVisitMade = defineEvent({
  department: 'veteran-affairs',
  name: 'CondolenceVisitMade',
  titleZh: '走访慰问',
  titleEn: 'Condolence visit made',
  descriptionZh:
    '走访慰问边海防官兵家庭：家属、军属户编号、关系、岗位类别、慰问金和慰问品；所在省份可不填。同一军人的家属为一户，用同一编号。',
  descriptionEn:
    'The family of a soldier in a border or coastal post was visited: whom, of which family, money and goods apart; the posting’s province need not be said. The relatives of one soldier are one family and have one number.',
  time: { until: 'stands' },
  thing: { kind: 'occasion', key: [['visitId']] },
  category: 'visit',
  countedBy: ['families-visited', 'condolence-total', 'condolence-cash', 'condolence-goods'],
  data: {
    visitId: reference('visit'),
    familyPerson: person,
    /** The number of the soldier's family in the office's list: one for all relatives of one soldier. */
    familyNo: open(wording(40), { figures: ['families-visited'], as: { form: 'keyed' } }),
    relation,
    postKind: open(postKind, {
      figures: ['families-visited', 'condolence-total', 'condolence-cash', 'condolence-goods'],
      as: { form: 'only', values: ['边防', '海防'] },
    }),
    /** The posting's province, where it may be told. */
    dutyProvince: province.optional(),
    cash: open(fen, { figures: ['condolence-total', 'condolence-cash'] }),
    goodsValue: open(fen, { figures: ['condolence-total', 'condolence-goods'] }),
    goods: z.array(wording(60)).max(20),
    programme: wording(80),
  },
  example: {
    visitId: 'ZF-2025-088',
    ...exampleAct,
    familyPerson: exampleRelations.mother.person,
    familyNo: 'JS-0088',
    relation: '母亲',
    postKind: '边防',
    dutyProvince: '540000',
    cash: 400_000,
    goodsValue: 80_000,
    goods: ['大米', '食用油'],
    programme: '边海防官兵家庭慰问',
  },
})

/** A delegation has travelled to soldiers in distant posts. */
export const CondolenceTourHeld = defineEvent({
  department: 'veteran-affairs',
  name: 'CondolenceTourHeld',
  titleZh: '边疆万里行慰问',
  titleEn: 'Condolence tour held',
  descriptionZh: '赴边疆慰问家乡官兵：到访省份、人员、见到官兵人数、起止日期。',
  descriptionEn: 'A delegation travelled to soldiers in distant posts: which provinces, how many, from when to when.',
  time: { from: 'from', until: { last: 'to' } },
  thing: { kind: 'occasion', key: 'stream' },
  rules: [inOrder('from', 'to')],
  category: 'tour',
  data: {
    tourId: reference('tour'),
    destinations: z.array(province).min(1).max(34),
    members: count,
    soldiersMet: countOrNone,
    from: day,
    to: day,
  },
  example: {
    tourId: 'WLX-2025',
    ...exampleAct,
    destinations: ['540000', '650000'],
    members: 12,
    soldiersMet: 86,
    from: '2025-07-20',
    to: '2025-08-02',
  },
})

/**
 * Troops passing through were supported. Their units and routes are secret and not said, and their days neither: of a
 * passage only the month is told.
 */
export const TransitSupportProvided = defineEvent({
  department: 'veteran-affairs',
  name: 'TransitSupportProvided',
  titleZh: '过境部队保障',
  titleEn: 'Transit support provided',
  descriptionZh:
    '某月为过境部队提供饮食、住宿、交通、医疗保障：物资、合作单位、天气、是否全程派驻医疗队；不载部队番号、路线和日期，事件时间填该月第一日零时。',
  descriptionEn:
    'In a month, troops passing through were given meals, lodging, transport or medical care: goods, partners, weather, a medical team on duty throughout; never units, routes or days: the event’s time is the first instant of the month.',
  time: { from: 'month', until: { last: 'month' } },
  thing: { kind: 'occasion', key: 'stream' },
  category: 'transit',
  data: {
    transitId: reference('transit'),
    month,
    services: z.array(transitService).min(1).max(4),
    items: z.array(z.strictObject({ goods: transitGoods, qty: count })).max(40),
    partners: z.array(z.strictObject({ uscc, gave: transitGoods })).max(20),
    weather: severeWeather.optional(),
    /** Whether a medical team was on duty throughout. */
    medicalTeam: z.boolean(),
  },
  example: {
    transitId: 'GJ-2024-06',
    ...exampleAct,
    month: '2024-06',
    services: ['饮食', '医疗'],
    items: [{ goods: '雨衣雨具', qty: 200 }],
    partners: [{ uscc: exampleCompanies.employer, gave: '雨衣雨具' }],
    weather: '暴雨',
    medicalTeam: true,
  },
  exampleTime: '2024-06-01T00:00:00+08:00',
})
