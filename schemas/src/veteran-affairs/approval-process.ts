import { z } from 'zod'
import { applicationOutcomeReason, benefitItem } from '../benefit-codes.ts'
import { defineEvent } from '../define-event.ts'
import { exampleAct, exampleEventId, examplePersonAct } from '../example-act.ts'
import { ratingNotice } from '../law/disability-pension.ts'
import { open } from '../open-field.ts'
import {
  appealKind,
  appealOutcome,
  clockReason,
  noticeMatter,
  procedureKind,
  serviceOfDecision,
} from '../procedure-codes.ts'
import { separateDuties } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { day } from '../values/day.ts'
import { person } from '../values/person.ts'
import { eventReference, reference } from '../values/reference.ts'
import { countOrNone, wording, wordings } from './wording.ts'

const step = { caseId: reference('case'), person }
const ofApplication: Thing = { kind: 'application', key: [['caseId']] }
const ofAppeal: Thing = { kind: 'appeal', key: [['caseId', 'kind']] }
const caseExample = { caseId: 'YF-2025-0001', ...examplePersonAct }

/** A version of a procedure: what an applicant has to bring, through which hands it goes, and how long it may take. */
export const ProcedureVersionAdopted = defineEvent({
  department: 'veteran-affairs',
  name: 'ProcedureVersionAdopted',
  titleZh: '办事规程版本启用',
  titleEn: 'Procedure version adopted',
  descriptionZh: '启用办事规程的一个版本：所需材料、办理环节和承诺时限（工作日）。受理的申请按受理当日的版本办理。',
  descriptionEn:
    'A version of a procedure: the materials needed, the steps, and the working days promised. An application goes by the version of the day on which it was accepted.',
  category: 'procedure',
  time: { from: 'adoptedOn', until: 'next' },
  thing: { kind: 'procedure', key: 'stream' },
  data: {
    procedureId: reference('procedure'),
    procedure: procedureKind,
    version: wording(40),
    adoptedOn: day,
    promisedDays: z.int().min(1).max(200),
    /** What has to be there, from whomever it comes. */
    materials: wordings(40),
    steps: wordings(40),
  },
  example: {
    procedureId: 'YFZJSP',
    ...exampleAct,
    procedure: '优抚资金审批',
    version: '2024-9',
    adoptedOn: '2024-01-01',
    promisedDays: 9,
    materials: ['申请表', '银行账户证明'],
    steps: ['受理', '核验', '审批', '发放'],
  },
})

/** An application was not taken up; the applicant was told why, by which law, and what can be done about it. */
export const BenefitApplicationNotAccepted = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitApplicationNotAccepted',
  titleZh: '待遇申请不予受理',
  titleEn: 'Benefit application not accepted',
  descriptionZh: '对待遇申请不予受理，载明原因、法律依据和救济途径。',
  descriptionEn: 'The application was not taken up, with the reason, the legal ground and the remedy.',
  rules: [separateDuties],
  category: 'case',
  time: { from: 'decidedOn', until: 'stands' },
  thing: ofApplication,
  countedBy: ['applications-not-accepted'],
  data: {
    ...step,
    item: benefitItem,
    decidedOn: day,
    reasonCode: applicationOutcomeReason,
    legalBasis: wording(200),
    remedy: wording(300),
  },
  example: {
    ...caseExample,
    item: '护理费',
    decidedOn: '2025-09-30',
    reasonCode: '不属本机关职权',
    legalBasis: '《军人抚恤优待条例》第三十四条',
    remedy: '可自收到决定之日起六十日内申请行政复议，或六个月内提起行政诉讼',
  },
})

/** The clock of a case stands, for a reason that the promise leaves out. */
export const CaseClockSuspended = defineEvent({
  department: 'veteran-affairs',
  name: 'CaseClockSuspended',
  titleZh: '办理时限中止',
  titleEn: 'Clock of a case suspended',
  descriptionZh: '因补正、公示、鉴定或函询，办理时限自次日起中止计算。',
  descriptionEn:
    'From the next day on the clock stands, for missing materials, a public notice, an expert examination, or an inquiry.',
  category: 'case',
  time: { from: 'suspendedOn', until: 'ended' },
  thing: ofApplication,
  data: {
    ...step,
    reason: open(clockReason, { figures: ['decided-in-time'] }),
    suspendedOn: open(day, { figures: ['decided-in-time'] }),
  },
  example: { ...caseExample, reason: '公示', suspendedOn: '2025-10-09' },
})

/** The clock of a case runs on. */
export const CaseClockResumed = defineEvent({
  department: 'veteran-affairs',
  name: 'CaseClockResumed',
  titleZh: '办理时限恢复',
  titleEn: 'Clock of a case resumed',
  descriptionZh: '中止的情形消除，办理时限自次日起继续计算。',
  descriptionEn: 'The reason is gone, and from the next day on the clock runs.',
  category: 'case',
  time: { from: 'resumedOn', until: 'stands' },
  thing: ofApplication,
  data: {
    ...step,
    reason: open(clockReason, { figures: ['decided-in-time'] }),
    resumedOn: open(day, { figures: ['decided-in-time'] }),
  },
  example: { ...caseExample, reason: '公示', resumedOn: '2025-10-20' },
})

/** A case was put up for objections. */
export const PublicNoticeHeld = defineEvent({
  department: 'veteran-affairs',
  name: 'PublicNoticeHeld',
  titleZh: '公示',
  titleEn: 'Public notice held',
  descriptionZh: '将事项予以公示：内容、起止日期（首尾均计入）、地点和异议件数。评残公示不少于7个工作日。',
  descriptionEn:
    'A case was put up for objections: of what, from which day to which (both count), where, and how many objected. The rating of a disability stands for 7 working days at least.',
  category: 'case',
  time: { from: 'from', until: { last: 'until' } },
  thing: ofApplication,
  law: [ratingNotice],
  countedBy: ['public-notices'],
  data: {
    ...step,
    matter: open(noticeMatter, { figures: ['public-notices'] }),
    from: day,
    until: day,
    place: wording(100),
    objections: countOrNone,
  },
  example: {
    ...caseExample,
    matter: '评残',
    from: '2025-10-09',
    until: '2025-10-16',
    place: '城正街街道政务公开栏',
    objections: 0,
  },
})

/** A decision has reached whom it concerns; from then on the days for a remedy run. */
export const DecisionServed = defineEvent({
  department: 'veteran-affairs',
  name: 'DecisionServed',
  titleZh: '决定送达',
  titleEn: 'Decision served',
  descriptionZh: '将决定送达当事人：送达日期和方式；救济期限自送达起算。',
  descriptionEn: 'A decision has reached whom it concerns: when and how. The days for a remedy run from then on.',
  category: 'case',
  time: { from: 'servedOn', until: 'stands' },
  thing: ofApplication,
  countedBy: ['decisions-served'],
  data: { ...step, servedOn: day, mode: open(serviceOfDecision, { figures: ['decisions-served'] }) },
  example: { ...caseExample, servedOn: '2025-10-20', mode: '直接送达' },
})

/** Somebody has turned against a decision. */
export const AppealLodged = defineEvent({
  department: 'veteran-affairs',
  name: 'AppealLodged',
  titleZh: '复议（诉讼）提起',
  titleEn: 'Appeal lodged',
  descriptionZh: '当事人对决定申请行政复议或提起行政诉讼：类别、日期、所针对的决定。',
  descriptionEn:
    'Somebody asked for an administrative review of a decision, or went to court: which, when, against what.',
  category: 'case',
  time: { from: 'lodgedOn', until: 'ended' },
  thing: ofAppeal,
  countedBy: ['appeals-lodged'],
  data: {
    ...step,
    kind: open(appealKind, { figures: ['appeals-lodged'] }),
    lodgedOn: day,
    against: eventReference.optional(),
  },
  example: { ...caseExample, kind: '行政复议', lodgedOn: '2025-11-12', against: exampleEventId },
})

/** An appeal was decided. */
export const AppealDecided = defineEvent({
  department: 'veteran-affairs',
  name: 'AppealDecided',
  titleZh: '复议（诉讼）决定',
  titleEn: 'Appeal decided',
  descriptionZh: '行政复议或行政诉讼的结果、日期和文书号。',
  descriptionEn: 'What an administrative review or a court came to, when, and the number of the document.',
  category: 'case',
  time: { from: 'decidedOn', until: 'stands' },
  thing: ofAppeal,
  countedBy: ['appeals-decided'],
  data: {
    ...step,
    kind: appealKind,
    decidedOn: day,
    outcome: open(appealOutcome, { figures: ['appeals-decided'] }),
    courtDocumentNo: wording(80).optional(),
  },
  example: { ...caseExample, kind: '行政复议', decidedOn: '2025-12-22', outcome: '维持' },
})
