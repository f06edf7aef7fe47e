import { monthAfter } from '@hub/schemas/values/day.ts'
import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { inventedCitizenNumber } from '../invented.ts'
import { payTo, verifyAccount } from '../stories/telling.ts'
import { causedBy, fromReceipt, type SubmissionId } from '../submission.ts'
import { serve } from './approval-process.ts'

type One = { citizenNumber: string; name: string; sex: '男' | '女'; born: string }

const region = '430304'
const one = (name: string, born: string, order: number, sex: One['sex']): One => ({
  citizenNumber: inventedCitizenNumber(region, born, order, sex === '男'),
  name,
  sex,
  born,
})

/** Two disabled veterans, and whom they leave behind. Nobody else is them: they are not of the city's numbered inhabitants. */
export const bereaved = {
  ofInjury: one('余正国', '1961-08-14', 401, '男'),
  ofIllness: one('彭启明', '1968-02-03', 403, '男'),
  widow: one('周桂兰', '1964-05-20', 404, '女'),
  otherWidow: one('刘素芬', '1972-11-09', 406, '女'),
  /** Of age, and at university. */
  student: one('彭思源', '2006-04-17', 407, '男'),
  /** Comes of age on a leap day's birthday: 2026-02-28 is the last day under 18. */
  schoolchild: one('彭念慈', '2008-02-29', 408, '女'),
} as const

const about = { department: 'veteran-affairs', region } as const

type Death = { dead: One; grade: number; approvedOn: string; diedOn: string; circumstances: '旧伤复发' | '因病' }

/** Rated long ago, dead, and how; returns what the survivors' entitlement rests on. */
const die = (city: City, { dead, grade, approvedOn, diedOn, circumstances }: Death): SubmissionId => {
  const person = { citizenNumber: dead.citizenNumber }
  const certificateNo = `湘军残第${dead.citizenNumber.slice(-6, -1)}号`
  const nature = '因战'
  city.add({
    ...about,
    name: 'DisabilityRated',
    day: '2023-02-20',
    data: {
      person,
      kind: '补办',
      category: '残疾军人',
      grade,
      nature,
      approvedOn,
      payableFrom: monthAfter(approvedOn.slice(0, 7), 1),
      certificateNo,
    },
  })
  const death = city.add({
    department: 'civil-affairs',
    region,
    name: 'DeathRegistered',
    day: dayAfter(diedOn, 3),
    data: {
      person,
      diedOn,
      evidence: '医学证明',
      certificateNo: `SW-${dead.citizenNumber.slice(-6)}`,
      assertedFrom: '卫健',
    },
  })
  const stopped = { extra: causedBy(death) }
  city.add({
    ...about,
    ...stopped,
    name: 'BenefitTerminated',
    day: dayAfter(diedOn, 8),
    data: {
      person,
      item: '残疾抚恤金',
      category: '残疾军人',
      from: monthAfter(diedOn.slice(0, 7), 1),
      reasonCode: '死亡',
    },
  })
  city.add({
    ...about,
    ...stopped,
    name: 'DisabilityCertificateCancelled',
    day: dayAfter(diedOn, 10),
    data: { person, kind: '残疾军人证', certificateNo, reason: '死亡' },
  })
  const determinedOn = dayAfter(diedOn, 14)
  return city.add({
    ...about,
    ...stopped,
    name: 'DeathCircumstancesDetermined',
    day: determinedOn,
    data: { person, circumstances, diedOn, determinedOn, decidedByLevel: '县', grade, nature },
  })
}

type Claim = { survivor: One; dead: One; category: string; relation: string; on: string; of: SubmissionId }

const namedBy = (dead: One) => ({ person: { citizenNumber: dead.citizenNumber } })

/** Registered as family, and looked at: on what ground a periodic pension is due, if it is. */
const assess = (
  city: City,
  { survivor, dead, category, relation, on, of }: Claim,
  result: { outcome: '符合' | '不符合'; ground?: string; to?: string },
): void => {
  const person = { citizenNumber: survivor.citizenNumber }
  const basis = category === '病故军人遗属' ? '病故' : '因公牺牲'
  city.add({
    ...about,
    name: 'FamilyMemberRegistered',
    day: dayAfter(on, -2),
    data: {
      person,
      name: survivor.name,
      sex: survivor.sex,
      idDocument: { kind: '居民身份证', number: survivor.citizenNumber },
      relation,
      relatedPerson: namedBy(dead),
      basis,
    },
  })
  const identity = { person, category, relatedPerson: namedBy(dead) }
  // Who is a survivor is one by law; whether something is paid for it is another question.
  city.add({ ...about, name: 'BeneficiaryCategoryRecognised', day: dayAfter(on, -1), data: identity })
  const payableFrom = on.slice(0, 7)
  const entitled = result.outcome === '符合'
  city.add({
    ...about,
    extra: causedBy(of),
    name: 'SurvivorEligibilityAssessed',
    day: on,
    data: { ...identity, relation, assessedOn: on, ...(entitled ? { payableFrom } : {}), ...result },
  })
}

/** A grant or pension: applied for with what is recorded already, accepted, approved, served. */
const grant = (
  city: City,
  { survivor, dead, category, on }: Omit<Claim, 'relation' | 'of'>,
  benefit: {
    item: string
    caseId: string
    proof: SubmissionId
    amount: { monthly?: number; lumpSum?: number; from?: string; to?: string }
  },
): void => {
  const person = { citizenNumber: survivor.citizenNumber }
  const { caseId, item, amount, proof } = benefit
  const step = { caseId, person }
  const which = { item, category, relatedPerson: namedBy(dead) }
  const decidedOn = dayAfter(on, 9)
  const applied = city.add({
    ...about,
    name: 'BenefitApplied',
    day: on,
    data: {
      ...step,
      ...which,
      materials: [
        { kind: '申请表', from: '申请人' },
        { kind: '死亡证明', from: '数据共享' },
      ],
    },
  })
  city.add({
    ...about,
    name: 'BenefitApplicationAccepted',
    day: on,
    data: { ...step, acceptedOn: on, procedureVersion: '2024-9', promisedDays: 9 },
  })
  city.add({
    ...about,
    extra: causedBy(proof),
    name: 'BenefitApproved',
    day: decidedOn,
    data: {
      ...step,
      ...which,
      decidedOn,
      standardRef: `2025-${item}`,
      from: decidedOn.slice(0, 7),
      ...amount,
      payee: { name: survivor.name, person },
    },
  })
  serve(city, about, step, decidedOn)
  city.add({
    department: 'finance',
    region: '430300',
    name: 'BudgetReserved',
    day: dayAfter(decidedOn, 4),
    data: { person, caseId: fromReceipt(applied), line: '2080801', amount: 1_000_000 },
  })
  const payee = { citizenNumber: survivor.citizenNumber, county: region }
  const account = `acct-${survivor.citizenNumber.slice(-5, -1)}`
  verifyAccount(city, payee, { account, day: dayAfter(decidedOn, 5) })
  payTo(city, payee, {
    orderId: `GS-${caseId}`,
    item,
    amount: amount.monthly ?? amount.lumpSum ?? 0,
    account,
    month: amount.from ?? decidedOn.slice(0, 7),
    kind: item === '丧葬补助' ? '丧葬' : amount.lumpSum === undefined ? '正常' : '一次性',
    orderedOn: dayAfter(decidedOn, 8),
    paidOn: dayAfter(decidedOn, 14),
    order: { caseId: fromReceipt(applied) },
  })
}

/**
 * Two disabled veterans die in 2025, one of the old injury, one of an illness: registered, the circumstances determined,
 * the survivors assessed, the grants of the death and the periodic pensions approved and paid.
 */
export const supportSurvivors = (city: City): void => {
  const { ofInjury, ofIllness, widow, otherWidow, student, schoolchild } = bereaved
  const injury = die(city, {
    dead: ofInjury,
    grade: 5,
    approvedOn: '2008-06-20',
    diedOn: '2025-03-11',
    circumstances: '旧伤复发',
  })
  const onDuty = { survivor: widow, dead: ofInjury, category: '因公牺牲军人遗属', on: '2025-04-08' }
  assess(city, { ...onDuty, relation: '配偶', of: injury }, { outcome: '符合', ground: '收入低于当地平均' })
  // Of an old injury the lump sum is that of a death on duty.
  grant(city, onDuty, { item: '一次性抚恤金', caseId: 'YF-S-1', proof: injury, amount: { lumpSum: 128_456_000 } })
  grant(
    city,
    { ...onDuty, on: '2025-04-10' },
    { item: '定期抚恤金', caseId: 'YF-S-2', proof: injury, amount: { monthly: 312_000 } },
  )

  const illness = die(city, {
    dead: ofIllness,
    grade: 3,
    approvedOn: '2011-09-08',
    diedOn: '2025-06-04',
    circumstances: '因病',
  })
  const ofFamily = { dead: ofIllness, category: '病故军人遗属', on: '2025-07-02', of: illness }
  assess(city, { ...ofFamily, survivor: otherWidow, relation: '配偶' }, { outcome: '不符合' })
  city.add({
    ...about,
    name: 'EducationConfirmed',
    day: '2025-06-30',
    data: {
      person: { citizenNumber: student.citizenNumber },
      assertedFrom: '教育',
      stage: '高等学校',
      school: '湘潭大学',
      from: '2024-09-02',
      until: '2028-06-30',
    },
  })
  assess(
    city,
    { ...ofFamily, survivor: student, relation: '儿子' },
    { outcome: '符合', ground: '上学无生活费来源', to: '2028-06' },
  )
  assess(
    city,
    { ...ofFamily, survivor: schoolchild, relation: '女儿' },
    { outcome: '符合', ground: '未满18周岁', to: '2026-02' },
  )
  // Of an illness the disability pension is paid on for twelve months, as a funeral grant.
  const heirs = { dead: ofIllness, survivor: otherWidow, category: '残疾军人', on: '2025-06-23' }
  grant(city, heirs, {
    item: '丧葬补助',
    caseId: 'YF-S-3',
    proof: illness,
    amount: { monthly: 402_500, from: '2025-07', to: '2026-06' },
  })
  const pension = { category: '病故军人遗属', dead: ofIllness, on: '2025-07-03' }
  grant(
    city,
    { ...pension, survivor: student },
    { item: '定期抚恤金', caseId: 'YF-S-4', proof: illness, amount: { monthly: 296_000, to: '2028-06' } },
  )
  grant(
    city,
    { ...pension, survivor: schoolchild },
    { item: '定期抚恤金', caseId: 'YF-S-5', proof: illness, amount: { monthly: 296_000, to: '2026-02' } },
  )
}
