import { z } from 'zod'
import {
  beneficiaryCategory,
  disabilityCertificateKind,
  injuryNature,
  ratingCancelReason,
  ratingKind,
  supportMode,
} from '../benefit-codes.ts'
import { certificateReason } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { illnessGrades, nursing, pensionStart } from '../law/disability-pension.ts'
import { numberOf } from '../open-field.ts'
import type { Thing } from '../thing.ts'
import { day, month } from '../values/day.ts'
import { disabilityGrade } from './disability-grade.ts'
import { wording } from './wording.ts'

/** A person has one rating: what came later changes its grade, and several injuries are rated together. */
const ofRating: Thing = { kind: 'rating', key: 'person' }
const certificateNo = numberOf('certificate', wording(60))
const ofCertificate: Thing = {
  kind: 'certificate',
  key: [['kind', 'certificateNo']],
  also: [{ kind: 'rating', key: 'person' }],
}

/** A disability is rated: from which month it is paid is for the law of the day of approval to say. */
export const DisabilityRated = defineEvent({
  department: 'veteran-affairs',
  name: 'DisabilityRated',
  titleZh: '残疾等级评定',
  titleEn: 'Disability rated',
  descriptionZh:
    '评定残疾等级和性质：服役期间由军队评定，退役后补办，非军人新办，情况变化的调整。2024年10月1日起批准的自批准当月起发，此前自次月起发；因病仅评定一至六级。护理费依等级、性质、精神障碍和供养方式确定。',
  descriptionEn:
    'A disability is rated by grade and nature: by the army in service, made up for after discharge, first for those who were never soldiers, or changed. Approved since 1 October 2024 it is paid from the month of approval, before from the month after; an illness gives only grades 1 to 6. Nursing money follows grade, nature, mental disorder and how the person lives.',
  time: { from: 'approvedOn', until: 'next', paidFrom: 'payableFrom' },
  thing: ofRating,
  law: [pensionStart, illnessGrades, nursing],
  data: {
    kind: ratingKind,
    category: beneficiaryCategory,
    grade: disabilityGrade,
    nature: injuryNature,
    /** By a mental disorder that broke out in service: it gives nursing money in grades 5 and 6 too. */
    mentalDisorder: z.boolean().optional(),
    support: supportMode.optional(),
    approvedOn: day,
    payableFrom: month,
    certificateNo: certificateNo.optional(),
  },
  example: {
    ...examplePersonAct,
    kind: '补办',
    category: '残疾军人',
    grade: 6,
    nature: '因公',
    approvedOn: '2023-05-18',
    payableFrom: '2023-06',
    certificateNo: '湘军残第000321号',
  },
})

/** A rating is not valid any more, and nothing takes its place. */
export const DisabilityRatingCancelled = defineEvent({
  department: 'veteran-affairs',
  name: 'DisabilityRatingCancelled',
  titleZh: '残疾等级取消',
  titleEn: 'Disability rating cancelled',
  descriptionZh: '取消残疾等级，载明原因和最后享受的月份。',
  descriptionEn: 'A rating was cancelled, with the reason and the last month that is paid.',
  time: { from: 'cancelledOn', until: 'stands', ends: { firstWithout: 'cancelledOn' } },
  thing: ofRating,
  data: { reason: ratingCancelReason, cancelledOn: day, lastMonth: month },
  example: {
    ...examplePersonAct,
    reason: '残情好转不符合等级',
    cancelledOn: '2025-05-12',
    lastMonth: '2025-05',
  },
})

/** A certificate of disability was issued anew. */
export const DisabilityCertificateReplaced = defineEvent({
  department: 'veteran-affairs',
  name: 'DisabilityCertificateReplaced',
  titleZh: '伤残证件换补发',
  titleEn: 'Disability certificate replaced',
  descriptionZh: '换发或补发五种伤残证件之一，载明证件种类、新证编号、原证编号和原因。',
  descriptionEn:
    'One of the five certificates of the disabled was issued anew, with its kind, the new number, the old one, and the reason.',
  time: { until: 'next' },
  thing: {
    kind: 'certificate',
    key: [
      ['kind', 'certificateNo=replacesNo'],
      ['kind', 'certificateNo'],
    ],
    also: [{ kind: 'rating', key: 'person' }],
  },
  data: {
    kind: disabilityCertificateKind,
    certificateNo,
    /** The number of the one that it replaces, where that is another. */
    replacesNo: certificateNo.optional(),
    reason: certificateReason,
  },
  example: {
    ...examplePersonAct,
    kind: '残疾军人证',
    certificateNo: '湘军残第000477号',
    replacesNo: '湘军残第000321号',
    reason: '遗失',
  },
})

/** A certificate of disability is no longer valid. */
export const DisabilityCertificateCancelled = defineEvent({
  department: 'veteran-affairs',
  name: 'DisabilityCertificateCancelled',
  titleZh: '伤残证件注销',
  titleEn: 'Disability certificate cancelled',
  descriptionZh: '注销五种伤残证件之一，载明证件种类、证号和原因。',
  descriptionEn: 'One of the five certificates of the disabled was cancelled, with its kind, number and the reason.',
  time: { until: 'stands' },
  thing: ofCertificate,
  data: { kind: disabilityCertificateKind, certificateNo, reason: certificateReason },
  example: { ...examplePersonAct, kind: '残疾军人证', certificateNo: '湘军残第000477号', reason: '死亡' },
})
