import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { declaredDeathDay, declaredDeathRevoked } from '../law/declared-death.ts'
import { handedOverBy } from '../rules/rule.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'

/** On what a registered death rests. */
export const deathEvidence = codeList('deathEvidence', {
  医学证明: 'medical certificate',
  户籍注销: 'household register cancelled',
  火化: 'cremation',
  法院宣告: 'declared by a court',
})

/** How somebody went missing whom a court declares dead. */
export const disappearance = codeList('disappearance', {
  下落不明: 'whereabouts unknown',
  意外事件: 'missing after an accident',
})

/** A death; payments end with its month. */
export const DeathRegistered = defineEvent({
  department: 'civil-affairs',
  name: 'DeathRegistered',
  titleZh: '死亡登记',
  titleEn: 'Death registered',
  descriptionZh:
    '当事人死亡，载明死亡日期和依据；医学证明由卫健、户籍注销由公安、宣告死亡由法院提供。宣告死亡的，死亡日期为判决作出之日，因意外事件下落不明的为意外事件发生之日。待遇自次月起终止（停发）。',
  descriptionEn:
    'The person has died, on a day and by the evidence given: a certificate of the health office, a register cancelled by the police, a declaration of a court. Who is declared dead died on the day of the judgment or, missing after an accident, on the day of that. Benefits stop from the month after.',
  time: { from: 'diedOn', until: 'ended' },
  thing: { kind: 'death', key: 'person', also: [{ kind: 'deathLead', key: 'person' }] },
  rules: [
    handedOverBy('法院', { law: declaredDeathDay, when: { field: 'evidence', is: ['法院宣告'] } }),
    handedOverBy('卫健', { ifSaid: true, when: { field: 'evidence', is: ['医学证明'] } }),
    handedOverBy('公安', { ifSaid: true, when: { field: 'evidence', is: ['户籍注销'] } }),
  ],
  law: [declaredDeathDay],
  judgedBy: ['judgedOn', 'diedOn'],
  data: {
    diedOn: day,
    evidence: deathEvidence,
    certificateNo: z.string().min(1).max(60).optional(),
    /** The day on which the court gave its judgment; only of a person declared dead. */
    judgedOn: day.optional(),
    /** Only of a person declared dead. */
    disappearance: disappearance.optional(),
  },
  example: {
    ...examplePersonAct,
    diedOn: '2024-02-18',
    evidence: '医学证明',
    certificateNo: 'SW430302-2024-0093',
    assertedFrom: '卫健',
  },
})

/** A cremation, which may reach the hub before the death itself. */
export const CremationRegistered = defineEvent({
  department: 'civil-affairs',
  name: 'CremationRegistered',
  titleZh: '火化登记',
  titleEn: 'Cremation registered',
  descriptionZh: '殡仪馆已办理遗体火化。',
  descriptionEn: 'A funeral home has cremated the person.',
  time: { from: 'crematedOn', until: 'stands' },
  thing: { kind: 'cremation', key: 'person' },
  data: { crematedOn: day, funeralHome: z.string().min(1).max(100) },
  example: { ...examplePersonAct, crematedOn: '2024-02-21', funeralHome: '湘潭市殡仪馆' },
})

/** A court has revoked its declaration: the person was legally dead until then. */
export const DeathDeclarationRevoked = defineEvent({
  department: 'civil-affairs',
  name: 'DeathDeclarationRevoked',
  titleZh: '撤销宣告死亡',
  titleEn: 'Declaration of death revoked',
  descriptionZh: '法院撤销死亡宣告；此前的死亡登记在撤销之日以前仍有法律效力。',
  descriptionEn: 'A court has revoked its declaration of death, which was legally true until that day.',
  time: { from: 'revokedOn', until: 'stands', ends: { firstWithout: 'revokedOn' } },
  thing: { kind: 'death', key: 'person' },
  rules: [handedOverBy('法院', { law: declaredDeathRevoked })],
  law: [declaredDeathRevoked],
  data: { courtDocumentNo: z.string().min(1).max(80), revokedOn: day },
  example: {
    ...examplePersonAct,
    courtDocumentNo: '（2024）雨民特字第0031号',
    revokedOn: '2024-10-09',
    assertedFrom: '法院',
  },
})
