import { type Figure, rowOf } from '../figure.ts'
import { qingming as qingmingDays, whole, year } from './day-windows.ts'

const memorial = rowOf(14, year)
const qingming = rowOf(14, qingmingDays)
const martyrs = rowOf(14, whole)
const journey = rowOf(15, whole)
const heritage = rowOf(16, whole)
const conscription = rowOf(17, whole)

const years = [2022, 2023, 2024, 2025]

/** Rows 14 to 17: memorials, journeys to distant graves, heritage, conscription. */
export const memoryFigures: readonly Figure[] = [
  qingming.sum(
    ['qingming-visits', '清明祭扫人次', 'Visits at Qingming'],
    'times',
    'CemeteryVisitsCounted',
    ['visits'],
    {
      groupBy: 'mode',
    },
  ),
  memorial.count(['gilding-sessions', '墓碑描金场次', 'Gilding sessions'], 'TombstonesGilded'),
  memorial.sum(['tombstones-gilded', '描金墓碑', 'Tombstones gilded'], 'number', 'TombstonesGilded', ['quantity']),
  memorial.count(['planting-sessions', '植树场次', 'Planting sessions'], 'MemorialTreesPlanted'),
  memorial.sum(['trees-planted', '植树', 'Trees planted'], 'number', 'MemorialTreesPlanted', ['quantity']),
  memorial.count(['letter-readings', '家书诵读场次', 'Letter readings'], 'MartyrLettersRead'),
  memorial.sum(['letters-read', '诵读家书', 'Letters read'], 'number', 'MartyrLettersRead', ['quantity']),
  martyrs.over(
    ['martyr-cemeteries', '烈士纪念设施', 'Martyrs’ cemeteries and memorials'],
    'number',
    { names: ['MartyrCemeteryRegistered'], latest: true },
    { kind: 'count' },
    'level',
  ),
  martyrs.things(['martyrs-recorded', '在册烈士', 'Martyrs on record'], 'MartyrRecorded', {
    where: [{ inStream: ['MartyrRatingRevoked'], absent: true }],
  }),
  martyrs.things(['martyr-certificates', '持有证书的烈士', 'Martyrs with a certificate'], 'MartyrCertificateAwarded', {
    where: [{ inStream: ['MartyrRatingRevoked'], absent: true }],
  }),
  martyrs.count(['martyr-ratings-revoked', '撤销烈士评定', 'Ratings as a martyr taken back'], 'MartyrRatingRevoked'),
  journey.count(['grave-journeys', '异地祭扫批次', 'Groups to distant graves'], 'MartyrJourneyHeld'),
  journey.things(['grave-travellers', '异地祭扫烈属', 'Family members who went'], 'MartyrJourneyJoined'),
  journey.sum(['grave-consolation', '异地祭扫慰问金', 'Consolation money'], 'money', 'MartyrJourneyJoined', [
    'consolation',
  ]),
  heritage.things(['heritage-sites', '红色阵地', 'Heritage sites opened'], 'HeritageSiteOpened', {
    groupBy: 'kind',
  }),
  heritage.count(['heritage-activities', '红色活动', 'Heritage activities'], 'HeritageActivityHeld'),
  heritage.count(['heritage-talks', '红色宣讲', 'Heritage talks'], 'HeritageTalkGiven', { groupBy: 'venueKind' }),
  heritage.persons(['model-persons', '先进典型', 'Model persons honoured'], 'ModelPersonHonoured', {
    groupBy: 'level',
  }),
  ...years.map((year) =>
    conscription.sum(
      [`enlisted-${year}`, `${year}年入伍指数`, `Enlisted in ${year}, as an index`],
      'number',
      'EnlistmentSeasonClosed',
      ['index'],
      { where: [{ field: 'from', in: [`${year}-01`, `${year}-07`] }] },
    ),
  ),
  conscription.derived(['enlistment-growth', '年均增长', 'Growth a year, compound'], {
    kind: 'growth',
    from: 'enlisted-2022',
    to: 'enlisted-2025',
    years: 3,
  }),
]
