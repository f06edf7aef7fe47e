import { type Figure, rowOf } from '../figure.ts'
import { condolence, transit as transitDays, whole, year } from './day-windows.ts'
import { oilSpillWithin } from './time-limits.ts'

const team = rowOf(5, year)
const visit = rowOf(6, condolence)
const transit = rowOf(7, transitDays)
const recuperation = rowOf(8, whole)
const eyes = rowOf(9, whole)

const oilSpill = { field: 'incident', in: ['水源油污'] }
const deployment = { until: 'EmergencyDeploymentEnded' }
const posts = { where: [{ field: 'postKind', in: ['边防', '海防'] }] }

/** Rows 5 to 9: emergency teams, condolence visits, transit support, recuperation, eye health. */
export const careFigures: readonly Figure[] = [
  team.things(['emergency-teams', '应急队伍', 'Emergency teams'], 'EmergencyTeamFormed', {
    groupBy: 'speciality',
  }),
  team.count(['emergency-drills', '训练演练', 'Drills'], 'EmergencyDrillHeld'),
  team.count(['joint-drills', '军地联合演练', 'Joint drills of soldiers and civilians'], 'EmergencyDrillHeld', {
    where: [{ field: 'jointMilitaryCivil', in: [1] }],
  }),
  team.count(['emergency-deployments', '抢险出动', 'Deployments'], 'EmergencyTeamDeployed', { groupBy: 'incident' }),
  team.over(
    [
      'oil-spill-hours',
      '水源油污处置时长（最长一次）',
      'Hours in which an oil spill near a waterworks was held off, at most',
    ],
    'hours',
    { names: ['EmergencyTeamDeployed'], where: [oilSpill] },
    { kind: 'longest', ...deployment },
  ),
  team.count(
    ['oil-spills-in-time', '限时内处置水源油污', 'Oil spills near a waterworks held off in time'],
    'EmergencyTeamDeployed',
    { where: [oilSpill, { ...deployment, hours: oilSpillWithin }] },
  ),
  team.sum(['people-moved', '转移群众', 'People moved to safety'], 'persons', 'EmergencyDeploymentEnded', [
    'peopleMoved',
  ]),
  visit.over(
    ['families-visited', '慰问边海防官兵家庭', 'Families of border and coastal soldiers visited'],
    'households',
    { names: ['CondolenceVisitMade'], ...posts },
    { kind: 'distinct', by: [['familyNo']] },
    'postKind',
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
      itemWhere: [{ field: 'goods', in: ['雨衣雨具'] }],
    },
    { kind: 'sum', fields: ['qty'] },
  ),
  transit.count(
    ['medical-teams-on-duty', '医疗队全程值守', 'Times that a medical team was on duty throughout'],
    'TransitSupportProvided',
    { where: [{ field: 'medicalTeam', in: [1] }], groupBy: 'weather' },
  ),
  recuperation.persons(
    ['recuperated', '伤残军人短期疗养', 'Disabled veterans on a recuperation'],
    'RecuperationCompleted',
    // Who was not rated by then was there as something else than a disabled veteran.
    { where: [{ also: ['DisabilityRated'], notAfter: true }] },
  ),
  eyes.persons(['eye-screened', '眼健康筛查人数', 'Persons whose eyes were screened'], 'EyeScreeningDone'),
  eyes.persons(['eye-operated', '眼科手术人数', 'Persons whose eyes were operated on'], 'SurgeryPerformed'),
  eyes.persons(
    ['eye-operated-free', '免费手术人数', 'Persons who paid nothing for an eye operation'],
    'SurgeryPerformed',
    { where: [{ field: 'selfPaid', in: [0] }] },
  ),
  eyes.count(['eye-operations', '眼科手术例数', 'Eye operations'], 'SurgeryPerformed'),
  eyes.distinct(
    ['eyes-restored', '视力恢复至0.8（眼数）', 'Eyes restored to 0.8 or better'],
    'TreatmentFollowedUp',
    [['person'], ['eye']],
    { where: [{ field: 'outcome', in: ['恢复至0.8及以上'] }] },
  ),
]
