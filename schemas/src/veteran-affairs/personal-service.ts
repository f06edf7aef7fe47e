import { z } from 'zod'
import { careNeed, consultationTopic, homeHelp, mobility, recuperationService } from '../care-codes.ts'
import { channel } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { contactMode } from '../event-codes.ts'
import { examplePersonAct } from '../example-act.ts'
import { inOrder } from '../rules/rule.ts'
import { day, instant } from '../values/day.ts'
import { uscc } from '../values/social-credit-code.ts'
import { wording, wordings } from './wording.ts'

/** How a person's health stands. */
export const HealthStatusRecorded = defineEvent({
  department: 'veteran-affairs',
  name: 'HealthStatusRecorded',
  titleZh: '健康状况登记',
  titleEn: 'Health status recorded',
  descriptionZh: '登记健康状况：疾病、行动能力、照护需求。',
  descriptionEn: 'How a person’s health stands: conditions, mobility and the care that is needed.',
  time: { until: 'next' },
  thing: { kind: 'health', key: 'person' },
  data: { conditions: z.array(wording(60)).max(40), mobility, careNeed },
  example: { ...examplePersonAct, conditions: ['高血压'], mobility: '自理', careNeed: '定期探视' },
})

/** A plan made for one person's needs. */
export const ServicePlanAdopted = defineEvent({
  department: 'veteran-affairs',
  name: 'ServicePlanAdopted',
  titleZh: '个性化服务方案制定',
  titleEn: 'Service plan adopted',
  descriptionZh: '按本人需求制定服务方案：需求、措施、评估日期。',
  descriptionEn: 'A plan for one person was made: needs, actions and the day of its review.',
  time: { until: 'next' },
  thing: { kind: 'plan', key: 'person' },
  data: { needs: wordings(20), actions: wordings(20, 120), reviewOn: day },
  example: { ...examplePersonAct, needs: ['医疗报销不便'], actions: ['每季度上门代办报销'], reviewOn: '2025-06-30' },
})

/** A plan was looked at again: what is needed now, what is done. */
export const ServicePlanReviewed = defineEvent({
  department: 'veteran-affairs',
  name: 'ServicePlanReviewed',
  titleZh: '个性化服务方案评估',
  titleEn: 'Service plan reviewed',
  descriptionZh: '评估服务方案，更新需求、措施和下次评估日期。',
  descriptionEn: 'A plan was reviewed: what is needed now, what is done, and when it is reviewed again.',
  time: { until: 'stands' },
  thing: { kind: 'plan', key: 'person' },
  data: { needs: z.array(wording(60)).max(20), actions: z.array(wording(120)).max(20), reviewOn: day.optional() },
  example: { ...examplePersonAct, needs: [], actions: ['继续季度走访'], reviewOn: '2025-12-31' },
})

/** Somebody was helped at home. */
export const HomeServiceProvided = defineEvent({
  department: 'veteran-affairs',
  name: 'HomeServiceProvided',
  titleZh: '上门服务',
  titleEn: 'Home service provided',
  descriptionZh: '上门提供服务：养老金领取、医疗报销、认证等，载明起止时间。',
  descriptionEn: 'Somebody was helped at home: with the pension, medical claims, a confirmation; from when to when.',
  time: { from: 'startedAt', until: { last: 'endedAt' } },
  thing: { kind: 'occasion', key: 'event' },
  rules: [inOrder('startedAt', 'endedAt')],
  countedBy: ['served-at-home'],
  data: { help: z.array(homeHelp).min(1).max(4), startedAt: instant, endedAt: instant },
  example: {
    ...examplePersonAct,
    help: ['养老金领取', '医疗报销'],
    startedAt: '2025-03-04T01:30:00.000Z',
    endedAt: '2025-03-04T03:00:00.000Z',
  },
})

/** Somebody was advised on policy. */
export const PolicyConsultationGiven = defineEvent({
  department: 'veteran-affairs',
  name: 'PolicyConsultationGiven',
  titleZh: '政策咨询',
  titleEn: 'Policy consultation given',
  descriptionZh: '解答政策咨询：主题和渠道。',
  descriptionEn: 'Somebody was advised on policy: on what, and by which channel.',
  time: { until: 'stands' },
  thing: { kind: 'occasion', key: 'event' },
  countedBy: ['consultations'],
  data: { topic: consultationTopic, channel },
  example: { ...examplePersonAct, topic: '就业创业', channel: '电话' },
})

/** Somebody was contacted as offices do regularly, to ask how they are. */
export const RegularContactMade = defineEvent({
  department: 'veteran-affairs',
  name: 'RegularContactMade',
  titleZh: '常态化联系',
  titleEn: 'Regular contact made',
  descriptionZh: '与退役军人及其他优抚对象保持常态化联系：日期、方式、反映的需求。',
  descriptionEn:
    'A veteran or another beneficiary was contacted, as offices do regularly: when, how, and what was needed.',
  countedBy: ['regular-contacts', 'regularly-contacted'],
  time: { from: 'contactedOn', until: 'stands' },
  thing: { kind: 'occasion', key: 'event' },
  data: {
    contactedOn: day,
    mode: contactMode,
    needs: z.array(wording(60)).max(20),
  },
  example: { ...examplePersonAct, contactedOn: '2025-03-04', mode: '上门走访', needs: [] },
})

/** A disabled veteran has been on a short recuperation. */
export const RecuperationCompleted = defineEvent({
  department: 'veteran-affairs',
  name: 'RecuperationCompleted',
  titleZh: '短期疗养完成',
  titleEn: 'Recuperation completed',
  descriptionZh: '伤残军人完成一期短期疗养：批次、起止日期、疗养机构、服务内容。',
  descriptionEn: 'A disabled veteran has been on a short recuperation: batch, days, sanatorium and services.',
  time: { from: 'from', until: { last: 'to' } },
  thing: { kind: 'occasion', key: [['batchId', 'from']] },
  rules: [inOrder('from', 'to')],
  countedBy: ['recuperated'],
  data: {
    batchId: wording(60),
    from: day,
    to: day,
    sanatoriumUscc: uscc,
    services: z.array(recuperationService).min(1).max(4),
  },
  example: {
    ...examplePersonAct,
    batchId: 'LY-2024-1',
    from: '2024-05-13',
    to: '2024-05-20',
    sanatoriumUscc: '12430300445000002A',
    services: ['医疗', '康复训练'],
  },
})
