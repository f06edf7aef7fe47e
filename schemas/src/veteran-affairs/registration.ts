import { z } from 'zod'
import { familyBasis, idDocumentKind, relation, sex } from '../codes.ts'
import { defineEvent, earlierVersion } from '../define-event.ts'
import { examplePersonAct, exampleRelations } from '../example-act.ts'
import { formWords } from '../form-words.ts'
import { citizenNumber } from '../values/citizen-number.ts'
import { day } from '../values/day.ts'
import { fallenPerson } from '../values/fallen-person.ts'
import { reference } from '../values/reference.ts'
import { regionCode } from '../values/region-code.ts'
import { wording } from './wording.ts'

/** The document by which somebody is known; only the identity card's number is a citizen number. */
export const idDocument = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('居民身份证'), number: citizenNumber }),
  z.strictObject({ kind: idDocumentKind.exclude(['居民身份证']), number: wording(40) }),
])

const phone = z
  .string()
  .regex(/^\+?[\d-]{7,20}$/)
  .register(formWords, { en: 'a telephone number is needed', zh: '应为电话号码' })

const registered = {
  name: wording(60),
  sex,
  birthDate: day,
  idDocument: idDocument,
}

const registeredExample = {
  ...examplePersonAct,
  name: '谭志强',
  sex: '男',
  birthDate: '1968-03-14',
  idDocument: { kind: '居民身份证', number: examplePersonAct.person.citizenNumber },
  phone: '0731-00000000',
  station: '雨湖路街道站',
}

/** A veteran has a file. */
export const VeteranRegistered = defineEvent({
  department: 'veteran-affairs',
  name: 'VeteranRegistered',
  version: 2,
  titleZh: '建档立卡',
  titleEn: 'Veteran registered',
  descriptionZh: '为退役军人建立档案：身份、户籍所在地、联系方式和负责的服务站。',
  descriptionEn:
    'A file is opened for a veteran: identity, household register, contact details and the service station.',
  time: { until: 'next' },
  thing: { kind: 'registration', key: 'person' },
  countedBy: ['veterans-registered', 'files-complete'],
  data: {
    ...registered,
    hukouRegion: regionCode,
    addressLine: wording(200),
    phone: phone.optional(),
    station: reference('station').optional(),
  },
  example: { ...registeredExample, hukouRegion: '430302001', addressLine: '莲花巷甲八号' },
  earlier: [
    earlierVersion({
      version: 1,
      data: {
        ...registered,
        address: wording(200),
        phone: phone.optional(),
        station: reference('station').optional(),
      },
      example: { ...registeredExample, address: '雨湖区莲花巷甲八号' },
      // Registration lay with the office of the household register then. The region is not read out of the address:
      // the address may be sealed or erased, and every reader must see the same region.
      upcast: ({ address, ...data }) => ({
        ...data,
        hukouRegion: data.region,
        ...(address === undefined ? {} : { addressLine: address }),
      }),
    }),
  ],
})

/** A member of a soldier's or a fallen soldier's family has a file. */
export const FamilyMemberRegistered = defineEvent({
  department: 'veteran-affairs',
  name: 'FamilyMemberRegistered',
  titleZh: '军属/遗属登记',
  titleEn: 'Family member registered',
  descriptionZh: '为现役军人家属或烈士、因公牺牲、病故军人遗属建立档案，载明与军人的关系。',
  descriptionEn: 'A file is opened for a family member of a serving soldier, or for a survivor, with the relation.',
  time: { until: 'next' },
  thing: { kind: 'registration', key: 'person' },
  data: {
    name: wording(60),
    sex: sex.optional(),
    idDocument: idDocument,
    relation,
    /** The soldier, or the fallen. */
    relatedPerson: fallenPerson,
    basis: familyBasis,
  },
  example: {
    ...examplePersonAct,
    person: exampleRelations.mother.person,
    name: exampleRelations.mother.name,
    sex: '女',
    idDocument: { kind: '居民身份证', number: exampleRelations.mother.person.citizenNumber },
    relation: '母亲',
    relatedPerson: { person: examplePersonAct.person },
    basis: '现役',
  },
})

/** Somebody is reached otherwise than before; what is not given stays as it was. */
export const ContactDetailsChanged = defineEvent({
  department: 'veteran-affairs',
  name: 'ContactDetailsChanged',
  titleZh: '联系信息变更',
  titleEn: 'Contact details changed',
  descriptionZh: '电话、住址或常住地变更；未填写的保持原值。',
  descriptionEn: 'The telephone, address or region of residence changed; what is not given stays as it was.',
  time: { until: 'next' },
  thing: { kind: 'contact', key: 'person' },
  data: {
    phone: phone.optional(),
    addressLine: wording(200).optional(),
    residenceRegion: regionCode.optional(),
  },
  example: { ...examplePersonAct, phone: '0731-00000001', addressLine: '建设路九号', residenceRegion: '430304' },
})
