import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct, exampleRelations } from '../example-act.ts'
import { allowanceWithJob, specialHardshipWithAllowance } from '../law/social-assistance.ts'
import type { Thing } from '../thing.ts'
import { month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { relatedPerson } from '../values/person.ts'
import { householdMembers, householdNo } from './household.ts'

const reason = z.string().min(1).max(200)
/** The thing is the household's allowance from its first month on, in whoever's file it is told. */
const allowanceThing: Thing = { kind: 'allowance', key: [['household', 'grantedFrom?']] }
const allowance = {
  /** The household's number in the register of the allowance. */
  household: householdNo,
  /** Who applied, where the person is a member. */
  applicant: relatedPerson.optional(),
  members: householdMembers,
  monthly: fen,
  /** What the allowance makes a member's income up to, in a month: the local standard. */
  standardPerHead: fen.optional(),
}
const allowanceExample = {
  ...examplePersonAct,
  household: 'DB-430302-00518',
  members: [{ ...exampleRelations.spouse, relation: '配偶' }],
  monthly: 98_000,
  grantedFrom: '2024-06',
}

/** The subsistence allowance (低保) of the person's household; handed over for each member with a file. */
export const SubsistenceAllowanceGranted = defineEvent({
  department: 'civil-affairs',
  name: 'SubsistenceAllowanceGranted',
  titleZh: '低保核定',
  titleEn: 'Subsistence allowance granted',
  descriptionZh:
    '核定当事人家庭享受最低生活保障，载明成员、月保障金和起始月份；有档案的家庭成员各报送一条，家庭编号相同。',
  descriptionEn:
    'The household of the person receives the subsistence allowance: its members, the sum a month, since when. Handed over for each member who has a file, under the same household number.',
  time: { from: 'grantedFrom', until: 'ended' },
  thing: allowanceThing,
  law: [allowanceWithJob, specialHardshipWithAllowance],
  data: { ...allowance, grantedFrom: month, reason: reason.optional() },
  example: allowanceExample,
})

const grant = {
  household: householdNo,
  /** The first month of the allowance that is meant, where the household had several. */
  grantedFrom: month.optional(),
}

/** Another sum or other members from a month on. */
export const SubsistenceAllowanceAdjusted = defineEvent({
  department: 'civil-affairs',
  name: 'SubsistenceAllowanceAdjusted',
  titleZh: '低保调整',
  titleEn: 'Subsistence allowance adjusted',
  descriptionZh: '低保金额或保障成员自某月起调整，载明原因。',
  descriptionEn: 'The sum or the members of a subsistence allowance changed from a month on, with the reason.',
  time: { from: 'from', until: 'next' },
  thing: allowanceThing,
  data: { ...allowance, ...grant, from: month, reason },
  example: { ...allowanceExample, monthly: 104_000, from: '2025-01', reason: '保障标准提高' },
})

/** The end of an allowance; the month is the first one without it. */
export const SubsistenceAllowanceStopped = defineEvent({
  department: 'civil-affairs',
  name: 'SubsistenceAllowanceStopped',
  titleZh: '低保停发',
  titleEn: 'Subsistence allowance stopped',
  descriptionZh: '低保自某月起停发，载明原因。',
  descriptionEn: 'The subsistence allowance is no longer paid from a month on, with the reason.',
  time: { from: 'from', until: 'stands', ends: { firstWithout: 'from' } },
  thing: allowanceThing,
  data: { ...grant, from: month, reason },
  example: {
    ...examplePersonAct,
    household: 'DB-430302-00518',
    grantedFrom: '2024-06',
    from: '2025-04',
    reason: '家庭成员就业，收入超过标准',
  },
})
