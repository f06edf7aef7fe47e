import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleAct, exampleCompanies, examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { uscc } from '../values/social-credit-code.ts'

/** What posts are kept for veterans. */
export const reservedPostKind = codeList('reservedPostKind', {
  公务员: 'civil service',
  事业单位: 'public institution',
  兵教师: 'veteran hired as a school teacher',
})

const post = { postId: reference('post'), kind: reservedPostKind, employerUscc: uscc }
const postExample = { postId: 'ZG-2024-BJS-01', kind: '兵教师', employerUscc: exampleCompanies.school }

/** Posts that only veterans can get. */
export const ReservedPostOpened = defineEvent({
  department: 'hr',
  name: 'ReservedPostOpened',
  titleZh: '专岗设置',
  titleEn: 'Reserved post opened',
  descriptionZh: '设置面向退役军人的专门岗位，载明类别、用人单位和岗位数。',
  descriptionEn: 'Posts were reserved for veterans: their kind, the employer and how many.',
  time: { from: 'openedOn', until: 'stands' },
  thing: { kind: 'post', key: 'stream' },
  category: 'post',
  data: { ...post, posts: z.int().min(1).max(10_000), openedOn: day.optional() },
  example: { ...exampleAct, ...postExample, posts: 3, openedOn: '2024-05-20' },
})

/** Somebody who got such a post. */
export const ReservedPostFilled = defineEvent({
  department: 'hr',
  name: 'ReservedPostFilled',
  titleZh: '专岗录用',
  titleEn: 'Reserved post filled',
  descriptionZh: '录用退役军人到专门岗位，载明录用人员。',
  descriptionEn: 'A veteran was hired for a reserved post.',
  time: { from: 'filledOn', until: 'ended' },
  thing: { kind: 'job', key: [['employerUscc']] },
  category: 'post',
  countedBy: ['reserved-posts-filled'],
  data: {
    ...post,
    kind: open(reservedPostKind, { figures: ['reserved-posts-filled'] }),
    person,
    filledOn: day.optional(),
  },
  example: { ...examplePersonAct, ...postExample, filledOn: '2024-08-26' },
})
