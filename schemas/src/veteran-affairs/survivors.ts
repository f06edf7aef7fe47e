import { z } from 'zod'
import { beneficiaryCategory, injuryNature, reviewLevel } from '../benefit-codes.ts'
import { relation } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { deathCircumstances, educationStage, eligibility, survivorGround } from '../entitlement-codes.ts'
import { examplePersonAct } from '../example-act.ts'
import { childComesOfAge, deathOfTheDisabled, remarriage, survivorsPensionStart } from '../law/survivors.ts'
import { open } from '../open-field.ts'
import { handedOverBy, inOrder } from '../rules/rule.ts'
import { day, month } from '../values/day.ts'
import { fallenPerson } from '../values/fallen-person.ts'
import { disabilityGrade } from './disability-grade.ts'
import { wording } from './wording.ts'

/** How a disabled veteran died: of that depends what the survivors are due. */
export const DeathCircumstancesDetermined = defineEvent({
  department: 'veteran-affairs',
  name: 'DeathCircumstancesDetermined',
  titleZh: '残疾军人死亡性质认定',
  titleEn: 'Circumstances of a death determined',
  descriptionZh:
    '认定退役残疾军人是旧伤复发死亡还是因病死亡。因战、因公致残的旧伤复发死亡，遗属按因公牺牲军人遗属享受；因病死亡的，继续发放12个月残疾抚恤金作为丧葬补助，因战、因公一级至四级的遗属并享受病故军人遗属定期抚恤金。',
  descriptionEn:
    'Whether a disabled veteran died of the old injury or of an illness. Of an old injury of combat or duty the survivors are treated as those of a death on duty; of an illness 12 months of the pension are paid on as a funeral grant, and in grades 1 to 4 by combat or duty the survivors draw a periodic pension.',
  time: { from: 'determinedOn', until: 'next' },
  thing: { kind: 'death', key: 'person' },
  rules: [inOrder('diedOn', 'determinedOn')],
  law: [deathOfTheDisabled],
  judgedBy: ['diedOn'],
  countedBy: ['death-circumstances'],
  data: {
    circumstances: open(deathCircumstances, { figures: ['death-circumstances'] }),
    diedOn: day,
    determinedOn: day,
    decidedByLevel: reviewLevel,
    grade: disabilityGrade,
    nature: injuryNature,
  },
  example: {
    ...examplePersonAct,
    circumstances: '因病',
    diedOn: '2025-01-12',
    determinedOn: '2025-01-24',
    decidedByLevel: '县',
    grade: 6,
    nature: '因公',
  },
})

/** Whether a survivor of the fallen is entitled to a periodic pension was looked at. */
export const SurvivorEligibilityAssessed = defineEvent({
  department: 'veteran-affairs',
  name: 'SurvivorEligibilityAssessed',
  titleZh: '遗属享受条件审核',
  titleEn: 'Eligibility of a survivor assessed',
  descriptionZh:
    '审核烈士、因公牺牲军人、病故军人遗属是否符合定期抚恤金条件：关系、条件、起发月份；子女年满18周岁的须在校或者残疾且无生活费来源；配偶再婚的须继续赡养、抚养。',
  descriptionEn:
    'Whether a survivor of the fallen meets the conditions of the periodic pension: the relation, the ground, from which month. A child of age has to be at school or disabled without means; a spouse who married again has to support on the family of the fallen.',
  time: { from: 'assessedOn', until: { last: 'to' }, paidFrom: 'payableFrom' },
  thing: { kind: 'identity', key: [['category', 'relatedPerson?']] },
  rules: [inOrder('payableFrom', 'to')],
  law: [survivorsPensionStart, childComesOfAge, remarriage],
  countedBy: ['survivors-assessed'],
  data: {
    category: beneficiaryCategory,
    /** The fallen. */
    relatedPerson: fallenPerson,
    relation,
    outcome: open(eligibility, { figures: ['survivors-assessed'] }),
    /** Missing where none is met. */
    ground: survivorGround.optional(),
    /** Of a spouse: married again. */
    remarried: z.boolean().optional(),
    /** Supports on the parents of the fallen, or the siblings that the fallen supported. */
    supportsFamily: z.boolean().optional(),
    assessedOn: day,
    payableFrom: month.optional(),
    /** The last month for which the ground is known to hold. */
    to: month.optional(),
  },
  example: {
    ...examplePersonAct,
    category: '病故军人遗属',
    relatedPerson: { name: '谭振邦' },
    relation: '配偶',
    outcome: '符合',
    ground: '收入低于当地平均',
    assessedOn: '2025-06-30',
    payableFrom: '2025-06',
  },
})

/** The education department confirms that somebody goes to school: then a child of the fallen is paid past 18. */
export const EducationConfirmed = defineEvent({
  department: 'veteran-affairs',
  name: 'EducationConfirmed',
  titleZh: '在校就读确认',
  titleEn: 'Education confirmed',
  descriptionZh:
    '由教育部门提供：在校就读的学段、学校和起止日期。烈士、因公牺牲军人、病故军人子女年满18周岁后凭此继续享受。',
  descriptionEn:
    'Handed over by the education department: at which stage and school somebody is, from and until when. A child of the fallen who is of age is paid on by it.',
  time: { from: 'from', until: { last: 'until' } },
  thing: { kind: 'schooling', key: [['school', 'from']] },
  rules: [handedOverBy('教育'), inOrder('from', 'until')],
  law: [childComesOfAge],
  data: {
    stage: educationStage,
    school: wording(100),
    from: day,
    /** The day on which it ends as planned. */
    until: day,
  },
  example: {
    ...examplePersonAct,
    assertedFrom: '教育',
    stage: '高等学校',
    school: '湘潭大学',
    from: '2024-09-02',
    until: '2028-06-30',
  },
})
