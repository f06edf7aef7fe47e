import { relation } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { martyrRatingAuthority } from '../event-codes.ts'
import { exampleAct, exampleMartyr, examplePersonAct, exampleRelations } from '../example-act.ts'
import { numberOf, open } from '../open-field.ts'
import { inOrder } from '../rules/rule.ts'
import { day, partialDate } from '../values/day.ts'
import { fallenPerson } from '../values/fallen-person.ts'
import { fen } from '../values/money.ts'
import { person } from '../values/person.ts'
import { personName } from '../values/person-name.ts'
import { reference } from '../values/reference.ts'
import { wording } from './wording.ts'

const martyrId = reference('martyr')
const martyrExample = { martyrId: 'LS-0042', ...exampleAct }
const martyr = { kind: 'martyr', key: [['martyrId'], ['certificateNo']] } as const
const martyrWithoutNumber = { kind: 'martyr', key: [['martyrId']] } as const

/** Somebody was rated a martyr, and the county of the family has been told. */
export const MartyrRatingNotified = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrRatingNotified',
  titleZh: '烈士评定通知',
  titleEn: 'Martyr rating notified',
  descriptionZh: '收到烈士评定通知：评定机关、评定日期、收到日期。',
  descriptionEn: 'Somebody was rated a martyr and this office was notified: by whom, rated when, notified when.',
  time: { from: 'ratedOn', until: 'ended' },
  thing: martyrWithoutNumber,
  rules: [inOrder('ratedOn', 'notifiedOn')],
  category: 'martyr',
  data: { martyrId, ratedBy: martyrRatingAuthority, ratedOn: day, notifiedOn: day },
  example: { ...martyrExample, ratedBy: '省级人民政府', ratedOn: '2021-08-30', notifiedOn: '2021-09-10' },
})

/** The martyr's certificate was handed over, to the survivor who keeps it where there is one. */
export const MartyrCertificateAwarded = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrCertificateAwarded',
  titleZh: '烈士证书颁授',
  titleEn: 'Martyr certificate awarded',
  descriptionZh: '颁授烈士证书：编号、持证遗属及其与烈士关系；无遗属的不填。再次颁授的，以后一次为准。',
  descriptionEn:
    'The certificate of a martyr was handed over: its number, the survivor who keeps it, and the relation; nobody where there is no survivor. The latest holds.',
  time: { from: 'awardedOn', until: 'next' },
  thing: martyr,
  category: 'martyr',
  countedBy: ['martyr-certificates'],
  data: {
    martyrId,
    certificateNo: numberOf('certificate', wording(60)),
    /** The survivor who keeps it. */
    person: person.optional(),
    relation: relation.optional(),
    awardedOn: day,
  },
  example: {
    ...martyrExample,
    certificateNo: '湘烈字第0042号',
    person: exampleRelations.mother.person,
    relation: '母亲',
    awardedOn: '2021-09-30',
  },
})

/** A rating as a martyr was taken back. */
export const MartyrRatingRevoked = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrRatingRevoked',
  titleZh: '烈士评定撤销',
  titleEn: 'Martyr rating revoked',
  descriptionZh: '撤销烈士评定：撤销机关、日期；理由见所载文号的文件。',
  descriptionEn: 'The rating as a martyr was taken back: by whom and when; the reasons are in the document named.',
  time: { from: 'revokedOn', until: 'stands', ends: { firstWithout: 'revokedOn' } },
  thing: martyrWithoutNumber,
  category: 'martyr',
  data: { martyrId, revokedBy: martyrRatingAuthority, revokedOn: day },
  example: { ...martyrExample, revokedBy: '省级人民政府', revokedOn: '2024-11-18', documentNo: '湘政函〔2024〕00号' },
})

/** A martyr is on record. Who fell before about 1984 had no citizen number: the name is all there is. */
export const MartyrRecorded = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrRecorded',
  titleZh: '烈士登记',
  titleEn: 'Martyr recorded',
  descriptionZh: '登记烈士姓名、牺牲时间、安葬地；有公民身份号码的一并载明，没有的只载姓名。',
  descriptionEn:
    'A martyr is on record: the name, when the martyr fell, and where the grave is; also the person, where the martyr had a citizen number.',
  time: { from: 'sacrificedOn', until: 'next' },
  thing: martyr,
  category: 'martyr',
  countedBy: ['martyrs-recorded'],
  data: {
    martyrId,
    /** The martyr, where there was a citizen number. */
    person: person.optional(),
    name: personName,
    sacrificedOn: partialDate,
    /** Where the grave is, as the register names the place. */
    cemetery: wording(80),
    certificateNo: numberOf('certificate', wording(60)).optional(),
  },
  example: { ...martyrExample, ...exampleMartyr, sacrificedOn: '2021-08-14', cemetery: '莲城烈士陵园' },
})

/** A group has travelled to distant graves. */
export const MartyrJourneyHeld = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrJourneyHeld',
  titleZh: '异地祭扫',
  titleEn: 'Martyr journey held',
  descriptionZh: '组织烈属异地祭扫：批次、目的地、起止日期。',
  descriptionEn:
    'A group of martyrs’ families has travelled to distant graves: which group, where to, from when to when.',
  time: { from: 'from', until: { last: 'to' } },
  thing: { kind: 'occasion', key: 'stream' },
  rules: [inOrder('from', 'to')],
  category: 'journey',
  data: { journeyId: reference('journey'), batchNo: wording(20), destination: wording(80), from: day, to: day },
  example: {
    journeyId: 'YD-2024-1',
    ...exampleAct,
    batchNo: '1',
    destination: '广西凭祥',
    from: '2024-04-01',
    to: '2024-04-05',
  },
})

/** A family member has travelled along to a distant grave. */
export const MartyrJourneyJoined = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrJourneyJoined',
  titleZh: '烈属参加异地祭扫',
  titleEn: 'Martyr journey joined',
  descriptionZh: '烈属参加异地祭扫：所祭烈士、与烈士关系、慰问金。',
  descriptionEn:
    'A family member has travelled along: to which martyr’s grave, the relation, and the consolation money.',
  time: { until: 'stands' },
  thing: { kind: 'occasion', key: [['journeyId', 'person']] },
  category: 'journey',
  countedBy: ['grave-travellers', 'grave-consolation'],
  data: {
    journeyId: reference('journey'),
    person,
    martyr: fallenPerson,
    relation,
    consolation: open(fen, { figures: ['grave-consolation'] }),
  },
  example: {
    journeyId: 'YD-2024-1',
    ...examplePersonAct,
    martyr: { name: '谭守义' },
    relation: '子女',
    consolation: 200_000,
  },
})
