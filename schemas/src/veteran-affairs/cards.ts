import { z } from 'zod'
import { beneficiaryCategory } from '../benefit-codes.ts'
import { cardRefusalGround, cardReviewLevel, cardReviewOutcome, handOutManner } from '../card-codes.ts'
import { cardKind, certificateReason } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { cardHandOutTerm, cardRefusal, cardReviewTerm, cardUncollectedTerm, cardWeighed } from '../law/card-law.ts'
import { numberOf, open } from '../open-field.ts'
import { inOrder } from '../rules/rule.ts'
import { day } from '../values/day.ts'
import { reference } from '../values/reference.ts'
import { wording } from './wording.ts'

const kind = cardKind
/** The number that the country gives the card (全国统一编号), kept on its chip; never that of the bank card it is too. */
const cardNo = numberOf('card', wording(40))
const applicationNo = numberOf('cardApplication', wording(40))

/** A card is known by its own number; until it has one, by that of its application. */
const thing = { kind: 'card', key: [['cardNo']] } as const
const applied = { kind: 'card', key: [['applicationNo']] } as const
const next = { until: 'next' } as const

const card = { kind, cardNo }
const issued = {
  ...card,
  applicationNo: applicationNo.optional(),
  bank: wording(60),
  identitiesOnChip: z.array(beneficiaryCategory).max(20),
}
const applicationExample = { ...examplePersonAct, kind: '退役军人', applicationNo: 'YDZ-2024-000317' }
const cardExample = { ...examplePersonAct, kind: '退役军人', cardNo: '湘退 0000 4821' }
const issuedExample = { ...cardExample, bank: '湘潭农商银行', identitiesOnChip: ['参战退役军人'] }

/** Somebody has asked for a preferential card. */
export const PreferentialCardApplied = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardApplied',
  titleZh: '优待证申领',
  titleEn: 'Preferential card applied for',
  descriptionZh: '申请领取优待证，载明申请编号、种类和意向银行。',
  descriptionEn: 'A preferential card was applied for: the number of the application, of which kind, with which bank.',
  time: next,
  thing: applied,
  data: { kind, applicationNo, bank: wording(60).optional() },
  example: { ...applicationExample, bank: '湘潭农商银行' },
})

/** An office has looked at an application for a preferential card. */
export const PreferentialCardReviewed = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardReviewed',
  titleZh: '优待证审核',
  titleEn: 'Preferential card reviewed',
  descriptionZh:
    '县级服务中心核实、县级初审、市级审核、省级备案，逐级一事一报；县级初审通过后应在30个工作日内完成，逾期的事实照收。',
  descriptionEn:
    'An office looked at the application: the county centre, the county bureau, the city, the province, each in turn. After the county bureau passes it there are 30 working days; what came later is a fact all the same.',
  time: { from: 'reviewedOn', until: 'stands' },
  thing: applied,
  law: [cardReviewTerm],
  data: { kind, applicationNo, level: cardReviewLevel, outcome: cardReviewOutcome, reviewedOn: day },
  example: { ...applicationExample, level: '县局', outcome: '通过', reviewedOn: '2024-03-08' },
})

/** An application for a preferential card was refused. */
export const PreferentialCardRefused = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardRefused',
  titleZh: '优待证审核不予通过',
  titleEn: 'Preferential card refused',
  descriptionZh: '优待证申请审核不予通过，载明审核层级和情形；受过刑事处罚等情形须由省级综合考虑后决定。',
  descriptionEn:
    'The application was refused: at which level and on which ground. A past sentence and the like are weighed by the province.',
  time: { from: 'refusedOn', until: 'stands', ends: { firstWithout: 'refusedOn' } },
  thing: applied,
  law: [cardRefusal, cardWeighed],
  countedBy: ['cards-refused'],
  data: { kind, applicationNo, level: cardReviewLevel, ground: cardRefusalGround, refusedOn: day },
  example: { ...applicationExample, level: '县局', ground: '服刑羁押通缉期间', refusedOn: '2024-03-08' },
})

/** A preferential card was made; a person has one. */
export const PreferentialCardIssued = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardIssued',
  titleZh: '优待证制发',
  titleEn: 'Preferential card made',
  descriptionZh: '制作优待证：种类、全国统一编号、银行、芯片所载身份；一人一证。发放到持证人手中另报“优待证发放”。',
  descriptionEn:
    "A preferential card was made: kind, its number in the country, bank, identities on its chip. A person has one. That it came into the holder's hands is a fact of its own.",
  time: next,
  // The application first: by it the card is known until now.
  thing: { kind: 'card', key: [['applicationNo'], ['cardNo']] },
  data: issued,
  example: { ...issuedExample, applicationNo: applicationExample.applicationNo },
})

/** A card has come to the station that hands it out. */
export const PreferentialCardReceived = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardReceived',
  titleZh: '优待证签收',
  titleEn: 'Preferential card received by the station',
  descriptionZh: '受理申请的退役军人服务站收到优待证并登记；发放期限自此起算。',
  descriptionEn: 'The station that took the application received the card; the time for handing it out runs from then.',
  time: { from: 'receivedOn', until: 'stands' },
  thing,
  data: { ...card, receivedOn: day, station: reference('station').optional() },
  example: { ...cardExample, receivedOn: '2024-04-10', station: '雨湖路街道站' },
})

/** A card was handed out to its holder. */
export const PreferentialCardHandedOut = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardHandedOut',
  titleZh: '优待证发放',
  titleEn: 'Preferential card handed out',
  descriptionZh: '优待证发放到持证人手中，载明申请、签收、发放日期和方式；应在收到后10个工作日内发放，逾期的事实照收。',
  descriptionEn:
    "The card came into its holder's hands: when applied for, received by the station, handed out, and how. The station has 10 working days; what came later is a fact all the same.",
  time: { from: 'handedOutOn', until: 'next' },
  thing,
  rules: [inOrder('appliedOn', 'receivedOn'), inOrder('receivedOn', 'handedOutOn')],
  law: [cardHandOutTerm],
  countedBy: ['cards-handed-out', 'cards-handed-out-in-time', 'card-days'],
  data: {
    ...card,
    appliedOn: open(day, { figures: ['card-days'], as: { form: 'workingDays', to: 'handedOutOn' } }),
    receivedOn: open(day, {
      figures: ['cards-handed-out-in-time'],
      as: { form: 'kept', term: 'card-hand-out-term', to: 'handedOutOn' },
    }),
    handedOutOn: day,
    manner: handOutManner,
  },
  example: {
    ...cardExample,
    appliedOn: '2024-03-04',
    receivedOn: '2024-04-10',
    handedOutOn: '2024-04-18',
    manner: '主动送达',
  },
})

/** A card whose holder could not be reached went back. */
export const PreferentialCardUncollected = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardUncollected',
  titleZh: '优待证无法发放上交',
  titleEn: 'Preferential card uncollected',
  descriptionZh: '服务站收到优待证3个月后仍无法联系到申请人，逐级上交省级退役军人服务中心。',
  descriptionEn: 'The holder could not be reached for 3 months after the card came: it went back to the province.',
  time: { from: 'sentBackOn', until: 'next' },
  thing,
  law: [cardUncollectedTerm],
  countedBy: ['cards-uncollected'],
  data: { ...card, receivedOn: day, sentBackOn: day },
  example: { ...cardExample, receivedOn: '2024-04-10', sentBackOn: '2024-07-11' },
})

/** A preferential card was replaced by a new one. */
export const PreferentialCardReplaced = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardReplaced',
  titleZh: '优待证换补发',
  titleEn: 'Preferential card replaced',
  descriptionZh: '补发或换发优待证：新证编号、原证编号、银行、芯片所载身份和原因。',
  descriptionEn:
    'The card was replaced by a new one: its number and that of the old one, bank, identities on the chip, and the reason.',
  time: next,
  // The old number first: by it the card is known until now.
  thing: { kind: 'card', key: [['cardNo=replacedCardNo'], ['cardNo']] },
  data: { ...issued, replacedCardNo: cardNo, reason: certificateReason },
  example: { ...issuedExample, cardNo: '湘退 0000 9034', replacedCardNo: '湘退 0000 4821', reason: '遗失' },
})

/** A preferential card gives nothing for the time being. */
export const PreferentialCardSuspended = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardSuspended',
  titleZh: '优待证暂停',
  titleEn: 'Preferential card suspended',
  descriptionZh: '暂停优待证的使用，载明原因。',
  descriptionEn: 'The card is suspended, with the reason.',
  time: next,
  thing,
  data: { ...card, reason: certificateReason },
  example: { ...cardExample, reason: '数据存疑' },
})

/** A suspended card is valid again. */
export const PreferentialCardReinstated = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardReinstated',
  titleZh: '优待证恢复',
  titleEn: 'Preferential card reinstated',
  descriptionZh: '恢复已暂停的优待证，载明原因。',
  descriptionEn: 'A suspended card is valid again, with the reason.',
  time: next,
  thing,
  data: { ...card, reason: certificateReason.optional() },
  example: { ...cardExample, reason: '情形消除' },
})

/** A preferential card was taken back for good. */
export const PreferentialCardCancelled = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardCancelled',
  titleZh: '优待证收回',
  titleEn: 'Preferential card cancelled',
  descriptionZh: '收回优待证，载明原因。',
  descriptionEn: 'The card was taken back for good, with the reason.',
  time: { until: 'stands' },
  thing,
  data: { ...card, reason: certificateReason },
  example: { ...cardExample, reason: '死亡' },
})
