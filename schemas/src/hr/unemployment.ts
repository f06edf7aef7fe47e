import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { unemploymentBenefitWithJob } from '../law/social-insurance-law.ts'
import { inOrder } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { day, month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { uscc } from '../values/social-credit-code.ts'

/** Why somebody finds it hard to get work. */
export const employmentDifficulty = codeList('employmentDifficulty', {
  大龄: 'age',
  残疾: 'disability',
  低保家庭: 'household on subsistence allowance',
  零就业家庭: 'household without a job',
  长期失业: 'long unemployment',
  其他: 'other',
})

const unemploymentThing: Thing = { kind: 'unemployment', key: [['registeredOn']] }
const benefitThing: Thing = { kind: 'unemploymentBenefit', key: 'person' }
const reason = z.string().min(1).max(200)

/** The person is registered as unemployed. */
export const UnemploymentRegistered = defineEvent({
  department: 'hr',
  name: 'UnemploymentRegistered',
  titleZh: '失业登记',
  titleEn: 'Unemployment registered',
  descriptionZh: '当事人办理失业登记，载明登记日期和失业原因。',
  descriptionEn: 'The person is registered as unemployed since a day, with the reason.',
  time: { from: 'registeredOn', until: 'ended' },
  thing: unemploymentThing,
  data: { registeredOn: day, reason },
  example: { ...examplePersonAct, registeredOn: '2025-02-10', reason: '合同期满' },
})

/** The registration as unemployed has ended. */
export const UnemploymentEnded = defineEvent({
  department: 'hr',
  name: 'UnemploymentEnded',
  titleZh: '失业登记注销',
  titleEn: 'Unemployment ended',
  descriptionZh: '当事人的失业登记注销，载明原因。',
  descriptionEn: 'The person is no longer registered as unemployed, with the reason.',
  time: { from: 'endedOn', until: 'stands', ends: { firstWithout: 'endedOn' } },
  thing: unemploymentThing,
  data: {
    /** The day of the registration that is meant. */
    registeredOn: day.optional(),
    endedOn: day,
    reason,
  },
  example: { ...examplePersonAct, registeredOn: '2025-02-10', endedOn: '2025-05-06', reason: '重新就业' },
})

/** Unemployment benefit for a span of months. */
export const UnemploymentBenefitGranted = defineEvent({
  department: 'hr',
  name: 'UnemploymentBenefitGranted',
  titleZh: '失业保险金核定',
  titleEn: 'Unemployment benefit granted',
  descriptionZh: '核定失业保险金的月标准和领取期间。',
  descriptionEn: 'Unemployment benefit was granted at a sum a month, from one month to another.',
  time: { from: 'from', until: { last: 'to' } },
  thing: benefitThing,
  rules: [inOrder('from', 'to')],
  law: [unemploymentBenefitWithJob],
  data: { monthly: fen, from: month, to: month, reason: reason.optional() },
  example: { ...examplePersonAct, monthly: 162_000, from: '2025-03', to: '2025-08' },
})

/** The end of unemployment benefit; the month is the first one without it. */
export const UnemploymentBenefitStopped = defineEvent({
  department: 'hr',
  name: 'UnemploymentBenefitStopped',
  titleZh: '失业保险金停发',
  titleEn: 'Unemployment benefit stopped',
  descriptionZh: '失业保险金自某月起停发，载明原因。',
  descriptionEn: 'Unemployment benefit is no longer paid from a month on, with the reason.',
  time: { from: 'from', until: 'stands', ends: { firstWithout: 'from' } },
  thing: benefitThing,
  data: { from: month, reason },
  example: { ...examplePersonAct, from: '2025-06', reason: '重新就业' },
})

/** The person counts as one who finds it hard to get work. */
export const EmploymentDifficultyCertified = defineEvent({
  department: 'hr',
  name: 'EmploymentDifficultyCertified',
  titleZh: '就业困难人员认定',
  titleEn: 'Employment difficulty certified',
  descriptionZh: '认定当事人为就业困难人员，载明类别和有效期。',
  descriptionEn: 'The person is certified as one who finds it hard to get work, of a kind and until a day.',
  time: { until: { last: 'validUntil' } },
  thing: { kind: 'employmentDifficulty', key: [['kind']] },
  data: { kind: employmentDifficulty, validUntil: day },
  example: { ...examplePersonAct, kind: '大龄', validUntil: '2026-02-28' },
})

/** A public-welfare post (公益性岗位) for the person. */
export const PublicWelfarePostAssigned = defineEvent({
  department: 'hr',
  name: 'PublicWelfarePostAssigned',
  titleZh: '公益性岗位安置',
  titleEn: 'Public welfare post assigned',
  descriptionZh: '安排当事人到公益性岗位工作，载明用人单位和起止月份。',
  descriptionEn: 'The person was given a public-welfare post with an employer, from one month to another.',
  time: { from: 'from', until: { last: 'to' } },
  thing: { kind: 'job', key: [['employerUscc']] },
  rules: [inOrder('from', 'to')],
  data: { employerUscc: uscc, from: month, to: month },
  example: { ...examplePersonAct, employerUscc: '12430300MB1A0003CW', from: '2025-03', to: '2026-02' },
})
