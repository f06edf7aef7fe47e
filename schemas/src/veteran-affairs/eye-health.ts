import { z } from 'zod'
import { complication, eye, treatmentOutcome } from '../care-codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { formWords } from '../form-words.ts'
import { open } from '../open-field.ts'
import { notMoreThan } from '../rules/rule.ts'
import { day } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { uscc } from '../values/social-credit-code.ts'
import { wording } from './wording.ts'

/** Visual acuity as it is written: decimals as text, 1.0 being normal. */
const acuity = z
  .string()
  .regex(/^[0-2]\.\d{1,2}$/)
  .register(formWords, { en: 'an acuity like 0.8 is needed', zh: '应为视力值，例如 0.8' })
const hospital = '12430300445000002A'

/** Somebody's eyes were screened. */
export const EyeScreeningDone = defineEvent({
  department: 'veteran-affairs',
  name: 'EyeScreeningDone',
  titleZh: '眼健康筛查',
  titleEn: 'Eye screening done',
  descriptionZh: '参加眼健康筛查：活动、结果、左右眼视力。',
  descriptionEn: 'A person’s eyes were screened: in which campaign, with which findings and acuities.',
  time: { until: 'stands' },
  thing: { kind: 'screening', key: 'event' },
  countedBy: ['eye-screened'],
  data: {
    campaign: wording(80),
    findings: wording(300),
    acuityLeft: acuity.optional(),
    acuityRight: acuity.optional(),
    /** Whether a hospital has to look: what was found is told in words, and decides nothing. */
    referralNeeded: z.boolean().optional(),
  },
  example: {
    ...examplePersonAct,
    campaign: '老兵光明行2024',
    findings: '左眼白内障',
    acuityLeft: '0.15',
    acuityRight: '0.6',
    referralNeeded: true,
  },
})

/** Somebody was sent on to a hospital. */
export const TreatmentReferred = defineEvent({
  department: 'veteran-affairs',
  name: 'TreatmentReferred',
  titleZh: '转诊',
  titleEn: 'Treatment referred',
  descriptionZh: '筛查后转诊至医院，载明诊断和眼别。',
  descriptionEn: 'After the screening the person was sent on to a hospital, with the diagnosis and the eye.',
  time: { until: 'stands' },
  thing: { kind: 'surgery', key: [['hospitalUscc', 'eye?']] },
  data: { hospitalUscc: uscc, diagnosis: wording(120), eye: eye.optional() },
  example: { ...examplePersonAct, hospitalUscc: hospital, diagnosis: '老年性白内障', eye: '左' },
})

/** Somebody did not want to be sent on, or to be treated: nothing is owed for the eye any more. */
export const TreatmentDeclined = defineEvent({
  department: 'veteran-affairs',
  name: 'TreatmentDeclined',
  titleZh: '放弃转诊或治疗',
  titleEn: 'Treatment declined',
  descriptionZh: '本人放弃转诊或治疗，载明眼别和放弃日期。',
  descriptionEn: 'The person did not want to be referred or treated: which eye, and since when.',
  time: { from: 'declinedOn', until: 'stands' },
  thing: { kind: 'surgery', key: [['hospitalUscc?', 'eye?']] },
  data: { hospitalUscc: uscc.optional(), eye: eye.optional(), declinedOn: day },
  example: { ...examplePersonAct, eye: '左', declinedOn: '2024-06-11' },
})

/** An eye was operated on. */
export const SurgeryPerformed = defineEvent({
  department: 'veteran-affairs',
  name: 'SurgeryPerformed',
  titleZh: '手术完成',
  titleEn: 'Surgery performed',
  descriptionZh: '完成眼科手术：医院、诊断、眼别、日期、费用和自付额。',
  descriptionEn: 'An eye was operated on: where, why, when, at what cost, and how much of it the person paid.',
  time: { from: 'performedOn', until: 'stands' },
  thing: { kind: 'surgery', key: [['hospitalUscc', 'eye', 'performedOn']] },
  rules: [notMoreThan('selfPaid', 'cost')],
  countedBy: ['eye-operated', 'eye-operated-free', 'eye-operations'],
  data: {
    hospitalUscc: uscc,
    diagnosis: wording(120).optional(),
    eye,
    performedOn: day,
    cost: fen,
    selfPaid: open(fen, { figures: ['eye-operated-free'], as: { form: 'only', values: [0] } }),
  },
  example: {
    ...examplePersonAct,
    hospitalUscc: hospital,
    diagnosis: '左眼老年性白内障',
    eye: '左',
    performedOn: '2024-06-18',
    cost: 680_000,
    selfPaid: 0,
  },
})

/** How an eye is after its operation. */
export const TreatmentFollowedUp = defineEvent({
  department: 'veteran-affairs',
  name: 'TreatmentFollowedUp',
  titleZh: '术后随访',
  titleEn: 'Treatment followed up',
  descriptionZh: '术后随访：眼别、术后视力、疗效、并发症。',
  descriptionEn: 'How an eye is after its operation: its acuity, the outcome, and what went wrong if anything did.',
  time: { until: 'stands' },
  thing: { kind: 'surgery', key: [['hospitalUscc?', 'eye', 'performedOn?']] },
  countedBy: ['eyes-restored'],
  data: {
    hospitalUscc: uscc.optional(),
    diagnosis: wording(120).optional(),
    eye: open(eye, { figures: ['eyes-restored'] }),
    /** Of which operation, where the eye had several. */
    performedOn: day.optional(),
    acuityAfter: acuity,
    outcome: open(treatmentOutcome.optional(), {
      figures: ['eyes-restored'],
      as: { form: 'only', values: ['恢复至0.8及以上'] },
    }),
    complication: complication.optional(),
  },
  example: { ...examplePersonAct, hospitalUscc: hospital, eye: '左', acuityAfter: '0.8', outcome: '恢复至0.8及以上' },
})
