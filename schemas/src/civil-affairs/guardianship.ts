import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct, exampleRelations } from '../example-act.ts'
import { guardianKinds } from '../law/guardianship-law.ts'
import { anotherPerson, exactlyOne } from '../rules/rule.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { relatedPerson } from '../values/person.ts'
import { uscc } from '../values/social-credit-code.ts'

/** What a guardian decides. */
export const guardianshipScope = codeList('guardianshipScope', {
  全部: 'everything',
  财产: 'property',
  人身: 'personal care',
})

/** How somebody becomes a guardian; the articles are in the law `guardian-kinds`. */
export const guardianshipKind = codeList('guardianshipKind', {
  法定: 'by law',
  遗嘱: 'by will of a parent',
  协议: 'by agreement of those entitled',
  指定: 'appointed by a committee, Civil Affairs or a court',
  意定: "by the person's own choice",
  临时: 'for a time',
})

const guardianship = {
  /** A person who is the guardian; of this and `organisation` exactly one. */
  guardian: relatedPerson.optional(),
  /** An organisation that is the guardian: a committee, Civil Affairs, a home. */
  organisation: z.strictObject({ name: z.string().min(1).max(100), uscc: uscc.optional() }).optional(),
  /** The agreement, decision or judgment by which it came about. */
  decisionNo: z.string().min(1).max(80).optional(),
  scope: guardianshipScope,
}
const guardianshipThing: Thing = { kind: 'guardianship', key: [['decisionNo'], ['guardian'], ['organisation']] }
const guardianshipExample = {
  ...examplePersonAct,
  guardian: exampleRelations.spouse,
  decisionNo: '雨湖社指〔2023〕7号',
  scope: '全部',
}

/** Somebody who acts for the person. */
export const GuardianAppointed = defineEvent({
  department: 'civil-affairs',
  name: 'GuardianAppointed',
  titleZh: '监护人确定',
  titleEn: 'Guardian appointed',
  descriptionZh: '为当事人确定监护人（个人或者组织），载明监护种类和范围；临时监护人只能是组织。',
  descriptionEn:
    'A guardian, a person or an organisation, was found for the person: in which way and for which scope. One for a time is always an organisation.',
  time: { from: 'appointedOn', until: 'ended' },
  thing: guardianshipThing,
  rules: [exactlyOne('guardian', 'organisation'), anotherPerson('guardian')],
  law: [guardianKinds],
  data: { ...guardianship, kind: guardianshipKind, appointedOn: day.optional() },
  example: { ...guardianshipExample, kind: '指定', appointedOn: '2023-06-01' },
})

/** The end of a guardianship. */
export const GuardianshipEnded = defineEvent({
  department: 'civil-affairs',
  name: 'GuardianshipEnded',
  titleZh: '监护终止',
  titleEn: 'Guardianship ended',
  descriptionZh: '当事人的监护关系终止。',
  descriptionEn: 'A guardianship over the person has ended.',
  time: { from: 'endedOn', until: 'stands', ends: { firstWithout: 'endedOn' } },
  thing: guardianshipThing,
  rules: [exactlyOne('guardian', 'organisation'), anotherPerson('guardian')],
  data: { ...guardianship, endedOn: day.optional(), reason: z.string().min(1).max(200).optional() },
  example: { ...guardianshipExample, endedOn: '2024-12-02', reason: '变更监护人' },
})
