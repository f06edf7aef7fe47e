import { type Figure, rowOf } from '../figure.ts'
import { whole } from './day-windows.ts'
import { rectifiedPastDue } from './time-limits.ts'

const supervision = rowOf(19, whole)
const staff = rowOf(20, whole)
const leadership = rowOf(21, whole)

const byOffice = { groupBy: 'officeKind' }

/** Rows 19 to 21: supervision from notice to acceptance, the people of the service network, leadership and its money. */
export const supervisionFigures: readonly Figure[] = [
  supervision.count(['supervision-notices', '督办通知', 'Supervision notices'], 'SupervisionNoticeIssued', byOffice),
  supervision.count(['rectifications', '整改完成', 'Rectifications reported'], 'SupervisionRectified', byOffice),
  supervision.count(['rectifications-in-time', '按期整改', 'Rectifications reported in time'], 'SupervisionRectified', {
    where: [{ daysFrom: 'dueOn', atMost: rectifiedPastDue }],
    ...byOffice,
  }),
  supervision.derived(['rectifications-in-time-share', '按期整改率', 'Share of rectifications in time'], {
    kind: 'share',
    part: 'rectifications-in-time',
    whole: 'rectifications',
  }),
  supervision.things(
    ['rectifications-accepted', '整改验收销号', 'Notices settled by acceptance'],
    'SupervisionAccepted',
    byOffice,
  ),
  supervision.count(
    ['rectifications-sent-back', '退回整改', 'Rectifications sent back'],
    'SupervisionSentBack',
    byOffice,
  ),
  supervision.count(['offices-interviewed', '约谈', 'Offices interviewed'], 'OfficeInterviewed', byOffice),
  supervision.things(['offices-assessed', '考核单位', 'Assessments of offices'], 'AssessmentScored', byOffice),
  supervision.over(
    ['assessment-average', '考核平均得分', 'Average score'],
    'number',
    { names: ['AssessmentScored'] },
    { kind: 'average', of: { field: 'score' } },
  ),
  supervision.sum(
    ['wrong-money-claimed', '追缴错发资金', 'Money paid in error and claimed back'],
    'money',
    'RecoveryDemanded',
    ['amount'],
  ),
  supervision.sum(
    ['wrong-money-recovered', '追回错发资金', 'Of it paid back or set off'],
    'money',
    ['RecoveryReceived', 'RecoveryOffset'],
    ['part'],
  ),
  supervision.derived(['wrong-money-recovered-share', '错发资金追回率', 'Share that came back'], {
    kind: 'share',
    part: 'wrong-money-recovered',
    whole: 'wrong-money-claimed',
  }),
  staff.sum(
    ['station-staff', '服务中心（站）工作人员', 'Staff of centres and stations'],
    'persons',
    'ServiceStationOpened',
    ['staff'],
    { where: [{ inStream: ['ServiceStationClosed'], absent: true }] },
  ),
  staff.derived(['staff-per-station', '站均工作人员', 'Staff for each centre or station'], {
    kind: 'per',
    part: 'station-staff',
    whole: 'service-stations',
  }),
  staff.distinct(['staff-trained', '参训工作人员', 'Staff trained'], 'StaffTrainingCompleted', [['stream']]),
  staff.derived(['staff-trained-share', '培训覆盖率', 'Share of staff trained'], {
    kind: 'share',
    part: 'staff-trained',
    whole: 'station-staff',
  }),
  staff.sum(['training-hours', '培训学时', 'Hours of training'], 'number', 'StaffTrainingCompleted', ['hours']),
  staff.derived(['training-hours-each', '人均学时', 'Hours for each of them'], {
    kind: 'per',
    part: 'training-hours',
    whole: 'staff-trained',
  }),
  leadership.count(['leadership-meetings', '组织领导会议', 'Leadership meetings'], 'LeadershipMeetingHeld', {
    groupBy: 'kind',
  }),
  leadership.things(['responsibility-lists', '责任清单', 'Responsibility lists'], 'ResponsibilityListAdopted', {
    groupBy: 'level',
  }),
  leadership.sum(
    ['budget-allotted', '下达预算', 'Budget allotted'],
    'money',
    ['BudgetAllotted', 'BudgetAdjusted'],
    ['amount'],
  ),
  // Payments of single persons are sealed: what is paid by rolls and to organisations names nobody.
  leadership.sum(
    ['budget-paid', '名册和项目支付', 'Paid by rolls and for programmes'],
    'money',
    ['PaymentBatchReconciled', 'ReliefFundingPaid'],
    ['total', 'amount'],
  ),
  leadership.derived(['budget-paid-share', '预算执行率', 'Share of the budget that is paid'], {
    kind: 'share',
    part: 'budget-paid',
    whole: 'budget-allotted',
  }),
]
