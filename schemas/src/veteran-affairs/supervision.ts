import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleAct } from '../example-act.ts'
import { inOrder, notMoreThan, separateDuties } from '../rules/rule.ts'
import { day } from '../values/day.ts'
import { eventReference, reference } from '../values/reference.ts'
import { regionCode } from '../values/region-code.ts'
import { officeKind, supervisionMatter } from './supervision-codes.ts'
import { wording, year } from './wording.ts'

// Supervision speaks of offices and names nobody: it lies open, so there is no free text in it.

const supervised = {
  /** The office that is spoken of. */
  office: wording(80),
  officeKind,
  officeRegion: regionCode,
}
const supervisedExample = { office: '韶山市退役军人事务局', officeKind: '退役军人事务', officeRegion: '430382' }
const cityAct = { ...exampleAct, region: '430300' }

const notice = { supervisionId: reference('supervision'), ...supervised }
const noticeExample = { supervisionId: 'DD-2025-006', ...cityAct, ...supervisedExample }
const ofSupervision = { kind: 'supervision', key: 'stream' } as const

/** An office was told to put something right. */
export const SupervisionNoticeIssued = defineEvent({
  department: 'veteran-affairs',
  name: 'SupervisionNoticeIssued',
  titleZh: '督办通知',
  titleEn: 'Supervision notice issued',
  descriptionZh: '向责任单位发出督办通知：单位、事项、发出日期、整改期限。',
  descriptionEn: 'An office was told to put something right: which office, what, and by when.',
  time: { from: 'issuedOn', until: 'ended' },
  thing: ofSupervision,
  rules: [inOrder('issuedOn', 'dueOn'), separateDuties],
  category: 'supervision',
  data: {
    ...notice,
    matter: supervisionMatter,
    issuedOn: day,
    dueOn: day,
    /** Events of the hub that the notice rests on. */
    grounds: z.array(eventReference).min(1).max(200).optional(),
  },
  example: {
    ...noticeExample,
    matter: '办理超期',
    issuedOn: '2025-06-03',
    dueOn: '2025-06-30',
    documentNo: '潭退役督〔2025〕6号',
  },
})

/** An office says that it has put something right. */
export const SupervisionRectified = defineEvent({
  department: 'veteran-affairs',
  name: 'SupervisionRectified',
  titleZh: '整改完成报告',
  titleEn: 'Rectification reported',
  descriptionZh: '责任单位报告整改完成：整改期限、完成日期。逾期的照收并计入逾期。',
  descriptionEn:
    'The office reports that it has put things right: when, and by when it had to. A late one is taken, and counted as late.',
  time: { from: 'rectifiedOn', until: 'stands' },
  thing: ofSupervision,
  category: 'supervision',
  data: { ...notice, dueOn: day, rectifiedOn: day },
  example: { ...noticeExample, dueOn: '2025-06-30', rectifiedOn: '2025-06-24' },
})

/** Whoever supervises has looked at what an office has put right, and it is right. */
export const SupervisionAccepted = defineEvent({
  department: 'veteran-affairs',
  name: 'SupervisionAccepted',
  titleZh: '整改验收',
  titleEn: 'Rectification accepted',
  descriptionZh: '对整改情况验收并予以销号：整改完成日期、验收日期。',
  descriptionEn: 'The rectification was looked at and accepted; with that the notice is settled.',
  time: { from: 'acceptedOn', until: 'stands', ends: { last: 'acceptedOn' } },
  thing: ofSupervision,
  rules: [inOrder('rectifiedOn', 'acceptedOn'), separateDuties],
  category: 'supervision',
  data: { ...notice, rectifiedOn: day, acceptedOn: day },
  example: { ...noticeExample, rectifiedOn: '2025-06-24', acceptedOn: '2025-07-04' },
})

/** What an office has put right is not right yet. */
export const SupervisionSentBack = defineEvent({
  department: 'veteran-affairs',
  name: 'SupervisionSentBack',
  titleZh: '退回整改',
  titleEn: 'Rectification sent back',
  descriptionZh: '验收未通过，退回责任单位继续整改：报告的完成日期、退回日期、新的整改期限。',
  descriptionEn: 'The rectification was looked at and sent back, with a new day by which things have to be right.',
  time: { from: 'sentBackOn', until: 'stands' },
  thing: ofSupervision,
  rules: [inOrder('rectifiedOn', 'sentBackOn'), inOrder('sentBackOn', 'dueOn'), separateDuties],
  category: 'supervision',
  data: { ...notice, rectifiedOn: day, sentBackOn: day, dueOn: day },
  example: { ...noticeExample, rectifiedOn: '2025-06-24', sentBackOn: '2025-07-04', dueOn: '2025-07-31' },
})

/** The head of an office was called in about what it has to do. */
export const OfficeInterviewed = defineEvent({
  department: 'veteran-affairs',
  name: 'OfficeInterviewed',
  titleZh: '约谈',
  titleEn: 'Office interviewed',
  descriptionZh: '约谈责任单位：单位、事由、日期，所依据的督办通知。',
  descriptionEn: 'Whoever answers for an office was called in: which office, about what, when, on which notice.',
  time: { from: 'heldOn', until: 'stands' },
  thing: { kind: 'interview', key: 'stream' },
  category: 'interview',
  data: {
    interviewId: reference('interview'),
    ...supervised,
    matter: supervisionMatter,
    heldOn: day,
    supervisionId: reference('supervision').optional(),
  },
  example: {
    interviewId: 'YT-2025-002',
    ...cityAct,
    ...supervisedExample,
    matter: '办理超期',
    heldOn: '2025-07-08',
    supervisionId: 'DD-2025-006',
  },
})

/** An office was assessed for a year. */
export const AssessmentScored = defineEvent({
  department: 'veteran-affairs',
  name: 'AssessmentScored',
  titleZh: '考核评分',
  titleEn: 'Assessment scored',
  descriptionZh: '年度考核评分：单位、年度、总分（百分制），各项得分及所依据的事实。',
  descriptionEn: 'An office was assessed for a year: its score of a hundred, and by which facts each part of it.',
  time: { from: 'scoredOn', until: 'next' },
  thing: { kind: 'assessment', key: 'stream' },
  rules: [notMoreThan('items[].scored', 'items[].full')],
  category: 'assessment',
  data: {
    assessmentId: reference('assessment'),
    ...supervised,
    year,
    scoredOn: day,
    score: z.number().min(0).max(100),
    items: z
      .array(
        z.strictObject({
          item: supervisionMatter,
          full: z.number().min(0).max(100),
          scored: z.number().min(0).max(100),
          grounds: z.array(eventReference).min(1).max(50).optional(),
        }),
      )
      .min(1)
      .max(20)
      .optional(),
  },
  example: {
    assessmentId: 'KH-2025-430382',
    ...cityAct,
    ...supervisedExample,
    year: 2025,
    scoredOn: '2025-12-22',
    score: 91.5,
    items: [
      { item: '办理超期', full: 40, scored: 36 },
      { item: '年度确认', full: 60, scored: 55.5 },
    ],
  },
})
