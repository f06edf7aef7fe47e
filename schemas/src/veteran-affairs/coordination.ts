import { z } from 'zod'
import { materialSource } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { exampleAct, exampleEventId, examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { inOrder } from '../rules/rule.ts'
import { day } from '../values/day.ts'
import { person } from '../values/person.ts'
import { eventReference, reference } from '../values/reference.ts'
import { oneThingItem } from './rights-codes.ts'
import { officeKind } from './supervision-codes.ts'
import { wording } from './wording.ts'

const items = z.array(oneThingItem).min(1).max(11)
const oneThing = { caseId: reference('case'), person, items }
const oneThingExample = {
  caseId: 'YJS-2025-0042',
  ...examplePersonAct,
  items: ['退役报到', '恢复户口', '医疗保险转移接续', '优待证申领'],
}
const ofApplication = { kind: 'application', key: 'stream' } as const

/** One application for everything that several departments have to settle for a veteran was accepted. */
export const OneThingApplicationAccepted = defineEvent({
  department: 'veteran-affairs',
  name: 'OneThingApplicationAccepted',
  titleZh: '退役军人服务“一件事”受理',
  titleEn: 'One application for all accepted',
  descriptionZh: '一次受理退役军人需多部门办理的事项：事项、受理日期、申请材料及其来源（申请人提交或数据共享）。',
  descriptionEn:
    'One application for all that several departments settle for a veteran was accepted: what, when, and where each paper came from.',
  time: { from: 'acceptedOn', until: 'ended' },
  thing: ofApplication,
  category: 'case',
  countedBy: ['cases-across-departments', 'documents-spared'],
  data: {
    ...oneThing,
    acceptedOn: day,
    materials: open(
      z.array(z.strictObject({ kind: wording(60), from: materialSource, factId: eventReference.optional() })).max(60),
      { figures: ['documents-spared'], as: { form: 'items', fields: ['from'] } },
    ),
  },
  example: {
    ...oneThingExample,
    acceptedOn: '2025-09-22',
    materials: [
      { kind: '退出现役证件', from: '申请人' },
      { kind: '户籍信息', from: '数据共享', factId: exampleEventId },
    ],
  },
})

/** All that was applied for at once is settled. */
export const OneThingApplicationFinished = defineEvent({
  department: 'veteran-affairs',
  name: 'OneThingApplicationFinished',
  titleZh: '退役军人服务“一件事”办结',
  titleEn: 'One application for all finished',
  descriptionZh: '一次受理的多部门事项全部办结：事项、受理日期、办结日期。',
  descriptionEn: 'All that was applied for at once is settled: what, when accepted, when finished.',
  time: { from: 'finishedOn', until: 'stands', ends: { last: 'finishedOn' } },
  thing: ofApplication,
  rules: [inOrder('acceptedOn', 'finishedOn')],
  category: 'case',
  countedBy: ['one-thing-finished', 'one-thing-days'],
  data: {
    ...oneThing,
    acceptedOn: open(day, { figures: ['one-thing-days'] }),
    finishedOn: open(day, { figures: ['one-thing-days'] }),
  },
  example: { ...oneThingExample, acceptedOn: '2025-09-22', finishedOn: '2025-10-14' },
})

const sharing = {
  sharingId: reference('sharing'),
  /** The kind of office that has the data. */
  provider: officeKind,
  /** What is asked for, by its name in the sharing catalogue. */
  dataset: wording(100),
  requestedOn: day,
  /** The day by which the answer is due, by the catalogue or as agreed. */
  dueOn: day,
}
const sharingExample = {
  sharingId: 'GX-2025-014',
  ...exampleAct,
  region: '430300',
  provider: '医保',
  dataset: '基本医疗保险参保信息',
  requestedOn: '2025-08-04',
  dueOn: '2025-08-18',
}
const ofSharing = { kind: 'sharing', key: 'stream' } as const

/** Another department was asked to share data. */
export const DataSharingRequested = defineEvent({
  department: 'veteran-affairs',
  name: 'DataSharingRequested',
  titleZh: '数据共享申请',
  titleEn: 'Data sharing requested',
  descriptionZh: '向数据提供部门提出共享申请：部门、数据资源、申请日期、答复期限。不指明任何个人。',
  descriptionEn: 'Another department was asked to share data: which, what, by when an answer is due. It names nobody.',
  time: { from: 'requestedOn', until: 'ended' },
  thing: ofSharing,
  rules: [inOrder('requestedOn', 'dueOn')],
  category: 'sharing',
  data: sharing,
  example: sharingExample,
})

/** Another department has said whether it shares, and from when. */
export const DataSharingAnswered = defineEvent({
  department: 'veteran-affairs',
  name: 'DataSharingAnswered',
  titleZh: '数据共享答复',
  titleEn: 'Data sharing answered',
  descriptionZh: '数据提供部门对共享申请的答复：答复日期，是否共享。逾期的照收并计入逾期。',
  descriptionEn:
    'The department has answered: when, and whether it shares. A late answer is taken, and counted as late.',
  time: { from: 'answeredOn', until: 'stands', ends: { last: 'answeredOn' } },
  thing: ofSharing,
  rules: [inOrder('requestedOn', 'dueOn'), inOrder('requestedOn', 'answeredOn')],
  category: 'sharing',
  data: { ...sharing, answeredOn: day, granted: z.boolean() },
  example: { ...sharingExample, answeredOn: '2025-08-13', granted: true },
})
