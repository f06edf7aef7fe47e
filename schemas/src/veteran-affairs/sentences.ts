import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { penalty, penaltyEnd, wantedEnd } from '../entitlement-codes.ts'
import { examplePersonAct } from '../example-act.ts'
import { sentenceConsequences } from '../law/sentence.ts'
import { numberOf } from '../open-field.ts'
import { handedOverBy, inOrder } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { day } from '../values/day.ts'
import { wording } from './wording.ts'

const judgmentNo = numberOf('judgment', wording(80))
const ofSentence: Thing = { kind: 'sentence', key: [['judgmentNo']] }
const ofWantedNotice: Thing = { kind: 'wantedNotice', key: [['noticeNo']] }
const judgmentNoExample = '（2024）湘0302刑初118号'

/** A sentence against a beneficiary has come into force; what it does to treatment is decided apart. */
export const SentenceImposed = defineEvent({
  department: 'veteran-affairs',
  name: 'SentenceImposed',
  titleZh: '判刑（处分）生效',
  titleEn: 'Sentence imposed',
  descriptionZh:
    '由法院提供：优抚对象被判处刑罚，载明刑种、是否缓刑、生效日期和起止日期；由军队提供：被开除军籍。对待遇的影响由省级另行决定。',
  descriptionEn:
    'Handed over by the court: which penalty, whether suspended on probation, in force since when, from and until which day; by the army: expulsion. What it does to treatment the province decides apart.',
  time: { from: ['from', 'inForceOn'], until: { last: 'until' } },
  thing: ofSentence,
  rules: [
    handedOverBy('军队', { when: { field: 'penalty', is: ['开除军籍'] } }),
    handedOverBy('法院', { when: { field: 'penalty', isNot: ['开除军籍'] } }),
    inOrder('from', 'until'),
  ],
  law: [sentenceConsequences],
  data: {
    penalty,
    judgmentNo,
    inForceOn: day,
    /** Whether it is not served but suspended on probation (缓刑). */
    probation: z.boolean().optional(),
    from: day.optional(),
    /** The last day of it; missing where it has none. */
    until: day.optional(),
  },
  example: {
    ...examplePersonAct,
    assertedFrom: '法院',
    penalty: '有期徒刑',
    judgmentNo: judgmentNoExample,
    inForceOn: '2024-11-18',
    from: '2024-11-20',
    until: '2025-11-19',
  },
})

/** A sentence is over. */
export const SentenceEnded = defineEvent({
  department: 'veteran-affairs',
  name: 'SentenceEnded',
  titleZh: '刑罚终结',
  titleEn: 'Sentence ended',
  descriptionZh: '由法院或司法行政（监狱）部门提供：刑罚因刑满、假释、赦免或改判终结，载明日期。',
  descriptionEn:
    'Handed over by the court or the justice department, which runs the prisons: the sentence is over, why, and on which day.',
  time: { from: 'endedOn', until: 'stands', ends: { last: 'endedOn' } },
  thing: ofSentence,
  rules: [handedOverBy(['法院', '司法行政'])],
  data: { judgmentNo, endedOn: day, reason: penaltyEnd },
  example: {
    ...examplePersonAct,
    assertedFrom: '法院',
    judgmentNo: judgmentNoExample,
    endedOn: '2025-11-19',
    reason: '刑满',
  },
})

/** The police look for a beneficiary by a wanted notice. */
export const WantedNoticeIssued = defineEvent({
  department: 'veteran-affairs',
  name: 'WantedNoticeIssued',
  titleZh: '被通缉',
  titleEn: 'Wanted notice issued',
  descriptionZh: '由公安提供：优抚对象被通缉，载明日期和文号。通缉期间中止发放，由省级决定。',
  descriptionEn:
    'Handed over by the police: a beneficiary is wanted, since when, by which notice. While it lasts payment is suspended, as the province decides.',
  time: { from: 'issuedOn', until: 'ended' },
  thing: ofWantedNotice,
  rules: [handedOverBy('公安')],
  law: [sentenceConsequences],
  data: { noticeNo: numberOf('judgment', wording(80)), issuedOn: day },
  example: { ...examplePersonAct, assertedFrom: '公安', noticeNo: '潭公通字〔2025〕7号', issuedOn: '2025-02-11' },
})

/** Nobody looks for them any more. */
export const WantedNoticeEnded = defineEvent({
  department: 'veteran-affairs',
  name: 'WantedNoticeEnded',
  titleZh: '通缉终结',
  titleEn: 'Wanted notice ended',
  descriptionZh: '由公安提供：通缉因归案或撤销终结，载明日期。',
  descriptionEn: 'Handed over by the police: a notice has ended as the person was caught, or as it was withdrawn.',
  time: { from: 'endedOn', until: 'stands', ends: { last: 'endedOn' } },
  thing: ofWantedNotice,
  rules: [handedOverBy('公安')],
  data: { noticeNo: numberOf('judgment', wording(80)), endedOn: day, reason: wantedEnd },
  example: {
    ...examplePersonAct,
    assertedFrom: '公安',
    noticeNo: '潭公通字〔2025〕7号',
    endedOn: '2025-03-02',
    reason: '撤销通缉',
  },
})
