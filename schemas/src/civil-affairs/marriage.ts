import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct, exampleRelations } from '../example-act.ts'
import { annulment, divorceByJudgment } from '../law/marriage-law.ts'
import { numberOf } from '../open-field.ts'
import { anotherPerson, handedOverBy, inOrder } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { relatedPerson } from '../values/person.ts'

/** By which act a marriage is dissolved. */
export const divorceForm = codeList('divorceForm', {
  登记: 'registered',
  判决: 'judgment of a court',
  调解: 'mediation by a court',
})

/** Why a marriage is void from the start. */
export const annulmentGround = codeList('annulmentGround', {
  胁迫: { en: 'coercion', zh: '因胁迫结婚' },
  隐瞒重大疾病: 'a grave illness was concealed',
  重婚: 'bigamy',
  禁止结婚的亲属关系: 'prohibited degree of kinship',
  未到法定婚龄: 'below the age of marriage',
  其他: 'other',
})

const marriageNo = numberOf('marriage', z.string().min(1).max(40))
/** The marriage that has ended, as far as it is known: its number, else both spouses and its day. */
const endedMarriage = { spouse: relatedPerson, marriageNo: marriageNo.optional(), marriedOn: day.optional() }
const marriageThing: Thing = { kind: 'marriage', key: [['marriageNo'], ['spouse', 'marriedOn?']] }

const marriageExample = {
  ...examplePersonAct,
  spouse: exampleRelations.spouse,
  marriageNo: 'J430302-1995-000418',
  marriedOn: '1995-05-01',
}

/** A marriage; handed over once for each spouse. */
export const MarriageRegistered = defineEvent({
  department: 'civil-affairs',
  name: 'MarriageRegistered',
  titleZh: '结婚登记',
  titleEn: 'Marriage registered',
  descriptionZh: '当事人与配偶办理结婚登记，载明结婚证字号和登记日期；夫妻双方各报送一条。',
  descriptionEn: 'The person and the spouse named have married; it is handed over once for each of the two.',
  time: { from: 'marriedOn', until: 'ended' },
  thing: marriageThing,
  rules: [anotherPerson('spouse')],
  data: {
    spouse: relatedPerson,
    /** The registration number on the certificate (结婚证字号); marriages before registration have none. */
    marriageNo: marriageNo.optional(),
    /** The day of registration. */
    marriedOn: day,
  },
  example: marriageExample,
})

/** A divorce; handed over once for each spouse. A court's has no certificate. */
export const DivorceRegistered = defineEvent({
  department: 'civil-affairs',
  name: 'DivorceRegistered',
  titleZh: '离婚',
  titleEn: 'Divorce registered',
  descriptionZh:
    '当事人与原配偶离婚，指明所解除的婚姻：登记离婚的载明离婚证字号；判决、调解离婚的由法院提供，载明文书生效之日，无离婚证。双方各报送一条。',
  descriptionEn:
    'The marriage named has ended: by registration, with the number of the certificate; or by a court, with the day from which its judgment or mediation is in force and without a certificate. Once for each of the two.',
  time: { from: 'dissolvedOn', until: 'stands', ends: { firstWithout: 'dissolvedOn' } },
  thing: marriageThing,
  rules: [
    anotherPerson('spouse'),
    inOrder('marriedOn', 'dissolvedOn'),
    handedOverBy('法院', { law: divorceByJudgment, when: { field: 'form', isNot: ['登记'] } }),
  ],
  law: [divorceByJudgment],
  data: {
    ...endedMarriage,
    form: divorceForm,
    /** The day of registration, or from which the court's document is in force. */
    dissolvedOn: day,
    /** The certificate of divorce (离婚证字号). */
    certificateNo: z.string().min(1).max(40).optional(),
  },
  example: {
    ...marriageExample,
    form: '登记',
    dissolvedOn: '2012-11-20',
    certificateNo: 'L430302-2012-000077',
  },
})

/** A marriage that is void from the start, as a court has found; handed over once for each spouse. */
export const MarriageAnnulled = defineEvent({
  department: 'civil-affairs',
  name: 'MarriageAnnulled',
  titleZh: '婚姻撤销或无效',
  titleEn: 'Marriage annulled',
  descriptionZh: '婚姻经法院撤销或确认无效，自始没有法律约束力，载明该婚姻、事由和文书生效之日；双方各报送一条。',
  descriptionEn:
    'A court has annulled the marriage named or found it void: it never had legal force. With the ground and the day from which the judgment is in force; once for each of the two.',
  time: { from: 'marriedOn', until: 'stands', ends: { firstWithout: 'marriedOn' } },
  thing: marriageThing,
  rules: [
    anotherPerson('spouse'),
    inOrder('marriedOn', 'annulledOn'),
    handedOverBy('法院', { law: annulment, when: { lawSays: 'court' } }),
  ],
  law: [annulment],
  judgedBy: ['annulledOn'],
  data: {
    ...endedMarriage,
    /** The marriage's own day: from then on it is as if it had not been. */
    marriedOn: day,
    ground: annulmentGround,
    /** From which day the judgment is in force. */
    annulledOn: day,
  },
  example: {
    ...marriageExample,
    ground: '胁迫',
    annulledOn: '2021-03-05',
    documentNo: '（2021）雨民初字第0102号',
    assertedFrom: '法院',
  },
})
