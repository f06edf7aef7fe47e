import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { petitionAcceptance, petitionAnswer, petitionRecheck, petitionReview } from '../law/petitions.ts'
import { open } from '../open-field.ts'
import { inOrder, separateDuties } from '../rules/rule.ts'
import { day } from '../values/day.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import {
  petitionChannel,
  petitionFinding,
  petitionMatter,
  petitionOutcome,
  petitionRefusal,
  petitionTurn,
} from './rights-codes.ts'
import { count, wording } from './wording.ts'

// A petition speaks of a person: all of it is sealed but the days by which its terms are measured.

const petition = { petitionId: reference('petition'), person }
const petitionExample = { petitionId: 'XF-2025-031', ...examplePersonAct }
const ofPetition = { kind: 'petition', key: 'stream' } as const

/** A petition has come in. */
export const PetitionReceived = defineEvent({
  department: 'veteran-affairs',
  name: 'PetitionReceived',
  titleZh: '信访事项登记',
  titleEn: 'Petition received',
  descriptionZh: '登记信访事项：收到日期、渠道、诉求类别、初信初访或重信重访。多人联名的，以推选的代表登记并载明人数。',
  descriptionEn:
    'A petition came in: when, by which way, about what, for the first time or again. A joint one stands under one of its representatives, with the number of people.',
  time: { from: 'receivedOn', until: 'ended' },
  thing: ofPetition,
  category: 'petition',
  countedBy: ['petitions-received', 'petitions-repeated'],
  data: {
    ...petition,
    receivedOn: day,
    channel: petitionChannel,
    matter: petitionMatter,
    turn: open(petitionTurn, { figures: ['petitions-repeated'], as: { form: 'only', values: ['重复'] } }),
    /** The petition that is said again, where the hub has it. */
    earlierPetitionId: reference('petition').optional(),
    /** How many people petition jointly. */
    petitioners: count.optional(),
    request: wording(300).optional(),
  },
  example: { ...petitionExample, receivedOn: '2025-03-03', channel: '来访', matter: '优抚待遇', turn: '初次' },
})

/** The office deals with a petition, and has told the petitioner. */
export const PetitionAccepted = defineEvent({
  department: 'veteran-affairs',
  name: 'PetitionAccepted',
  titleZh: '信访事项受理告知',
  titleEn: 'Petition accepted',
  descriptionZh: '书面告知信访人已受理：收到日期、受理日期。自收到之日起十五日内告知；逾期的照收并计入逾期。',
  descriptionEn:
    'The petitioner was told that the petition is dealt with, within fifteen days of its receipt. A late one is taken, and counted as late.',
  time: { from: 'acceptedOn', until: 'stands' },
  thing: ofPetition,
  rules: [inOrder('receivedOn', 'acceptedOn')],
  law: [petitionAcceptance],
  category: 'petition',
  countedBy: ['petitions-told', 'petitions-told-in-time'],
  data: {
    ...petition,
    receivedOn: open(day, { figures: ['petitions-told-in-time'] }),
    acceptedOn: open(day, { figures: ['petitions-told-in-time'] }),
    /** The office that deals with it. */
    handlingOrg: wording(80),
  },
  example: {
    ...petitionExample,
    receivedOn: '2025-03-03',
    acceptedOn: '2025-03-14',
    handlingOrg: '雨湖区退役军人事务局',
  },
})

/** The office does not deal with a petition, and has told the petitioner why. */
export const PetitionNotAccepted = defineEvent({
  department: 'veteran-affairs',
  name: 'PetitionNotAccepted',
  titleZh: '信访事项不予受理告知',
  titleEn: 'Petition not accepted',
  descriptionZh: '书面告知信访人不予受理及理由、应循途径。',
  descriptionEn: 'The petitioner was told that the petition is not dealt with, why, and where to turn.',
  time: { from: 'decidedOn', until: 'stands', ends: { last: 'decidedOn' } },
  thing: ofPetition,
  rules: [inOrder('receivedOn', 'decidedOn'), separateDuties],
  law: [petitionAcceptance],
  category: 'petition',
  data: { ...petition, receivedOn: day, decidedOn: day, reason: petitionRefusal, remedy: wording(300).optional() },
  example: {
    ...petitionExample,
    receivedOn: '2025-03-03',
    decidedOn: '2025-03-10',
    reason: '应通过诉讼仲裁复议解决',
    remedy: '可依法申请行政复议',
  },
})

/** A petition was answered. */
export const PetitionAnswered = defineEvent({
  department: 'veteran-affairs',
  name: 'PetitionAnswered',
  titleZh: '信访事项处理意见答复',
  titleEn: 'Petition answered',
  descriptionZh:
    '出具信访处理意见书并答复信访人：受理日期、经批准延长的天数、答复日期、处理结果。自受理之日起六十日内办结，可延长三十日；逾期的照收并计入逾期。',
  descriptionEn:
    'The petitioner was answered within sixty days of acceptance, or up to thirty more where that was approved. A late answer is taken, and counted as late.',
  time: { from: 'answeredOn', until: 'stands', ends: { last: 'answeredOn' } },
  thing: ofPetition,
  rules: [inOrder('acceptedOn', 'answeredOn'), separateDuties],
  law: [petitionAnswer],
  judgedBy: ['acceptedOn'],
  category: 'petition',
  countedBy: ['petitions-answered', 'petitions-answered-in-time'],
  data: {
    ...petition,
    acceptedOn: open(day, { figures: ['petitions-answered-in-time'] }),
    /** Days that the head of the office has added to the term. */
    extendedDays: open(z.int().min(1).max(200), { figures: ['petitions-answered-in-time'] }).optional(),
    answeredOn: open(day, { figures: ['petitions-answered-in-time'] }),
    outcome: petitionOutcome,
    opinion: wording(300).optional(),
  },
  example: { ...petitionExample, acceptedOn: '2025-03-14', answeredOn: '2025-04-28', outcome: '部分支持' },
})

/** The next higher office has looked at an answer again. */
export const PetitionReviewed = defineEvent({
  department: 'veteran-affairs',
  name: 'PetitionReviewed',
  titleZh: '信访事项复查',
  titleEn: 'Petition reviewed',
  descriptionZh:
    '上一级机关对处理意见的复查：答复日期、收到复查请求日期、复查意见日期和结论。自收到请求之日起三十日内提出。',
  descriptionEn:
    'The next higher office has reviewed the answer, within thirty days of being asked: what it found. A late one is taken, and counted as late.',
  time: { from: 'reviewedOn', until: 'stands' },
  thing: ofPetition,
  rules: [inOrder('answeredOn', 'requestedOn'), inOrder('requestedOn', 'reviewedOn'), separateDuties],
  law: [petitionReview],
  category: 'petition',
  countedBy: ['petitions-reviewed', 'petitions-reviewed-in-time'],
  data: {
    ...petition,
    /** The day of the answer that is reviewed. */
    answeredOn: day,
    requestedOn: open(day, { figures: ['petitions-reviewed-in-time'] }),
    reviewedOn: open(day, { figures: ['petitions-reviewed-in-time'] }),
    reviewingOrg: wording(80),
    finding: petitionFinding,
  },
  example: {
    ...petitionExample,
    answeredOn: '2025-04-28',
    requestedOn: '2025-05-12',
    reviewedOn: '2025-06-06',
    reviewingOrg: '湘潭市退役军人事务局',
    finding: '维持',
  },
})

/** The office above that has looked at a review again; with that the petition is closed. */
export const PetitionRechecked = defineEvent({
  department: 'veteran-affairs',
  name: 'PetitionRechecked',
  titleZh: '信访事项复核',
  titleEn: 'Petition rechecked',
  descriptionZh: '再上一级机关对复查意见的复核：复查日期、收到复核请求日期、复核意见日期和结论。复核后信访程序终结。',
  descriptionEn:
    'The office above the reviewing one has rechecked the review, within thirty days of being asked. With that the petition is closed.',
  time: { from: 'recheckedOn', until: 'stands' },
  thing: ofPetition,
  rules: [inOrder('reviewedOn', 'requestedOn'), inOrder('requestedOn', 'recheckedOn'), separateDuties],
  law: [petitionRecheck],
  category: 'petition',
  countedBy: ['petitions-rechecked', 'petitions-rechecked-in-time'],
  data: {
    ...petition,
    /** The day of the review that is rechecked. */
    reviewedOn: day,
    requestedOn: open(day, { figures: ['petitions-rechecked-in-time'] }),
    recheckedOn: open(day, { figures: ['petitions-rechecked-in-time'] }),
    recheckingOrg: wording(80),
    finding: petitionFinding,
  },
  example: {
    ...petitionExample,
    reviewedOn: '2025-06-06',
    requestedOn: '2025-06-20',
    recheckedOn: '2025-07-15',
    recheckingOrg: '湖南省退役军人事务厅',
    finding: '维持',
  },
})
