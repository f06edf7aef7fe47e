import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct, exampleRelations } from '../example-act.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { relatedPerson } from '../values/person.ts'

/** What a guardian decides. */
export const guardianshipScope = codeList('guardianshipScope', {
  全部: 'everything',
  财产: 'property',
  人身: 'personal care',
})

const guardianship = {
  guardian: relatedPerson,
  scope: guardianshipScope,
}

/** Somebody who acts for the person. */
export const GuardianAppointed = defineEvent({
  department: 'civil-affairs',
  name: 'GuardianAppointed',
  titleZh: '监护人确定',
  titleEn: 'Guardian appointed',
  descriptionZh: '为当事人确定监护人，载明监护范围。',
  descriptionEn: 'A guardian was appointed for the person, for the scope stated.',
  data: { ...guardianship, appointedOn: day.optional() },
  example: { ...examplePersonAct, guardian: exampleRelations.spouse, scope: '全部', appointedOn: '2023-06-01' },
})

/** The end of a guardianship. */
export const GuardianshipEnded = defineEvent({
  department: 'civil-affairs',
  name: 'GuardianshipEnded',
  titleZh: '监护终止',
  titleEn: 'Guardianship ended',
  descriptionZh: '当事人的监护关系终止。',
  descriptionEn: 'A guardianship over the person has ended.',
  data: { ...guardianship, endedOn: day.optional(), reason: z.string().min(1).max(200).optional() },
  example: {
    ...examplePersonAct,
    guardian: exampleRelations.spouse,
    scope: '全部',
    endedOn: '2024-12-02',
    reason: '变更监护人',
  },
})
