import { z } from 'zod'
import { reviewLevel } from '../benefit-codes.ts'
import { hardshipAid, hardshipAidRefused, hardshipFinding, hardshipKind } from '../care-codes.ts'
import { channel } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { inOrder, separateDuties } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { day } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { person, relatedPerson } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { countOrNone, wording } from './wording.ts'

const aidCase = { caseId: reference('case'), person, kind: hardshipKind }
const aids = z.array(hardshipAid).min(1).max(6)
const ofApplication: Thing = { kind: 'application', key: [['caseId']] }
const aidExample = { caseId: 'BF-2025-0014', ...examplePersonAct, kind: '重大疾病' }

/** Somebody has asked for aid in a hardship: the person, or one of the family for them. */
export const HardshipAidApplied = defineEvent({
  department: 'veteran-affairs',
  name: 'HardshipAidApplied',
  titleZh: '帮扶援助申请',
  titleEn: 'Hardship aid applied for',
  descriptionZh: '本人（家属代办的载明代办人）向服务站申请帮扶援助：困难情形、所需帮扶方式、渠道。',
  descriptionEn:
    'Aid in a hardship was asked for at a station: for which hardship, what aid, by which channel, and who asked where it was one of the family.',
  time: { from: 'appliedOn', until: 'ended' },
  thing: ofApplication,
  category: 'case',
  countedBy: ['hardship-aid-applied'],
  data: {
    ...aidCase,
    appliedOn: day,
    channel,
    asksFor: aids,
    /** Who asked for the person. */
    applicant: relatedPerson.optional(),
  },
  example: { ...aidExample, appliedOn: '2025-02-18', channel: '窗口', asksFor: ['资金'] },
})

/** The station has looked into the hardship. */
export const HardshipInvestigated = defineEvent({
  department: 'veteran-affairs',
  name: 'HardshipInvestigated',
  titleZh: '帮扶援助调查核实',
  titleEn: 'Hardship investigated',
  descriptionZh: '对申请人的困难情形入户调查、核实，载明核实结果；采用家庭经济状况核对报告的载明报告编号。',
  descriptionEn:
    'The hardship was looked into at home: what was found, and by which report on means where there is one.',
  time: { from: 'investigatedOn', until: 'stands' },
  thing: ofApplication,
  category: 'case',
  data: { ...aidCase, investigatedOn: day, finding: hardshipFinding, reportNo: wording(60).optional() },
  example: { ...aidExample, investigatedOn: '2025-02-24', finding: '属实', reportNo: 'HD-2025-0107' },
})

/** The case was put up for objections. */
export const HardshipAidPublicised = defineEvent({
  department: 'veteran-affairs',
  name: 'HardshipAidPublicised',
  titleZh: '帮扶援助公示',
  titleEn: 'Hardship aid put up for objections',
  descriptionZh: '将拟帮扶对象在所在村（社区）公示：起止日期（首尾均计入）、异议件数。公示天数由各省规定。',
  descriptionEn:
    'The case was put up in the village or community for objections: from which day to which, both counted, and how many objected. For how many days is the province’s to say.',
  time: { from: 'postedFrom', until: { last: 'postedUntil' } },
  thing: ofApplication,
  rules: [inOrder('postedFrom', 'postedUntil')],
  category: 'case',
  data: { ...aidCase, postedFrom: day, postedUntil: day, objections: countOrNone },
  example: { ...aidExample, postedFrom: '2025-02-26', postedUntil: '2025-03-04', objections: 0 },
})

/** Aid was approved: what kind, and how much money. */
export const HardshipAidApproved = defineEvent({
  department: 'veteran-affairs',
  name: 'HardshipAidApproved',
  titleZh: '帮扶援助批准',
  titleEn: 'Hardship aid approved',
  descriptionZh: '批准帮扶援助：审批层级、帮扶方式和金额。',
  descriptionEn: 'Aid in a hardship was approved, by which level: what kind of aid, and how much money.',
  time: { from: 'decidedOn', until: 'stands' },
  thing: ofApplication,
  rules: [separateDuties],
  category: 'case',
  countedBy: ['hardship-aid-approved', 'hardship-aid-money'],
  data: {
    ...aidCase,
    decidedOn: day,
    level: reviewLevel,
    aid: aids,
    amount: open(fen.optional(), { figures: ['hardship-aid-money'] }),
  },
  example: { ...aidExample, decidedOn: '2025-03-10', level: '县', aid: ['资金', '结对帮扶'], amount: 500_000 },
})

/** Aid was refused, with the reason, the ground and the remedy. */
export const HardshipAidDeclined = defineEvent({
  department: 'veteran-affairs',
  name: 'HardshipAidDeclined',
  titleZh: '帮扶援助不予批准',
  titleEn: 'Hardship aid declined',
  descriptionZh: '不予批准帮扶援助，载明原因、依据和救济途径。',
  descriptionEn: 'Aid in a hardship was refused, with the reason, the ground and the remedy.',
  time: { from: 'decidedOn', until: 'stands' },
  thing: ofApplication,
  rules: [separateDuties],
  category: 'case',
  countedBy: ['hardship-aid-declined'],
  data: {
    ...aidCase,
    decidedOn: day,
    level: reviewLevel,
    reasonCode: hardshipAidRefused,
    legalBasis: wording(200),
    remedy: wording(300),
  },
  example: {
    ...aidExample,
    decidedOn: '2025-03-10',
    level: '县',
    reasonCode: '情况不属实',
    legalBasis: '本省帮扶援助办法',
    remedy: '可自收到决定之日起六十日内申请行政复议',
  },
})
