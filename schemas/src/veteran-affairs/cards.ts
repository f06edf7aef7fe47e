import { z } from 'zod'
import { beneficiaryCategory } from '../benefit-codes.ts'
import { cardKind, certificateReason } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { numberOf } from '../open-field.ts'
import { wording } from './wording.ts'

const kind = cardKind
const card = { kind, cardNo: numberOf('card', wording(40)) }
const issued = {
  ...card,
  bank: wording(60),
  identitiesOnChip: z.array(beneficiaryCategory).max(20),
}
const cardExample = { ...examplePersonAct, kind: '退役军人', cardNo: '湘退 0000 4821' }
const issuedExample = { ...cardExample, bank: '湘潭农商银行', identitiesOnChip: ['参战退役军人'] }

/** Somebody has asked for a preferential card. */
export const PreferentialCardApplied = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardApplied',
  titleZh: '优待证申领',
  titleEn: 'Preferential card applied for',
  descriptionZh: '申请领取优待证，载明种类和意向银行。',
  descriptionEn: 'A preferential card was applied for: of which kind, with which bank.',
  time: { until: 'next' },
  thing: { kind: 'card', key: [['kind']] },
  data: { kind, bank: wording(60).optional() },
  example: { ...examplePersonAct, kind: '退役军人', bank: '湘潭农商银行' },
})

/** A preferential card was made and handed out; a person has one. */
export const PreferentialCardIssued = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardIssued',
  titleZh: '优待证制发',
  titleEn: 'Preferential card issued',
  descriptionZh: '制发优待证：种类、卡号、银行、芯片所载身份；一人一证。',
  descriptionEn: 'A preferential card was issued: kind, number, bank, identities on its chip. A person has one.',
  time: { until: 'next' },
  thing: { kind: 'card', key: [['kind', 'cardNo?']] },
  data: issued,
  example: issuedExample,
})

/** A preferential card was replaced by a new one. */
export const PreferentialCardReplaced = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardReplaced',
  titleZh: '优待证补换',
  titleEn: 'Preferential card replaced',
  descriptionZh: '补发或换发优待证：新卡号、银行、芯片所载身份和原因。',
  descriptionEn: 'The card was replaced by a new one: its number, bank, identities on the chip, and the reason.',
  time: { until: 'next' },
  thing: { kind: 'card', key: [['kind']] },
  data: { ...issued, reason: certificateReason },
  example: { ...issuedExample, cardNo: '湘退 0000 9034', reason: '遗失' },
})

/** A preferential card gives nothing for the time being. */
export const PreferentialCardSuspended = defineEvent({
  department: 'veteran-affairs',
  name: 'PreferentialCardSuspended',
  titleZh: '优待证暂停',
  titleEn: 'Preferential card suspended',
  descriptionZh: '暂停优待证的使用，载明原因。',
  descriptionEn: 'The card is suspended, with the reason.',
  time: { until: 'next' },
  thing: { kind: 'card', key: [['kind', 'cardNo?']] },
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
  time: { until: 'next' },
  thing: { kind: 'card', key: [['kind', 'cardNo?']] },
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
  thing: { kind: 'card', key: [['kind', 'cardNo?']] },
  data: { ...card, reason: certificateReason },
  example: { ...cardExample, reason: '死亡' },
})
