import { defineEvent } from '../define-event.ts'
import { difficultyKind } from '../event-codes.ts'
import { examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { wording } from './wording.ts'

const difficulty = {
  caseId: reference('case'),
  person,
  kind: difficultyKind,
  visitId: reference('visit').optional(),
  /** The office that deals with it: HR for work, education or medical offices for theirs. */
  handlingOrg: wording(80),
}
const difficultyExample = { caseId: 'JS-2025-017', ...examplePersonAct, kind: '入学', handlingOrg: '雨湖区教育局' }

/** A soldier's family has told of a difficulty. */
export const FamilyDifficultyReported = defineEvent({
  department: 'veteran-affairs',
  name: 'FamilyDifficultyReported',
  titleZh: '家属困难登记',
  titleEn: 'Family difficulty reported',
  descriptionZh: '登记军人家属在就业、入学、医疗方面的困难和承办单位。',
  descriptionEn:
    'A soldier’s family has a difficulty with work, schooling or medical care, and an office deals with it.',
  time: { until: 'ended' },
  thing: { kind: 'difficulty', key: [['caseId']] },
  category: 'case',
  countedBy: ['cases-across-departments'],
  data: difficulty,
  example: { ...difficultyExample, visitId: 'ZF-2025-088' },
})

/** A family's difficulty was solved. */
export const FamilyDifficultyResolved = defineEvent({
  department: 'veteran-affairs',
  name: 'FamilyDifficultyResolved',
  titleZh: '家属困难解决',
  titleEn: 'Family difficulty resolved',
  descriptionZh: '军人家属的困难已由承办单位解决。',
  descriptionEn: 'The difficulty of a soldier’s family was solved by the office that dealt with it.',
  time: { until: 'stands' },
  thing: { kind: 'difficulty', key: [['caseId']] },
  category: 'case',
  countedBy: ['difficulties-solved'],
  data: {
    ...difficulty,
    kind: open(difficultyKind, { figures: ['difficulties-solved'] }),
    reason: wording(300).optional(),
  },
  example: difficultyExample,
})

/** A family's difficulty could not be solved. */
export const FamilyDifficultyDeclined = defineEvent({
  department: 'veteran-affairs',
  name: 'FamilyDifficultyDeclined',
  titleZh: '家属困难未解决',
  titleEn: 'Family difficulty declined',
  descriptionZh: '军人家属的困难未能解决，载明原因。',
  descriptionEn: 'The difficulty of a soldier’s family could not be solved, with the reason.',
  time: { until: 'stands' },
  thing: { kind: 'difficulty', key: [['caseId']] },
  category: 'case',
  data: { ...difficulty, reason: wording(300) },
  example: { ...difficultyExample, reason: '不符合跨区入学条件' },
})
