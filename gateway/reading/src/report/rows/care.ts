import { type Figure, rowOf } from '../figure.ts'

const twoYears = { from: '2024-01-01', to: '2025-12-31' }
const team = rowOf(5, { from: '2025-01-01', to: '2025-12-31' })
const visit = rowOf(6, twoYears)
const transit = rowOf(7, twoYears)
const recuperation = rowOf(8, {})
const eyes = rowOf(9, {})

const posts = { where: [{ field: 'postKind', in: ['边防', '海防'] }] }

/** Rows 5 to 9: emergency teams, condolence visits, transit support, recuperation, eye health. */
export const careFigures: readonly Figure[] = [
  team.distinct(['emergency-teams', '应急队伍', 'Emergency teams'], 'EmergencyTeamFormed', [['stream']], {
    groupBy: 'speciality',
  }),
  team.count(['emergency-drills', '训练演练', 'Drills'], 'EmergencyDrillHeld'),
  team.count(['joint-drills', '军地联合演练', 'Joint drills of soldiers and civilians'], 'EmergencyDrillHeld', {
    where: [{ field: 'jointMilitaryCivil', in: [1] }],
  }),
  team.count(['emergency-deployments', '抢险出动', 'Deployments'], 'EmergencyTeamDeployed', { groupBy: 'incident' }),
  visit.distinct(
    ['families-visited', '慰问边海防官兵家庭', 'Families of border and coastal soldiers visited'],
    'CondolenceVisitMade',
    [['person']],
    { ...posts, groupBy: 'postKind' },
  ),
  visit.sum(
    ['condolence-total', '慰问款物合计', 'Condolence money and goods'],
    'money',
    'CondolenceVisitMade',
    ['cash', 'goodsValue'],
    posts,
  ),
  visit.sum(['condolence-cash', '慰问金', 'Condolence money'], 'money', 'CondolenceVisitMade', ['cash'], posts),
  visit.sum(
    ['condolence-goods', '慰问品价值', 'Value of condolence goods'],
    'money',
    'CondolenceVisitMade',
    ['goodsValue'],
    posts,
  ),
  visit.count(['difficulties-solved', '解决家庭困难', 'Family difficulties solved'], 'FamilyDifficultyResolved', {
    groupBy: 'kind',
  }),
  visit.count(['condolence-tours', '边疆万里行', 'Tours to the border'], 'CondolenceTourHeld'),
  transit.count(
    ['transit-support', '过境部队保障', 'Times that troops in transit were supported'],
    'TransitSupportProvided',
  ),
  transit.over(
    ['rain-gear', '暴雨中送出雨衣雨具', 'Raincoats and rain gear given in a rainstorm'],
    'number',
    {
      names: ['TransitSupportProvided'],
      where: [{ field: 'weather', in: ['暴雨'] }],
      each: 'items',
    },
    { kind: 'sum', fields: ['qty'] },
  ),
  recuperation.persons(
    ['recuperated', '伤残军人短期疗养', 'Disabled veterans on a recuperation'],
    'RecuperationCompleted',
  ),
  eyes.count(['eyes-screened', '眼健康筛查', 'Eye screenings'], 'EyeScreeningDone'),
  eyes.count(['eyes-operated', '眼科手术', 'Eye operations'], 'SurgeryPerformed'),
  eyes.count(['eyes-operated-free', '免费手术', 'Eye operations that cost the patient nothing'], 'SurgeryPerformed', {
    where: [{ field: 'selfPaid', in: [0] }],
  }),
  eyes.count(['eyes-restored', '视力恢复至0.8', 'Eyes restored to 0.8 or better'], 'TreatmentFollowedUp', {
    where: [{ field: 'outcome', in: ['恢复至0.8及以上'] }],
  }),
]
