import { z } from 'zod'
import { applicationOutcomeReason, reviewLevel, reviewOutcome } from '../benefit-codes.ts'
import { materialSource } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { exampleEventId, examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import type { Thing } from '../thing.ts'
import { day } from '../values/day.ts'
import { person } from '../values/person.ts'
import { eventReference, reference } from '../values/reference.ts'
import { benefitFields } from './benefit.ts'
import { wording, wordings } from './wording.ts'

/** A step of somebody's application: the case, and the applicant, for whom what it says is sealed. */
const step = { caseId: reference('case'), person }
const ofApplication: Thing = { kind: 'application', key: [['caseId']] }
const caseExample = { caseId: 'YF-2025-0001', ...examplePersonAct }

/** Somebody has applied for a benefit; what a recorded fact already proves need not be brought. */
export const BenefitApplied = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitApplied',
  titleZh: '待遇申请',
  titleEn: 'Benefit applied for',
  descriptionZh: '申请一项待遇，逐项载明材料来自申请人还是数据共享。',
  descriptionEn: 'A benefit was applied for; of each material it says whether the applicant or a shared fact gave it.',
  time: { until: 'ended' },
  thing: ofApplication,
  category: 'case',
  countedBy: ['materials-brought', 'materials-shared', 'documents-spared'],
  data: {
    ...step,
    ...benefitFields,
    materials: open(
      z.array(z.strictObject({ kind: wording(60), from: materialSource, factId: eventReference.optional() })).max(40),
      {
        figures: ['materials-brought', 'materials-shared', 'documents-spared'],
        as: { form: 'items', fields: ['from'] },
      },
    ),
  },
  example: {
    ...caseExample,
    item: '残疾抚恤金',
    materials: [
      { kind: '申请表', from: '申请人' },
      { kind: '残疾等级评定表', from: '数据共享', factId: exampleEventId },
    ],
  },
})

/** An application was accepted; its promise is fixed by the procedure's version of that day. */
export const BenefitApplicationAccepted = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitApplicationAccepted',
  titleZh: '待遇申请受理',
  titleEn: 'Benefit application accepted',
  descriptionZh: '受理申请，承诺办理时限（工作日）由受理时的办事规程版本确定，自次日起算。',
  descriptionEn:
    'The application was accepted; the promised working days are fixed by the procedure version and count from the next day.',
  time: { from: 'acceptedOn', until: 'ended' },
  thing: ofApplication,
  category: 'case',
  countedBy: ['promised-days-before', 'promised-days-after'],
  data: {
    ...step,
    acceptedOn: open(day, { figures: ['decided-in-time'] }),
    procedureVersion: wording(40),
    promisedDays: open(z.int().min(1).max(200), {
      figures: ['promised-days-before', 'promised-days-after', 'decided-in-time'],
    }),
  },
  example: { ...caseExample, acceptedOn: '2025-09-29', procedureVersion: '2025-03', promisedDays: 9 },
})

/** The applicant was told, once, all that is missing; the clock stands until it is there. */
export const MaterialsRequested = defineEvent({
  department: 'veteran-affairs',
  name: 'MaterialsRequested',
  titleZh: '一次性补正告知',
  titleEn: 'Materials requested',
  descriptionZh: '一次性告知申请人需补正的全部材料和期限，补正期间不计入办理时限。',
  descriptionEn: 'The applicant was told once all that is missing, and by when; the wait does not count.',
  time: { until: 'ended' },
  thing: ofApplication,
  category: 'case',
  data: { ...step, missing: wordings(40), dueOn: day },
  example: { ...caseExample, missing: ['银行账户证明'], dueOn: '2025-10-20' },
})

/** All missing materials have come; the clock runs on. */
export const MaterialsSupplied = defineEvent({
  department: 'veteran-affairs',
  name: 'MaterialsSupplied',
  titleZh: '补正完成',
  titleEn: 'Materials supplied',
  descriptionZh: '补正材料已齐，办理时限继续计算。',
  descriptionEn: 'The missing materials have come, and the clock runs on.',
  time: { from: 'suppliedOn', until: 'stands' },
  thing: ofApplication,
  category: 'case',
  data: {
    ...step,
    supplied: wordings(40),
    /** The day on which the last of it came; that of the event where it is missing. */
    suppliedOn: open(day, { figures: ['decided-in-time'] }).optional(),
  },
  example: { ...caseExample, supplied: ['银行账户证明'], suppliedOn: '2025-10-13' },
})

/** A level of the administration has given its opinion. */
export const BenefitReviewed = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitReviewed',
  titleZh: '待遇审核',
  titleEn: 'Benefit reviewed',
  descriptionZh: '乡镇、县、市或省一级的审核结果（同意、不同意、退回补正）和意见。',
  descriptionEn:
    'What the review by the township, county, city or province comes to (agrees, does not agree, sends it back), and its opinion.',
  time: { until: 'stands' },
  thing: ofApplication,
  category: 'case',
  data: { ...step, level: reviewLevel, outcome: reviewOutcome, opinion: wording(300).optional() },
  example: { ...caseExample, level: '县', outcome: '同意', opinion: '符合条件，同意上报' },
})

/** The applicant has taken the application back. */
export const BenefitApplicationWithdrawn = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitApplicationWithdrawn',
  titleZh: '撤回待遇申请',
  titleEn: 'Benefit application withdrawn',
  descriptionZh: '申请人撤回申请，载明原因。',
  descriptionEn: 'The applicant took the application back, with the reason.',
  time: { until: 'stands' },
  thing: ofApplication,
  category: 'case',
  data: { ...step, reason: applicationOutcomeReason },
  example: { ...caseExample, reason: '申请人放弃' },
})
