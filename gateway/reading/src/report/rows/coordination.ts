import { type Figure, rowOf } from '../figure.ts'
import { whole } from './day-windows.ts'
import { sharingPastDue } from './time-limits.ts'

const coordination = rowOf(18, whole)

const shared = { each: 'materials', itemWhere: [{ field: 'from', in: ['数据共享'] }] } as const

/** Row 18: what departments settle together, what nobody had to bring, and how soon data is shared. */
export const coordinationFigures: readonly Figure[] = [
  // A case is another department's too where Finance reserves for it, or where it was one from the start.
  coordination.distinct(
    ['cases-across-departments', '跨部门办理事项', 'Cases that needed more than one department'],
    ['BudgetReserved', 'OneThingApplicationAccepted', 'FamilyDifficultyReported'],
    [['stream']],
  ),
  coordination.over(
    ['documents-spared', '免提交材料', 'Documents that nobody had to bring'],
    'number',
    { names: ['BenefitApplied', 'OneThingApplicationAccepted'], ...shared },
    { kind: 'count' },
  ),
  coordination.count(
    ['one-thing-finished', '“一件事”办结', 'Single applications for all, finished'],
    'OneThingApplicationFinished',
  ),
  coordination.over(
    ['one-thing-days', '“一件事”平均办理时间', 'Working days that they took on average'],
    'workingDays',
    { names: ['OneThingApplicationFinished'] },
    { kind: 'average', of: { daysFrom: 'acceptedOn', working: true } },
  ),
  coordination.count(['sharing-requested', '数据共享申请', 'Requests to share data'], 'DataSharingRequested', {
    groupBy: 'provider',
  }),
  coordination.count(['sharing-answered', '数据共享答复', 'Requests answered'], 'DataSharingAnswered', {
    groupBy: 'provider',
  }),
  coordination.count(['sharing-in-time', '按期答复', 'Requests answered in time'], 'DataSharingAnswered', {
    where: [{ daysFrom: 'dueOn', atMost: sharingPastDue }],
    groupBy: 'provider',
  }),
  coordination.derived(['sharing-in-time-share', '数据共享按期答复率', 'Share of answers that came in time'], {
    kind: 'share',
    part: 'sharing-in-time',
    whole: 'sharing-answered',
  }),
]
