import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct, exampleRelations } from '../example-act.ts'
import { open } from '../open-field.ts'
import { inOrder } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { relatedPerson } from '../values/person.ts'
import { householdMembers, householdNo } from './household.ts'

/** Why a household counts as one of low income though it draws no subsistence allowance. */
export const lowIncomeKind = codeList('lowIncomeKind', {
  低保边缘家庭: 'at the margin of the subsistence allowance',
  刚性支出困难家庭: 'with outlays that it cannot avoid',
  其他低收入家庭: 'other household of low income',
})

const lowIncomeThing: Thing = { kind: 'lowIncome', key: [['household', 'identifiedOn?']] }

/** A household of low income beside those with subsistence allowance; handed over for each member with a file. */
export const LowIncomeHouseholdIdentified = defineEvent({
  department: 'civil-affairs',
  name: 'LowIncomeHouseholdIdentified',
  titleZh: '低收入家庭认定',
  titleEn: 'Low-income household identified',
  descriptionZh:
    '认定当事人家庭为低收入家庭（低保边缘、刚性支出困难等），载明家庭编号、成员和有效期；有档案的成员各报送一条，家庭编号相同。',
  descriptionEn:
    'The household of the person is found to be of low income without being on subsistence allowance: of which kind, its members, until when. Handed over for each member who has a file, under the same household number.',
  rules: [inOrder('identifiedOn', 'validUntil')],
  countedBy: ['low-income-households'],
  time: { from: 'identifiedOn', until: { last: 'validUntil' } },
  thing: lowIncomeThing,
  data: {
    household: open(householdNo, { figures: ['low-income-households'], as: { form: 'keyed' } }),
    kind: lowIncomeKind,
    /** Who applied, where the person is a member. */
    applicant: relatedPerson.optional(),
    members: householdMembers,
    identifiedOn: day,
    /** The last day of it; missing where it stands until it is ended. */
    validUntil: day.optional(),
  },
  example: {
    ...examplePersonAct,
    household: 'DS-430302-00073',
    kind: '低保边缘家庭',
    members: [{ ...exampleRelations.spouse, relation: '配偶' }],
    identifiedOn: '2024-03-12',
    validUntil: '2025-03-11',
  },
})

/** The household is of low income no more. */
export const LowIncomeHouseholdEnded = defineEvent({
  department: 'civil-affairs',
  name: 'LowIncomeHouseholdEnded',
  titleZh: '低收入家庭退出',
  titleEn: 'Low-income household ended',
  descriptionZh: '当事人家庭不再认定为低收入家庭，载明首个不再认定之日和原因。',
  descriptionEn: 'The household of the person is of low income no more, from a day on, with the reason.',
  time: { from: 'endedOn', until: 'stands', ends: { firstWithout: 'endedOn' } },
  thing: lowIncomeThing,
  rules: [inOrder('identifiedOn', 'endedOn')],
  data: {
    household: householdNo,
    /** The day on which it was identified, where the household was several times. */
    identifiedOn: day.optional(),
    endedOn: day,
    reason: z.string().min(1).max(200),
  },
  example: {
    ...examplePersonAct,
    household: 'DS-430302-00073',
    identifiedOn: '2024-03-12',
    endedOn: '2024-11-05',
    reason: '收入超过标准',
  },
})
