import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { codeList } from '../values/code-list.ts'
import { day, month } from '../values/day.ts'
import { reference } from '../values/reference.ts'
import { uscc } from '../values/social-credit-code.ts'

/** The branches of social insurance. */
export const insuranceKind = codeList('insuranceKind', {
  养老: 'pension',
  医疗: 'medical',
  工伤: 'work injury',
  失业: 'unemployment',
})

/** What the check of employment and insurance found. */
export const employmentStatus = codeList('employmentStatus', {
  已就业: 'employed',
  未就业: 'not employed',
  灵活就业: 'flexibly employed',
  已退休: 'retired',
})

const insurance = { kinds: z.array(insuranceKind).min(1).max(4), from: month }

/** Enrolment in branches of social insurance. */
export const SocialInsuranceEnrolled = defineEvent({
  department: 'hr',
  name: 'SocialInsuranceEnrolled',
  titleZh: '社会保险参保',
  titleEn: 'Social insurance enrolled',
  descriptionZh: '当事人自某月起参加所列险种，有用人单位的载明参保单位。',
  descriptionEn: 'The person is insured in the branches listed from a month on, by an employer where there is one.',
  time: { from: 'from', until: 'ended' },
  thing: { kind: 'insurance', key: 'person' },
  data: { ...insurance, employerUscc: uscc.optional() },
  example: { ...examplePersonAct, kinds: ['养老', '医疗', '工伤', '失业'], from: '2024-05' },
})

/** Insurance that has been suspended. */
export const SocialInsuranceSuspended = defineEvent({
  department: 'hr',
  name: 'SocialInsuranceSuspended',
  titleZh: '社会保险停保',
  titleEn: 'Social insurance suspended',
  descriptionZh: '当事人所列险种自某月起停保。',
  descriptionEn: 'The person is no longer insured in the branches listed from a month on.',
  time: { from: 'from', until: 'next', ends: { firstWithout: 'from' } },
  thing: { kind: 'insurance', key: 'person' },
  data: { ...insurance, reason: z.string().min(1).max(200).optional() },
  example: { ...examplePersonAct, kinds: ['工伤', '失业'], from: '2025-02', reason: '终止劳动合同' },
})

/** HR's answer in the approval of a benefit: employed or not, insured or not, on a day. */
export const EmploymentAndInsuranceConfirmed = defineEvent({
  department: 'hr',
  name: 'EmploymentAndInsuranceConfirmed',
  titleZh: '就业参保核查',
  titleEn: 'Employment and insurance confirmed',
  descriptionZh: '为待遇审批核查当事人在某日的就业状况和参保险种。',
  descriptionEn: 'For the approval of a benefit, whether the person was employed and in what insured on a day.',
  time: { from: 'asOf', until: 'stands' },
  thing: { kind: 'fact', key: 'event' },
  data: {
    asOf: day,
    status: employmentStatus,
    insured: z.array(insuranceKind).max(4).optional(),
    caseId: reference('case').optional(),
  },
  example: {
    ...examplePersonAct,
    asOf: '2024-06-03',
    status: '未就业',
    insured: ['养老', '医疗'],
    caseId: 'YF-2024-0031',
  },
})
