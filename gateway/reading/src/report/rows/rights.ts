import { type Figure, rowOf } from '../figure.ts'
import { whole, year } from './day-windows.ts'
import { legalAidGranted, petitionAnswered, petitionRechecked, petitionReviewed, petitionTold } from './time-limits.ts'

const rights = rowOf(22, whole)
const confirmation = rowOf(23, year)

const told = { daysFrom: 'receivedOn', atMost: petitionTold }
const answered = { daysFrom: 'acceptedOn', atMost: petitionAnswered, plus: 'extendedDays' }
const reviewed = { daysFrom: 'requestedOn', atMost: petitionReviewed }
const rechecked = { daysFrom: 'requestedOn', atMost: petitionRechecked }
const aided = { daysFrom: 'appliedOn', atMost: legalAidGranted }

const share = (key: string, titleZh: string, titleEn: string, part: string, whole: string) =>
  rights.derived([key, titleZh, titleEn], { kind: 'share', part, whole })

/** Rows 22 and 23: petitions against their terms, legal aid; the yearly confirmation. */
export const rightsFigures: readonly Figure[] = [
  rights.count(['petitions-received', '信访事项', 'Petitions received'], 'PetitionReceived'),
  rights.count(['petitions-repeated', '重信重访', 'Petitions said again'], 'PetitionReceived', {
    where: [{ field: 'turn', in: ['重复'] }],
  }),
  share('petitions-repeated-share', '重复信访率', 'Share said again', 'petitions-repeated', 'petitions-received'),
  rights.count(['petitions-told', '受理告知', 'Petitioners told of acceptance'], 'PetitionAccepted'),
  rights.count(['petitions-told-in-time', '按期受理告知', 'Told of acceptance in time'], 'PetitionAccepted', {
    where: [told],
  }),
  rights.count(['petitions-answered', '信访答复', 'Petitions answered'], 'PetitionAnswered'),
  rights.count(['petitions-answered-in-time', '按期答复信访', 'Petitions answered in time'], 'PetitionAnswered', {
    where: [answered],
  }),
  share(
    'petitions-answered-in-time-share',
    '信访按期办结率',
    'Share of petitions answered in time',
    'petitions-answered-in-time',
    'petitions-answered',
  ),
  rights.count(['petitions-reviewed', '信访复查', 'Answers reviewed'], 'PetitionReviewed'),
  rights.count(['petitions-reviewed-in-time', '按期复查', 'Answers reviewed in time'], 'PetitionReviewed', {
    where: [reviewed],
  }),
  rights.count(['petitions-rechecked', '信访复核', 'Reviews rechecked'], 'PetitionRechecked'),
  rights.count(['petitions-rechecked-in-time', '按期复核', 'Reviews rechecked in time'], 'PetitionRechecked', {
    where: [rechecked],
  }),
  rights.persons(['legal-aid-referred', '法律援助转介', 'People referred to legal aid'], 'LegalAidReferred'),
  rights.persons(['legal-aid-granted', '获得法律援助', 'People given legal aid'], 'LegalAidGranted'),
  rights.persons(['legal-aid-in-time', '按期决定法律援助', 'Given legal aid in time'], 'LegalAidGranted', {
    where: [aided],
  }),
  confirmation.persons(
    ['confirmations-asked', '应确认对象', 'Asked for the yearly confirmation'],
    ['AnnualConfirmationCompleted', 'AnnualConfirmationLapsed'],
  ),
  confirmation.persons(['confirmations-done', '完成年度确认', 'Confirmed'], 'AnnualConfirmationCompleted'),
  confirmation.derived(['confirmation-rate', '年度确认率', 'Share confirmed'], {
    kind: 'share',
    part: 'confirmations-done',
    whole: 'confirmations-asked',
  }),
  confirmation.persons(['confirmations-missed', '逾期未确认', 'Who missed the term'], 'AnnualConfirmationLapsed'),
]
