import { z } from 'zod'
import { familyBasis } from '../benefit-codes.ts'
import { idDocumentKind, relation, sex } from '../codes.ts'
import { defineEvent, earlierVersion } from '../define-event.ts'
import { examplePersonAct, exampleRelations } from '../example-act.ts'
import { formWords } from '../form-words.ts'
import { open } from '../open-field.ts'
import {
  education,
  ethnicGroup,
  hukouKind,
  maritalStatus,
  politicalStatus,
  registrationCategory,
} from '../registration-codes.ts'
import { citizenNumber, citizenNumberFault, isForeignerNumber, isPermitNumber } from '../values/citizen-number.ts'
import { day } from '../values/day.ts'
import { fallenPerson } from '../values/fallen-person.ts'
import { personName } from '../values/person-name.ts'
import { reference } from '../values/reference.ts'
import { regionCode } from '../values/region-code.ts'
import { valueKinds } from '../values/value-kinds.ts'
import { wording } from './wording.ts'

/** Cards of before December 2023 have three letters of the country and twelve digits, without a check character. */
const olderForeignerNumber = /^[A-Z]{3}\d{12}$/

const foreignerNumber = z
  .string()
  .refine((text) => isForeignerNumber(text) || olderForeignerNumber.test(text))
  .register(formWords, {
    en: "the number of a foreigner's permanent residence card: 18 characters, the first is 9, with a right check character",
    zh: '外国人永久居留身份证号码应为18位，首位为9，校验码须正确',
  })

/** The numbers of foreigners and of residents of Hong Kong, Macao and Taiwan name a person, but stand on no resident identity card. */
const residentNumber = citizenNumber
  .refine((text) => !isForeignerNumber(text), { params: { fault: 'CITIZEN_NUMBER_OF_FOREIGNER' } })
  .refine((text) => !isPermitNumber(text), { params: { fault: 'CITIZEN_NUMBER_OF_PERMIT' } })
  .register(valueKinds, { kind: 'citizenNumber' })

/** A number with the check of citizen numbers whose first digit is one of these. */
const numberBeginning = (digits: string, words: { en: string; zh: string }) =>
  z
    .string()
    .refine((text) => citizenNumberFault(text) === undefined && digits.includes(text.charAt(0)))
    .register(formWords, words)

/** Documents whose numbers have a check of their own; those of the rest are taken as they are written. */
const checkedKinds = ['居民身份证', '港澳台居民居住证', '外国人永久居留身份证'] as const

/** The document by which somebody is known. */
export const idDocument = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('居民身份证'), number: residentNumber }),
  z.strictObject({
    kind: z.literal('港澳台居民居住证'),
    number: numberBeginning('8', {
      en: 'the number of a residence permit of Hong Kong, Macao and Taiwan residents: 18 characters beginning with 81, 82 or 83, with a right check character',
      zh: '港澳台居民居住证号码应为18位，以81、82或83开头，校验码须正确',
    }),
  }),
  z.strictObject({ kind: z.literal('外国人永久居留身份证'), number: foreignerNumber }),
  z.strictObject({ kind: idDocumentKind.exclude(checkedKinds), number: wording(40) }),
])

const phone = z
  .string()
  .regex(/^\+?[\d-]{7,20}$/)
  .register(formWords, { en: 'a telephone number is needed', zh: '应为电话号码' })

const registered = {
  name: personName,
  sex,
  birthDate: day,
  idDocument: idDocument,
}

/** What the registration form asks beside that. */
const asked = {
  objectCategory: registrationCategory.optional(),
  ethnicGroup: ethnicGroup.optional(),
  politicalStatus: politicalStatus.optional(),
  education: education.optional(),
  /** Who has no spouse needs no marriage on file for the file to be complete. */
  maritalStatus: open(maritalStatus.optional(), {
    figures: ['files-complete'],
    as: { form: 'only', values: ['未婚', '丧偶', '离婚'] },
  }),
  /** On the day of enlistment, not today. */
  hukouKindAtEnlistment: hukouKind.optional(),
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
  descriptionZh:
    '为退役军人建立档案：身份、对象类别、民族、政治面貌、文化程度、婚姻状况、入伍时户口性质、户籍所在地、联系方式和负责的服务站。',
  descriptionEn:
    'A file is opened for a veteran: identity, what the registration form asks, household register, contact details and the service station.',
  time: { until: 'next' },
  thing: { kind: 'registration', key: 'person' },
  countedBy: ['veterans-registered', 'files-complete', 'card-holders'],
  data: {
    ...registered,
    ...asked,
    hukouRegion: regionCode,
    addressLine: wording(200),
    phone: phone.optional(),
    station: reference('station').optional(),
  },
  example: {
    ...registeredExample,
    objectCategory: '退伍义务兵',
    ethnicGroup: '汉族',
    politicalStatus: '中共党员',
    education: '普通高中',
    maritalStatus: '已婚',
    hukouKindAtEnlistment: '农业',
    hukouRegion: '430302001',
    addressLine: '莲花巷甲八号',
  },
  earlier: [
    earlierVersion({
      version: 1,
      descriptionZh: '退役军人在退役军人事务部门登记建档，住址写在一起，户籍地为登记机关所在地。',
      descriptionEn: 'A veteran has registered: the address in one text, the household register where the office is.',
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
    name: personName,
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
