import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct, exampleRelations } from '../example-act.ts'
import { codeList } from '../values/code-list.ts'
import { day, month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { relatedPerson } from '../values/person.ts'
import { reference } from '../values/reference.ts'

/** What a member of the household is to the person. */
export const householdRelation = codeList('householdRelation', {
  配偶: 'spouse',
  子女: 'child',
  父母: 'parent',
  祖父母: 'grandparent',
  孙子女: 'grandchild',
  兄弟姐妹: 'sibling',
  其他: 'other',
})

const member = {
  member: relatedPerson,
  relation: householdRelation,
}
const reason = z.string().min(1).max(200)

/** Somebody who now lives with the person as one household. */
export const HouseholdMemberAdded = defineEvent({
  department: 'civil-affairs',
  name: 'HouseholdMemberAdded',
  titleZh: '共同生活家庭成员增加',
  titleEn: 'Household member added',
  descriptionZh: '当事人的共同生活家庭成员增加一人，载明关系和原因。',
  descriptionEn: 'Somebody joined the household of the person, with the relation and the reason.',
  data: { ...member, reason: reason.optional(), since: day.optional() },
  example: {
    ...examplePersonAct,
    member: exampleRelations.daughter,
    relation: '子女',
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
  data: { ...member, reason, until: day.optional() },
  example: {
    ...examplePersonAct,
    member: exampleRelations.daughter,
    relation: '子女',
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
