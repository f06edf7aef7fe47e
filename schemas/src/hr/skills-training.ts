import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleAct, examplePersonAct } from '../example-act.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { reference } from '../values/reference.ts'

/** What a course teaches. */
export const courseSubject = codeList('courseSubject', {
  汽车维修: 'car repair',
  电子商务: 'e-commerce',
  烹饪: 'cooking',
  电工: 'electrics',
  焊工: 'welding',
  养老护理: 'care of the elderly',
  创业: 'starting a business',
  其他: 'other',
})

const course = { courseId: reference('course') }
const trainingThing: Thing = { kind: 'training', key: [['courseId']] }
const courseExample = { ...examplePersonAct, courseId: 'PX-2024-QX-02' }

/** A course that takes participants. */
export const SkillsCourseOpened = defineEvent({
  department: 'hr',
  name: 'SkillsCourseOpened',
  titleZh: '培训班开班',
  titleEn: 'Skills course opened',
  descriptionZh: '培训班开班，载明工种、承办机构和名额。',
  descriptionEn: 'A course has opened: its subject, who gives it and how many places it has.',
  time: { from: 'opensOn', until: 'stands' },
  thing: { kind: 'course', key: 'stream' },
  category: 'course',
  data: {
    ...course,
    subject: courseSubject,
    provider: z.string().min(1).max(100),
    capacity: z.int().min(1).max(10_000),
    opensOn: day.optional(),
  },
  example: {
    ...exampleAct,
    courseId: 'PX-2024-QX-02',
    subject: '汽车维修',
    provider: '湘潭市职业技术学校',
    capacity: 30,
    opensOn: '2024-03-04',
  },
})

/** The person takes part in a course. */
export const SkillsTrainingEnrolled = defineEvent({
  department: 'hr',
  name: 'SkillsTrainingEnrolled',
  titleZh: '技能培训报名',
  titleEn: 'Skills training enrolled',
  descriptionZh: '当事人报名参加某培训班。',
  descriptionEn: 'The person has enrolled for a course.',
  time: { from: 'enrolledOn', until: 'ended' },
  thing: trainingThing,
  data: { ...course, enrolledOn: day.optional() },
  example: { ...courseExample, enrolledOn: '2024-02-26' },
})

/** The person has finished a course. */
export const SkillsTrainingCompleted = defineEvent({
  department: 'hr',
  name: 'SkillsTrainingCompleted',
  titleZh: '技能培训结业',
  titleEn: 'Skills training completed',
  descriptionZh: '当事人完成某培训班学习，取得证书的载明证书编号。',
  descriptionEn: 'The person has finished a course, with the number of the certificate where there is one.',
  time: { from: 'completedOn', until: 'stands', ends: { last: 'completedOn' } },
  thing: trainingThing,
  countedBy: ['trained', 'trained-employed'],
  data: { ...course, completedOn: day.optional(), certificateNo: z.string().min(1).max(60).optional() },
  example: { ...courseExample, completedOn: '2024-05-31', certificateNo: 'S2024-0430-0118' },
})

/** The person has left a course before its end. */
export const SkillsTrainingDropped = defineEvent({
  department: 'hr',
  name: 'SkillsTrainingDropped',
  titleZh: '技能培训退出',
  titleEn: 'Skills training dropped',
  descriptionZh: '当事人中途退出某培训班。',
  descriptionEn: 'The person has left a course before its end.',
  time: { from: 'droppedOn', until: 'stands', ends: { last: 'droppedOn' } },
  thing: trainingThing,
  data: { ...course, droppedOn: day.optional(), reason: z.string().min(1).max(200).optional() },
  example: { ...courseExample, droppedOn: '2024-04-11', reason: '外出就业' },
})

/** The person has finished a course on starting a business. */
export const EntrepreneurshipTrainingCompleted = defineEvent({
  department: 'hr',
  name: 'EntrepreneurshipTrainingCompleted',
  titleZh: '创业培训结业',
  titleEn: 'Entrepreneurship training completed',
  descriptionZh: '当事人完成创业培训班学习。',
  descriptionEn: 'The person has finished a course on starting a business.',
  time: { from: 'completedOn', until: 'stands' },
  thing: trainingThing,
  countedBy: ['trained-to-start'],
  data: { ...course, completedOn: day.optional() },
  example: { ...examplePersonAct, courseId: 'PX-2024-CY-01', completedOn: '2024-06-14' },
})
