import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { dualSupportKind, partnerKind, stationLevel, supportCommitment } from '../event-codes.ts'
import { exampleAct, exampleCompanies } from '../example-act.ts'
import { handedOverBy, inOrder } from '../rules/rule.ts'
import { day, month } from '../values/day.ts'
import { reference } from '../values/reference.ts'
import { uscc } from '../values/social-credit-code.ts'
import { countOrNone, wording } from './wording.ts'

/** A service centre or station has opened; `region` is where. */
export const ServiceStationOpened = defineEvent({
  department: 'veteran-affairs',
  name: 'ServiceStationOpened',
  titleZh: '服务中心(站)设立',
  titleEn: 'Service station opened',
  descriptionZh: '设立退役军人服务中心或服务站：层级、所在区域、人员数。',
  descriptionEn: 'A service centre or station has opened: at which level, where, with how many staff.',
  time: { until: 'ended' },
  thing: { kind: 'place', key: 'stream' },
  category: 'station',
  data: { stationId: reference('station'), level: stationLevel, staff: countOrNone },
  example: { stationId: '430302001-S', ...exampleAct, region: '430302001', level: '乡镇', staff: 2 },
})

/** A service centre or station has closed. */
export const ServiceStationClosed = defineEvent({
  department: 'veteran-affairs',
  name: 'ServiceStationClosed',
  titleZh: '服务中心(站)撤销',
  titleEn: 'Service station closed',
  descriptionZh: '撤销退役军人服务中心或服务站；并入其他站的，载明并入哪一个。',
  descriptionEn: 'A service centre or station was closed; if it was merged into another, into which.',
  time: { from: 'closedOn', until: 'stands', ends: { firstWithout: 'closedOn' } },
  thing: { kind: 'place', key: 'stream' },
  category: 'station',
  data: { stationId: reference('station'), closedOn: day, mergedInto: reference('station').optional() },
  example: { stationId: '430302001-S', ...exampleAct, region: '430302001', closedOn: '2025-07-01' },
})

const partner = { partnerId: reference('partner'), uscc, kind: partnerKind }
const partnerExample = { partnerId: 'YJ-019', ...exampleAct, uscc: exampleCompanies.employer, kind: '企业' }

/** An organisation has agreed to support soldiers and veterans. */
export const SupportPartnerJoined = defineEvent({
  department: 'veteran-affairs',
  name: 'SupportPartnerJoined',
  titleZh: '拥军合作单位签约',
  titleEn: 'Support partner joined',
  descriptionZh: '拥军合作单位签约：单位、类别、承诺事项。',
  descriptionEn: 'An organisation has agreed to support soldiers and veterans: which one, and with what.',
  time: { until: 'ended' },
  thing: { kind: 'place', key: 'stream' },
  category: 'partner',
  data: { ...partner, commitments: z.array(supportCommitment).min(1).max(8) },
  example: { ...partnerExample, commitments: ['购物优惠', '优先录用'] },
})

/** An organisation supports no longer. */
export const SupportPartnerLeft = defineEvent({
  department: 'veteran-affairs',
  name: 'SupportPartnerLeft',
  titleZh: '拥军合作单位退出',
  titleEn: 'Support partner left',
  descriptionZh: '拥军合作单位退出合作。',
  descriptionEn: 'An organisation no longer supports soldiers and veterans by agreement.',
  time: { until: 'stands' },
  thing: { kind: 'place', key: 'stream' },
  category: 'partner',
  data: partner,
  example: partnerExample,
})

const item = { itemId: reference('item'), kind: dualSupportKind }
const itemExample = { itemId: 'SY-2025-04', ...exampleAct, kind: '拥军优属' }

/** Something stands on the list of what city and troops do for each other. */
export const DualSupportItemListed = defineEvent({
  department: 'veteran-affairs',
  name: 'DualSupportItemListed',
  titleZh: '双拥清单事项列入',
  titleEn: 'Dual support item listed',
  descriptionZh: '双拥工作清单列入一项：事项、方向、责任单位、完成期限。',
  descriptionEn:
    'Something was put on the list of what city and troops do for each other: what, in which direction, by whom, by when.',
  time: { from: 'listedOn', until: 'ended' },
  thing: { kind: 'workItem', key: 'stream' },
  rules: [inOrder('listedOn', 'dueOn')],
  category: 'item',
  data: { ...item, title: wording(80), responsibleOrg: wording(80), listedOn: day, dueOn: day },
  example: {
    ...itemExample,
    title: '驻地部队家属就业协调',
    responsibleOrg: '市人力资源和社会保障局',
    listedOn: '2025-01-20',
    dueOn: '2025-11-30',
  },
})

/** Something on the list of what city and troops do for each other is done. */
export const DualSupportItemDone = defineEvent({
  department: 'veteran-affairs',
  name: 'DualSupportItemDone',
  titleZh: '双拥清单事项办结',
  titleEn: 'Dual support item done',
  descriptionZh: '双拥工作清单的一项办结，载明办结日期。',
  descriptionEn: 'Something on the list of what city and troops do for each other is done, on which day.',
  time: { from: 'doneOn', until: 'stands', ends: { last: 'doneOn' } },
  thing: { kind: 'workItem', key: 'stream' },
  category: 'item',
  data: { ...item, doneOn: day },
  example: { ...itemExample, doneOn: '2025-09-12' },
})

/**
 * A season of enlistment has closed, as the military department has handed it on. Numbers of enlisted may be secret: what
 * is told is an index, in thousandths of the base year's whole.
 */
export const EnlistmentSeasonClosed = defineEvent({
  department: 'veteran-affairs',
  name: 'EnlistmentSeasonClosed',
  titleZh: '征兵季结束',
  titleEn: 'Enlistment season closed',
  descriptionZh: '半年一季的征兵结束：起止月份、入伍指数（基准年全年为1000），由人武部提供；不载人数。',
  descriptionEn:
    'A season of enlistment, half a year, has closed: its months and an index (the base year’s whole is 1000), by the military department’s count; never the number.',
  time: { from: 'from', until: { last: 'to' } },
  thing: { kind: 'occasion', key: 'stream' },
  rules: [handedOverBy('人武部')],
  category: 'enlistment',
  data: {
    enlistmentId: reference('enlistment'),
    /** January or July. */
    from: month,
    /** June or December of the same year. */
    to: month,
    index: countOrNone,
  },
  example: {
    enlistmentId: '2025-上半年',
    ...exampleAct,
    from: '2025-01',
    to: '2025-06',
    index: 600,
    assertedFrom: '人武部',
  },
})

/** An official has completed a training. */
export const StaffTrainingCompleted = defineEvent({
  department: 'veteran-affairs',
  name: 'StaffTrainingCompleted',
  titleZh: '干部培训',
  titleEn: 'Staff training completed',
  descriptionZh: '工作人员完成培训：课程和学时。',
  descriptionEn: 'An official has completed a training: which course, of how many hours.',
  time: { until: 'stands' },
  thing: { kind: 'training', key: 'event' },
  category: 'official',
  data: { officialId: reference('official'), course: wording(80), hours: z.number().min(0.5).max(1000) },
  example: { officialId: 'O-1001', ...exampleAct, course: '优抚政策与数据核对', hours: 16 },
})
