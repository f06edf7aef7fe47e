import { z } from 'zod'
import { relation } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct, exampleRelations } from '../example-act.ts'
import { preferentialIncome } from '../law/social-assistance.ts'
import { anotherPerson, inOrder } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { day, month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { person, relatedPerson } from '../values/person.ts'
import { personName } from '../values/person-name.ts'
import { reference } from '../values/reference.ts'

/** Those who live with the person in one household, as the register of an allowance has them. */
export const householdMembers = z
  .array(z.strictObject({ name: personName, relation, person: person.optional() }))
  .max(20)

/** The household's number in Civil Affairs' register; it tells households apart, whoever's file the fact is in. */
export const householdNo = z.string().min(1).max(60)

const member = { member: relatedPerson, relation }
const memberThing: Thing = { kind: 'household', key: [['member']] }
const reason = z.string().min(1).max(200)

/** Somebody who now lives with the person as one household. */
export const HouseholdMemberAdded = defineEvent({
  department: 'civil-affairs',
  name: 'HouseholdMemberAdded',
  titleZh: '共同生活家庭成员增加',
  titleEn: 'Household member added',
  descriptionZh: '当事人的共同生活家庭成员增加一人，载明关系和原因。',
  descriptionEn: 'Somebody joined the household of the person, with the relation and the reason.',
  time: { from: 'since', until: 'ended' },
  thing: memberThing,
  rules: [anotherPerson('member')],
  data: { ...member, reason: reason.optional(), since: day.optional() },
  example: {
    ...examplePersonAct,
    member: exampleRelations.daughter,
    relation: '女儿',
    reason: '出生',
    since: '1992-09-17',
  },
})

/** Somebody who no longer lives with the person as one household. */
export const HouseholdMemberRemoved = defineEvent({
  department: 'civil-affairs',
  name: 'HouseholdMemberRemoved',
  titleZh: '共同生活家庭成员减少',
  titleEn: 'Household member removed',
  descriptionZh: '当事人的共同生活家庭成员减少一人，载明关系和原因。',
  descriptionEn: 'Somebody left the household of the person, with the relation and the reason.',
  time: { from: 'until', until: 'stands', ends: { firstWithout: 'until' } },
  thing: memberThing,
  rules: [anotherPerson('member')],
  data: {
    ...member,
    reason,
    /** The day on which the member left. */
    until: day.optional(),
  },
  example: {
    ...examplePersonAct,
    member: exampleRelations.daughter,
    relation: '女儿',
    reason: '婚后另立户',
    until: '2018-10-06',
  },
})

/** What the household lives on, as the check of its means found. Preferential-treatment money is not income. */
export const HouseholdMeansVerified = defineEvent({
  department: 'civil-affairs',
  name: 'HouseholdMeansVerified',
  titleZh: '家庭经济状况核对',
  titleEn: 'Household means verified',
  descriptionZh: '家庭经济状况核对结果：人均月收入、已扣除的优抚收入和报告有效期。',
  descriptionEn:
    'What the check of means found: monthly income per head, the preferential income left out, how long it is valid.',
  time: { from: 'asOf', until: { last: 'validUntil' } },
  thing: { kind: 'means', key: [['reportNo']] },
  rules: [inOrder('asOf', 'validUntil')],
  law: [preferentialIncome],
  data: {
    reportNo: z.string().min(1).max(60),
    monthlyIncomePerHead: fen,
    excludedPreferentialIncome: fen,
    asOf: month.optional(),
    validUntil: day,
    /** The case for whose approval it was asked. */
    caseId: reference('case').optional(),
  },
  example: {
    ...examplePersonAct,
    reportNo: 'HD-2024-0207',
    monthlyIncomePerHead: 52_300,
    excludedPreferentialIncome: 123_450,
    asOf: '2024-05',
    validUntil: '2024-11-30',
    caseId: 'YF-2024-0031',
  },
})
