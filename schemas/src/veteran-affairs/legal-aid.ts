import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { legalAidDecision } from '../law/legal-aid.ts'
import { open } from '../open-field.ts'
import { handedOverBy, inOrder } from '../rules/rule.ts'
import { day } from '../values/day.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { legalAidMatter } from './rights-codes.ts'
import { wording } from './wording.ts'

const aid = { caseId: reference('case'), person, matter: legalAidMatter, agency: wording(80) }
const aidExample = {
  caseId: 'FY-2025-012',
  ...examplePersonAct,
  matter: '优抚待遇',
  agency: '湘潭市法律援助中心',
}
const ofLegalAid = { kind: 'legalAid', key: 'stream' } as const

/** Somebody was sent to a legal aid agency. */
export const LegalAidReferred = defineEvent({
  department: 'veteran-affairs',
  name: 'LegalAidReferred',
  titleZh: '法律援助转介',
  titleEn: 'Legal aid referred',
  descriptionZh: '将退役军人或家属的法律援助需求转介至法律援助机构：事项、机构、日期。',
  descriptionEn: 'A veteran or family member in need of legal aid was sent to an agency: for what, to which, when.',
  time: { from: 'referredOn', until: 'ended' },
  thing: ofLegalAid,
  category: 'case',
  countedBy: ['legal-aid-referred'],
  data: { ...aid, referredOn: day },
  example: { ...aidExample, referredOn: '2025-04-02' },
})

/** A legal aid agency gives legal aid, as the justice administration has handed it on. */
export const LegalAidGranted = defineEvent({
  department: 'veteran-affairs',
  name: 'LegalAidGranted',
  titleZh: '给予法律援助',
  titleEn: 'Legal aid granted',
  descriptionZh: '法律援助机构决定给予法律援助：事项、机构、收到申请日期、决定日期；由司法行政机关提供。',
  descriptionEn:
    'A legal aid agency decided to give legal aid: for what, which agency, when asked and when decided; the justice administration hands it over.',
  time: { from: 'grantedOn', until: 'stands', ends: { last: 'grantedOn' } },
  thing: ofLegalAid,
  rules: [handedOverBy('司法行政'), inOrder('appliedOn', 'grantedOn')],
  law: [legalAidDecision],
  category: 'case',
  countedBy: ['legal-aid-granted', 'legal-aid-in-time'],
  data: {
    ...aid,
    appliedOn: open(day, { figures: ['legal-aid-in-time'] }),
    grantedOn: open(day, { figures: ['legal-aid-in-time'] }),
  },
  example: { ...aidExample, appliedOn: '2025-04-03', grantedOn: '2025-04-08', assertedFrom: '司法行政' },
})
