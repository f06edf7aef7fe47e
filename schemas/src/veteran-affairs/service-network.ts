import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { enlistmentSeason, partnerKind, stationLevel } from '../event-codes.ts'
import { exampleAct, exampleCompanies } from '../example-act.ts'
import { reference } from '../values/reference.ts'
import { uscc } from '../values/social-credit-code.ts'
import { countOrNone, wording, wordings, year } from './wording.ts'

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
  data: { ...partner, commitments: wordings(20, 120) },
  example: { ...partnerExample, commitments: ['凭优待证九折', '优先录用退役军人'] },
})

/** An organisation supports no longer. */
export const SupportPartnerLeft = defineEvent({
  department: 'veteran-affairs',
  name: 'SupportPartnerLeft',
  titleZh: '拥军合作单位退出',
  titleEn: 'Support partner left',
  descriptionZh: '拥军合作单位退出合作，载明原因。',
  descriptionEn: 'An organisation no longer supports soldiers and veterans by agreement, with the reason.',
  time: { until: 'stands' },
  thing: { kind: 'place', key: 'stream' },
  category: 'partner',
  data: { ...partner, reason: wording(200).optional() },
  example: { ...partnerExample, reason: '协议期满' },
})

/** A season of enlistment has closed, as the military department has handed it on. */
export const EnlistmentSeasonClosed = defineEvent({
  department: 'veteran-affairs',
  name: 'EnlistmentSeasonClosed',
  titleZh: '征兵季结束',
  titleEn: 'Enlistment season closed',
  descriptionZh: '一季征兵结束，入伍人数由人武部提供。',
  descriptionEn: 'A season of enlistment has closed with so many enlisted, by the military department’s count.',
  time: { until: 'stands' },
  thing: { kind: 'occasion', key: 'stream' },
  category: 'enlistment',
  data: { enlistmentId: reference('enlistment'), year, season: enlistmentSeason, enlisted: countOrNone },
  example: {
    enlistmentId: '2025-上半年',
    ...exampleAct,
    year: 2025,
    season: '上半年',
    enlisted: 600,
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
