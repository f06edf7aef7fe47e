import { type Condition, type Figure, rowOf } from '../figure.ts'
import { personalService, whole } from './day-windows.ts'
import { decidedPastPromise } from './time-limits.ts'

const approval = rowOf(1, whole)
const platform = rowOf(2, whole)
const file = rowOf(3, whole)
const personal = rowOf(4, personalService)
const incubation = rowOf(4, whole)
const network = rowOf(20, whole)

const incubators = {
  where: [
    { field: 'kind', in: ['孵化'] },
    { inStream: ['TrainingBaseClosed'], absent: true as const },
  ],
}
const online = { where: [{ field: 'channel', in: ['APP', '公众号'] }] }
/** A rating is of a matter, which says by which channel it was handled: only the platform's ratings are its satisfaction. */
const handledOnline = { inStream: ['MatterCompleted'], ...online }
/**
 * A file is complete where each department has said what applies: who has no spouse needs no marriage, who has no job no
 * employer.
 */
const completeFile: readonly Condition[] = [
  { also: ['ServicePeriodRecorded'] },
  {
    anyOf: [
      { also: ['MarriageRegistered', 'DivorceRegistered', 'HouseholdMemberAdded', 'FamilyMemberRegistered'] },
      { field: 'maritalStatus', in: ['未婚', '丧偶', '离婚'] },
    ],
  },
  {
    also: [
      'EmploymentStarted',
      'EmploymentEnded',
      'UnemploymentRegistered',
      'PensionGranted',
      'EmploymentAndInsuranceConfirmed',
    ],
  },
  { also: ['HealthStatusRecorded'] },
]
const accepted = { names: ['BenefitApplicationAccepted'] }
const applied = { names: ['BenefitApplied'], each: 'materials' }

/** Rows 1 to 4 and 20: approvals, the platform, the files, personal service, the service network. */
export const serviceFigures: readonly Figure[] = [
  approval.over(['promised-days-before', '原承诺时限', 'Promised time before'], 'workingDays', accepted, {
    kind: 'max',
    field: 'promisedDays',
  }),
  approval.over(['promised-days-after', '现承诺时限', 'Promised time now'], 'workingDays', accepted, {
    kind: 'min',
    field: 'promisedDays',
  }),
  approval.derived(['promised-days-cut', '承诺时限压缩', 'Promised time cut'], {
    kind: 'cut',
    from: 'promised-days-before',
    to: 'promised-days-after',
  }),
  approval.count(['benefits-approved', '优抚资金审批', 'Benefits approved'], 'BenefitApproved', { groupBy: 'item' }),
  approval.count(['cases-decided', '办结审批', 'Cases decided'], ['BenefitApproved', 'BenefitDeclined']),
  approval.count(
    ['decided-in-time', '按期办结', 'Cases decided within their promise'],
    ['BenefitApproved', 'BenefitDeclined'],
    {
      where: [{ pastPromise: decidedPastPromise }],
    },
  ),
  approval.derived(['decided-in-time-share', '按期办结率', 'Share decided within their promise'], {
    kind: 'share',
    part: 'decided-in-time',
    whole: 'cases-decided',
  }),
  approval.count(['payments-failed', '支付失败', 'Payments that the bank refused'], 'PaymentFailed'),
  approval.over(
    ['materials-brought', '申请人提交材料', 'Materials that applicants brought'],
    'number',
    {
      ...applied,
      itemWhere: [{ field: 'from', in: ['申请人'] }],
    },
    { kind: 'count' },
  ),
  approval.over(
    ['materials-shared', '数据共享免交材料', 'Materials that nobody had to bring'],
    'number',
    {
      ...applied,
      itemWhere: [{ field: 'from', in: ['数据共享'] }],
    },
    { kind: 'count' },
  ),
  platform.count(['platform-matters', '线上平台办理事项', 'Matters handled online'], 'MatterCompleted', {
    ...online,
    groupBy: 'channel',
  }),
  platform.count(['platform-matters-by-kind', '线上事项类别', 'Matters handled online, by kind'], 'MatterCompleted', {
    ...online,
    groupBy: 'kind',
  }),
  platform.count(['matters-rated', '线上评价事项', 'Matters handled online and rated'], 'MatterRated', {
    where: [handledOnline],
  }),
  platform.count(['matters-rated-well', '满意及非常满意', 'Matters rated satisfied or very satisfied'], 'MatterRated', {
    where: [handledOnline, { field: 'score', atLeast: 4 }],
  }),
  platform.derived(['platform-satisfaction', '群众满意度', 'Satisfaction'], {
    kind: 'share',
    part: 'matters-rated-well',
    whole: 'matters-rated',
  }),
  file.persons(['veterans-registered', '建档立卡退役军人', 'Veterans registered'], 'VeteranRegistered'),
  file.persons(['files-complete', '一人一档完整档案', 'Files that are complete'], 'VeteranRegistered', {
    where: completeFile,
  }),
  file.derived(['files-complete-share', '一人一档完整率', 'Share of files that are complete'], {
    kind: 'share',
    part: 'files-complete',
    whole: 'veterans-registered',
  }),
  personal.persons(['served-at-home', '上门服务退役军人', 'Veterans served at home'], 'HomeServiceProvided'),
  personal.persons(
    ['trained-to-start', '创业培训', 'Trained to start a business'],
    'EntrepreneurshipTrainingCompleted',
  ),
  personal.things(['businesses-started', '成功创业', 'Businesses started'], 'BusinessStarted'),
  personal.over(
    ['jobs-from-businesses', '创业带动就业', 'Jobs that came of them'],
    'number',
    {
      names: ['BusinessJobsReported'],
      latest: true,
    },
    { kind: 'sum', fields: ['jobs'] },
  ),
  incubation.things(['incubators', '创业孵化平台', 'Incubators'], 'TrainingBaseOpened', incubators),
  incubation.sum(
    ['incubator-places', '孵化平台容量', 'Places in incubators'],
    'number',
    'TrainingBaseOpened',
    ['places'],
    incubators,
  ),
  personal.count(['consultations', '政策咨询', 'Policy consultations'], 'PolicyConsultationGiven'),
  personal.count(['regular-contacts', '常态化联系次数', 'Regular contacts'], 'RegularContactMade'),
  personal.persons(['regularly-contacted', '常态化联系人数', 'Persons contacted regularly'], 'RegularContactMade'),
  personal.sum(['startup-funding', '创业扶持资金', 'Start-up funding'], 'money', 'StartupFundingGranted', ['amount'], {
    groupBy: 'kind',
  }),
  network.things(['service-stations', '服务中心（站）', 'Service centres and stations'], 'ServiceStationOpened', {
    where: [{ inStream: ['ServiceStationClosed'], absent: true }],
    groupBy: 'level',
  }),
  network.count(['dual-support-items', '双拥清单事项', 'Items of mutual support listed'], 'DualSupportItemListed', {
    groupBy: 'kind',
  }),
  network.count(['dual-support-done', '双拥清单办结', 'Items of mutual support done'], 'DualSupportItemListed', {
    where: [{ inStream: ['DualSupportItemDone'] }],
  }),
  network.derived(['dual-support-done-share', '双拥清单办结率', 'Share of items of mutual support done'], {
    kind: 'share',
    part: 'dual-support-done',
    whole: 'dual-support-items',
  }),
]
