import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleCompanies, examplePersonAct } from '../example-act.ts'
import {
  adaptabilityTraining,
  assignmentTerm,
  forfeitedByConduct,
  forfeitureDelay,
  householdLetter,
  onPostTerm,
  reportingTerm,
} from '../law/placement-law.ts'
import { numberOf, open } from '../open-field.ts'
import { forfeitureReason, handoverItem } from '../placement-codes.ts'
import { inOrder } from '../rules/rule.ts'
import { dischargeMode, serviceClass } from '../service-codes.ts'
import { day } from '../values/day.ts'
import { regionCode } from '../values/region-code.ts'
import { uscc } from '../values/social-credit-code.ts'
import { wording } from './wording.ts'

/** A placement belongs to a discharge: who serves twice is placed twice. */
const thing = { kind: 'placement', key: [['dischargedOn?']] } as const
const dischargedOn = day.optional()
const discharged = { ...examplePersonAct, dischargedOn: '2024-09-01' }

/** The armed forces have handed a discharged soldier over to the place that receives them. */
export const VeteranHandedOver = defineEvent({
  department: 'veteran-affairs',
  name: 'VeteranHandedOver',
  titleZh: '退役军人移交接收',
  titleEn: 'Veteran handed over',
  descriptionZh: '军队将退役军人移交安置地：名单、人事档案等。不载部队番号。',
  descriptionEn:
    'The armed forces handed a discharged soldier over to the place that receives them: the name, the personnel file and so on. Units have no place in it.',
  time: { from: 'handedOverOn', until: 'stands' },
  thing,
  countedBy: [
    'veterans-handed-over',
    'assigned-handed-over',
    'assigned-on-post',
    'own-way-handed-over',
    'own-way-settled',
    'retired-handed-over',
    'retired-settled',
  ],
  data: {
    dischargedOn: day,
    class: serviceClass,
    dischargeMode: open(dischargeMode, {
      figures: [
        'veterans-handed-over',
        'assigned-handed-over',
        'assigned-on-post',
        'own-way-handed-over',
        'own-way-settled',
        'retired-handed-over',
        'retired-settled',
      ],
    }),
    items: z.array(handoverItem).min(1).max(4),
    handedOverOn: day,
  },
  example: {
    ...discharged,
    class: '军士',
    dischargeMode: '安排工作',
    items: ['名单', '人事档案'],
    handedOverOn: '2024-09-12',
  },
})

/** A discharged soldier has reported to the office that places them. */
export const VeteranReportedForPlacement = defineEvent({
  department: 'veteran-affairs',
  name: 'VeteranReportedForPlacement',
  titleZh: '退役报到',
  titleEn: 'Veteran reported for placement',
  descriptionZh:
    '退役军人到安置地退役军人事务部门报到。自主就业的应自退役之日起30日内报到，其他方式按规定时间；逾期报到的事实照收。',
  descriptionEn:
    'A discharged soldier reported to the office of the place. Those who find their own work have 30 days from discharge, the others the time set for them; a late report is a fact all the same.',
  time: { from: 'reportedOn', until: 'stands' },
  thing,
  rules: [inOrder('dischargedOn', 'reportedOn')],
  law: [reportingTerm],
  countedBy: ['own-way-reported', 'own-way-reported-in-time'],
  data: {
    dischargedOn: open(day, {
      figures: ['own-way-reported-in-time'],
      as: { form: 'kept', term: 'reporting-term', to: 'reportedOn' },
    }),
    dischargeMode: open(dischargeMode, {
      figures: ['own-way-reported', 'own-way-reported-in-time'],
      as: { form: 'only', values: ['自主就业'] },
    }),
    /** The last day for reporting, where one was set. */
    dueOn: day.optional(),
    reportedOn: day,
  },
  example: { ...discharged, dischargeMode: '安排工作', dueOn: '2024-10-08', reportedOn: '2024-09-20' },
})

/** The letter with which a veteran is entered in the household register was issued. */
export const HouseholdLetterIssued = defineEvent({
  department: 'veteran-affairs',
  name: 'HouseholdLetterIssued',
  titleZh: '户口登记介绍信开具',
  titleEn: 'Letter for the household register issued',
  descriptionZh: '退役军人报到后，为其开具户口登记介绍信，公安机关据此办理户口登记。',
  descriptionEn: 'After the report the office issued the letter by which the police enter the veteran in the register.',
  time: { from: 'issuedOn', until: 'stands' },
  thing,
  rules: [inOrder('dischargedOn', 'issuedOn')],
  law: [householdLetter],
  data: {
    dischargedOn,
    issuedOn: day,
    letterNo: numberOf('certificate', wording(40)).optional(),
    /** Where the household will be registered. */
    toRegion: regionCode.optional(),
  },
  example: { ...discharged, issuedOn: '2024-09-20', letterNo: '湘退户介字2024-031号', toRegion: '430302001' },
})

/** How a discharged soldier is placed in civilian life. */
export const PlacementDecided = defineEvent({
  department: 'veteran-affairs',
  name: 'PlacementDecided',
  titleZh: '退役安置确定',
  titleEn: 'Placement decided',
  descriptionZh: '确定退役军人的类别、安置方式、接收地和接收单位；安置方式须为该类别军人所允许。',
  descriptionEn:
    'How a discharged soldier of a class is placed, where, and with which employer; the class must allow the mode.',
  time: { from: 'decidedOn', until: 'stands' },
  thing,
  data: {
    dischargedOn,
    class: serviceClass,
    dischargeMode: open(dischargeMode, {
      figures: ['trained', 'trained-employed'],
      as: { form: 'only', values: ['自主就业'] },
    }),
    receivingRegion: regionCode,
    employerUscc: uscc.optional(),
    decidedOn: day.optional(),
  },
  example: {
    ...discharged,
    class: '军士',
    dischargeMode: '安排工作',
    receivingRegion: '430302',
    employerUscc: exampleCompanies.employer,
    decidedOn: '2024-10-15',
  },
})

/** The place has assigned work to a veteran. */
export const WorkAssigned = defineEvent({
  department: 'veteran-affairs',
  name: 'WorkAssigned',
  titleZh: '安排工作落实',
  titleEn: 'Work assigned',
  descriptionZh: '安置地为符合条件的退役军人安排工作并开具介绍信；应在接收后6个月内完成，逾期的事实照收。',
  descriptionEn:
    'The place assigned work and issued the letter of introduction. It has 6 months from receiving the veteran; what came later is a fact all the same.',
  time: { from: 'assignedOn', until: 'stands' },
  thing,
  rules: [inOrder('receivedOn', 'assignedOn')],
  law: [assignmentTerm],
  countedBy: ['work-assigned', 'work-assigned-in-time'],
  data: {
    dischargedOn,
    /** The day on which the place received the veteran: the 6 months run from it. */
    receivedOn: open(day, {
      figures: ['work-assigned-in-time'],
      as: { form: 'kept', term: 'assignment-term', to: 'assignedOn' },
    }),
    assignedOn: day,
    employerUscc: uscc,
    post: wording(60).optional(),
    /** The day of the letter of introduction, where it is not that of the assignment. */
    letterIssuedOn: day.optional(),
  },
  example: {
    ...discharged,
    receivedOn: '2024-09-20',
    assignedOn: '2025-02-28',
    employerUscc: exampleCompanies.employer,
    post: '安全管理员',
    letterIssuedOn: '2025-03-03',
  },
})

/** A veteran has begun the work that was assigned. */
export const AssignedPostTakenUp = defineEvent({
  department: 'veteran-affairs',
  name: 'AssignedPostTakenUp',
  titleZh: '安排工作上岗',
  titleEn: 'Assigned post taken up',
  descriptionZh:
    '退役军人到安排的单位上岗；单位应在介绍信开具30日内安排，非本人原因逾期的，自开具当月起发生活费。逾期的事实照收。',
  descriptionEn:
    'A veteran began the assigned work. The employer has 30 days from the letter; where it is late it pays living expenses from the month of the letter. What came later is a fact all the same.',
  time: { from: 'startedOn', until: 'stands' },
  thing,
  rules: [inOrder('letterIssuedOn', 'startedOn')],
  law: [onPostTerm],
  countedBy: ['posts-taken-up', 'posts-taken-up-in-time'],
  data: {
    dischargedOn,
    employerUscc: uscc,
    letterIssuedOn: open(day, {
      figures: ['posts-taken-up-in-time'],
      as: { form: 'kept', term: 'on-post-term', to: 'startedOn' },
    }),
    startedOn: day,
  },
  example: {
    ...discharged,
    employerUscc: exampleCompanies.employer,
    letterIssuedOn: '2025-03-03',
    startedOn: '2025-03-24',
  },
})

/** A veteran has completed the training to adapt to civilian life. */
export const AdaptabilityTrainingCompleted = defineEvent({
  department: 'veteran-affairs',
  name: 'AdaptabilityTrainingCompleted',
  titleZh: '适应性培训结业',
  titleEn: 'Adaptability training completed',
  descriptionZh: '退役军人参加并完成适应性培训；按安置方式分别组织。',
  descriptionEn: 'A veteran completed the training to adapt to civilian life, which is held by mode of placement.',
  time: { from: 'completedOn', until: 'stands' },
  thing,
  rules: [inOrder('dischargedOn', 'completedOn')],
  law: [adaptabilityTraining],
  data: {
    dischargedOn,
    completedOn: day,
    hours: z.int().min(1).max(1000).optional(),
    provider: wording(80).optional(),
  },
  example: { ...discharged, completedOn: '2024-11-08', hours: 80, provider: '湘潭市退役军人培训中心' },
})

/** A veteran has no claim to be placed any more. */
export const PlacementForfeited = defineEvent({
  department: 'veteran-affairs',
  name: 'PlacementForfeited',
  titleZh: '安置待遇放弃或取消',
  titleEn: 'Placement forfeited',
  descriptionZh:
    '退役军人无正当理由超过规定时间30日仍不报到、拒不服从安排工作，或待安排期间被追究刑事责任，视为放弃或取消安置待遇。',
  descriptionEn:
    'The claim to be placed is given up or lost: more than 30 days over the time for reporting, work refused without good reason, or held criminally liable while waiting.',
  time: { from: 'forfeitedOn', until: 'stands', ends: { firstWithout: 'forfeitedOn' } },
  thing,
  law: [forfeitureDelay, forfeitedByConduct],
  data: {
    dischargedOn,
    dischargeMode,
    reason: forfeitureReason,
    /** The last day for reporting; without it, for who finds their own work, that of the law after `dischargedOn`. */
    dueOn: day.optional(),
    forfeitedOn: day,
  },
  example: { ...discharged, dischargeMode: '自主就业', reason: '逾期未报到', forfeitedOn: '2024-11-18' },
})
