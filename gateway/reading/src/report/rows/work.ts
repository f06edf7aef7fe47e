import { type Figure, rowOf } from '../figure.ts'
import { jobFairs, placement, whole } from './day-windows.ts'
import { employedWithin } from './time-limits.ts'

const fair = rowOf(10, jobFairs)
const training = rowOf(11, whole)
const post = rowOf(12, whole)
const placed = rowOf(13, placement)

const ownChoice = { also: ['PlacementDecided'], where: [{ field: 'dischargeMode', in: ['自主就业'] }] }
/** By a way that an office offers, or by any other with somebody's help. */
const helped = {
  anyOf: [
    { field: 'via', in: ['招聘会', '专岗', '实训基地', '安排工作', '服务中心推荐', '公益性岗位'] },
    { field: 'assistedBy', said: true as const },
  ],
}

/** Rows 10 to 13: job fairs, skills training, reserved posts, placed in work. */
export const workFigures: readonly Figure[] = [
  fair.count(['job-fairs', '专场招聘会', 'Job fairs'], 'JobFairHeld'),
  fair.count(['fair-companies', '参会企业（家次）', 'Attendances of companies'], 'JobFairCompanyAttended'),
  fair.sum(['fair-posts', '提供岗位', 'Posts offered'], 'number', 'JobFairCompanyAttended', ['posts']),
  fair.distinct(
    ['fair-intents', '达成就业意向', 'People with a letter of intent, per fair'],
    'JobIntentReached',
    [['stream'], ['person', 'attendeeKey']],
    { groupBy: 'attendeeKind' },
  ),
  training.persons(['trained', '自主就业士兵技能培训', 'Discharged soldiers trained'], 'SkillsTrainingCompleted', {
    where: [ownChoice],
  }),
  training.persons(['trained-employed', '培训后按期就业', 'Of them employed in time'], 'SkillsTrainingCompleted', {
    where: [ownChoice, { also: ['EmploymentStarted'], withinDays: employedWithin }],
  }),
  training.derived(['trained-employed-share', '培训后按期就业率', 'Share of them employed in time'], {
    kind: 'share',
    part: 'trained-employed',
    whole: 'trained',
  }),
  post.sum(['reserved-posts', '设置专岗', 'Reserved posts opened'], 'number', 'ReservedPostOpened', ['posts'], {
    groupBy: 'kind',
  }),
  post.count(['reserved-posts-filled', '专岗录用', 'Reserved posts filled'], 'ReservedPostFilled', { groupBy: 'kind' }),
  placed.persons(['placed-in-work', '帮助就业', 'Veterans and family members placed in work'], 'EmploymentStarted', {
    where: [helped],
    groupBy: 'via',
  }),
  placed.persons(
    ['placed-and-served', '其中享受个性化服务', 'Of them served personally (row 4)'],
    'EmploymentStarted',
    {
      where: [helped, { also: ['HomeServiceProvided', 'EntrepreneurshipTrainingCompleted', 'BusinessStarted'] }],
    },
  ),
  placed.persons(
    ['placed-and-at-fair', '其中招聘会达成意向', 'Of them with a letter of intent (row 10)'],
    'EmploymentStarted',
    {
      where: [helped, { also: ['JobIntentReached'] }],
    },
  ),
  placed.persons(['placed-and-trained', '其中参加技能培训', 'Of them trained (row 11)'], 'EmploymentStarted', {
    where: [helped, { also: ['SkillsTrainingCompleted'] }],
  }),
]
