import { z } from 'zod'
import { careLevel, certificateReason, injuryNature, ratingKind } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { pensionStart } from '../law/disability-pension.ts'
import { numberOf } from '../open-field.ts'
import { day, month } from '../values/day.ts'
import { wording } from './wording.ts'

/** Grades of disability, 1 the gravest; an illness gives only 1 to 6. */
export const disabilityGrade = z.int().min(1).max(10)

/** A disability is rated. From which month it is payable is the law of the day of approval. */
export const DisabilityRated = defineEvent({
  department: 'veteran-affairs',
  name: 'DisabilityRated',
  titleZh: '残疾等级评定',
  titleEn: 'Disability rated',
  descriptionZh: '评定残疾等级、性质和护理等级；抚恤金起发月份依批准之日的法律；因病仅评定一至六级。',
  descriptionEn:
    'A disability is rated by grade, nature and care level, payable from the month that the law of the day of approval gives; an illness gives only grades 1 to 6.',
  time: { from: 'approvedOn', until: 'next', paidFrom: 'payableFrom' },
  thing: { kind: 'rating', key: 'person' },
  law: [pensionStart],
  data: {
    kind: ratingKind,
    grade: disabilityGrade,
    nature: injuryNature,
    careLevel: careLevel.optional(),
    approvedOn: day,
    payableFrom: month,
    certificateNo: numberOf('certificate', wording(60)).optional(),
  },
  example: {
    ...examplePersonAct,
    kind: '新办',
    grade: 6,
    nature: '因公',
    approvedOn: '2023-05-18',
    payableFrom: '2023-06',
    certificateNo: '湘军残第000321号',
  },
})

/** A certificate of disability was issued anew. */
export const DisabilityCertificateReplaced = defineEvent({
  department: 'veteran-affairs',
  name: 'DisabilityCertificateReplaced',
  titleZh: '残疾军人证换补发',
  titleEn: 'Disability certificate replaced',
  descriptionZh: '换发或补发残疾军人证，载明新证编号和原因。',
  descriptionEn: 'The certificate of disability was issued anew, with its number and the reason.',
  time: { until: 'next' },
  thing: { kind: 'rating', key: 'person' },
  data: { certificateNo: numberOf('certificate', wording(60)), reason: certificateReason },
  example: { ...examplePersonAct, certificateNo: '湘军残第000477号', reason: '遗失' },
})

/** A certificate of disability is no longer valid. */
export const DisabilityCertificateCancelled = defineEvent({
  department: 'veteran-affairs',
  name: 'DisabilityCertificateCancelled',
  titleZh: '残疾军人证注销',
  titleEn: 'Disability certificate cancelled',
  descriptionZh: '注销残疾军人证，载明证号和原因。',
  descriptionEn: 'The certificate of disability was cancelled, with its number and the reason.',
  time: { until: 'stands' },
  thing: { kind: 'rating', key: 'person' },
  data: { certificateNo: numberOf('certificate', wording(60)), reason: certificateReason },
  example: { ...examplePersonAct, certificateNo: '湘军残第000477号', reason: '死亡' },
})
