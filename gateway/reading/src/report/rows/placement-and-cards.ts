import { type Condition, type Figure, rowOf } from '../figure.ts'
import { whole } from './day-windows.ts'

const placement = rowOf(25, whole)
const cards = rowOf(26, whole)

const modes = (...among: readonly string[]): Condition => ({ field: 'dischargeMode', in: among })
const assigned = modes('安排工作', '转业')
const ownWay = modes('自主就业', '逐月领取退役金', '复员')
const retired = modes('退休', '供养')
/** Whom the place has nothing more to find than a register: they are settled once they have reported. */
const reported: Condition = { also: ['VeteranReportedForPlacement'] }
/** By the law of the day from which the term runs. */
const kept = (field: string): Condition => ({ field, in: ['kept'] })

const share = (row: typeof cards, words: [key: string, zh: string, en: string], part: string, whole: string) =>
  row.derived(words, { kind: 'share', part, whole })

/** Rows 25 and 26: placement after discharge by mode and in time, preferential cards. */
export const placementAndCardFigures: readonly Figure[] = [
  placement.persons(['veterans-handed-over', '移交接收退役军人', 'Veterans handed over'], 'VeteranHandedOver', {
    groupBy: 'dischargeMode',
  }),
  placement.persons(['assigned-handed-over', '应安排工作', 'Of them to be given work'], 'VeteranHandedOver', {
    where: [assigned],
  }),
  placement.persons(['assigned-on-post', '安排工作已上岗', 'Of these at their post'], 'VeteranHandedOver', {
    where: [assigned, { also: ['AssignedPostTakenUp'] }],
  }),
  share(
    placement,
    ['assigned-placement-rate', '安排工作落实率', 'Placement rate, assigned work'],
    'assigned-on-post',
    'assigned-handed-over',
  ),
  placement.persons(['own-way-handed-over', '自主就业等', 'Veterans who find their own way'], 'VeteranHandedOver', {
    where: [ownWay],
  }),
  placement.persons(
    ['own-way-settled', '自主就业等已报到', 'Of these settled: they have reported'],
    'VeteranHandedOver',
    {
      where: [ownWay, reported],
    },
  ),
  share(
    placement,
    ['own-way-placement-rate', '自主就业等安置率', 'Placement rate, own way'],
    'own-way-settled',
    'own-way-handed-over',
  ),
  placement.persons(['retired-handed-over', '退休、供养', 'Retired or supported for life'], 'VeteranHandedOver', {
    where: [retired],
  }),
  placement.persons(
    ['retired-settled', '退休、供养已接收', 'Of these settled: they have reported'],
    'VeteranHandedOver',
    {
      where: [retired, reported],
    },
  ),
  share(
    placement,
    ['retired-placement-rate', '退休、供养安置率', 'Placement rate, retired or supported'],
    'retired-settled',
    'retired-handed-over',
  ),
  placement.count(
    ['own-way-reported', '自主就业退役士兵报到', 'Reports of those who find their own work'],
    'VeteranReportedForPlacement',
    { where: [modes('自主就业')] },
  ),
  placement.count(['own-way-reported-in-time', '按期报到', 'Of these in time'], 'VeteranReportedForPlacement', {
    where: [modes('自主就业'), kept('dischargedOn')],
  }),
  share(
    placement,
    ['own-way-reported-in-time-share', '按期报到率', 'Share reported in time'],
    'own-way-reported-in-time',
    'own-way-reported',
  ),
  placement.count(['work-assigned', '安排工作', 'Work assigned'], 'WorkAssigned'),
  placement.count(['work-assigned-in-time', '按期安排工作', 'Work assigned in time'], 'WorkAssigned', {
    where: [kept('receivedOn')],
  }),
  share(
    placement,
    ['work-assigned-in-time-share', '按期安排工作率', 'Share of work assigned in time'],
    'work-assigned-in-time',
    'work-assigned',
  ),
  placement.count(['posts-taken-up', '安排工作上岗', 'Assigned posts taken up'], 'AssignedPostTakenUp'),
  placement.count(['posts-taken-up-in-time', '按期上岗', 'Assigned posts taken up in time'], 'AssignedPostTakenUp', {
    where: [kept('letterIssuedOn')],
  }),
  share(
    placement,
    ['posts-taken-up-in-time-share', '按期上岗率', 'Share of posts taken up in time'],
    'posts-taken-up-in-time',
    'posts-taken-up',
  ),
  cards.persons(
    ['card-holders', '领取优待证退役军人', 'Registered veterans who were given a card'],
    'VeteranRegistered',
    { where: [{ also: ['PreferentialCardHandedOut'] }] },
  ),
  share(cards, ['card-coverage', '优待证覆盖率', 'Share with a card'], 'card-holders', 'veterans-registered'),
  cards.count(['cards-handed-out', '发放优待证', 'Cards handed out'], 'PreferentialCardHandedOut'),
  cards.over(
    ['card-days', '申领到发放平均工作日', 'Working days from application to handing out, on average'],
    'workingDays',
    { names: ['PreferentialCardHandedOut'] },
    { kind: 'average', of: { field: 'appliedOn' } },
  ),
  cards.count(['cards-handed-out-in-time', '按期发放优待证', 'Cards handed out in time'], 'PreferentialCardHandedOut', {
    where: [kept('receivedOn')],
  }),
  share(
    cards,
    ['cards-handed-out-in-time-share', '优待证按期发放率', 'Share of cards handed out in time'],
    'cards-handed-out-in-time',
    'cards-handed-out',
  ),
  cards.count(['cards-refused', '优待证审核不予通过', 'Cards refused'], 'PreferentialCardRefused'),
  cards.count(
    ['cards-uncollected', '优待证无法发放', 'Cards that went back uncollected'],
    'PreferentialCardUncollected',
  ),
]
