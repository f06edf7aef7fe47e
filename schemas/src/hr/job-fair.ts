import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleAct, exampleCompanies, examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { exactlyOne, notMoreThan } from '../rules/rule.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { uscc } from '../values/social-credit-code.ts'

/** As what somebody came to a fair. */
export const attendeeKind = codeList('attendeeKind', { 退役军人: 'veteran', 军属: 'family member of a serviceman' })

const fair = { fairId: reference('fair') }
const fairExample = { ...exampleAct, fairId: 'ZPH-2024-03' }
const number = z.int().min(0).max(1_000_000)

/** A job fair for veterans and families. */
export const JobFairHeld = defineEvent({
  department: 'hr',
  name: 'JobFairHeld',
  titleZh: '专场招聘会举办',
  titleEn: 'Job fair held',
  descriptionZh: '举办退役军人和军属专场招聘会，载明日期和地点。',
  descriptionEn: 'A job fair for veterans and families was held on a day at a venue.',
  time: { from: 'heldOn', until: 'stands' },
  thing: { kind: 'occasion', key: 'stream' },
  category: 'fair',
  data: { ...fair, heldOn: day, venue: z.string().min(1).max(100) },
  example: { ...fairExample, heldOn: '2024-03-16', venue: '雨湖区体育馆' },
})

/** The organiser's totals of a fair, to set beside the single attendances. */
export const JobFairClosed = defineEvent({
  department: 'hr',
  name: 'JobFairClosed',
  titleZh: '招聘会统计结束',
  titleEn: 'Job fair closed',
  descriptionZh: '招聘会统计结束，载明参会企业、岗位和意向人数合计；意向人数可以多于岗位数。',
  descriptionEn:
    "A fair's figures are complete: totals of companies, posts and people with an intent, who may be more than the posts.",
  time: { until: 'stands' },
  thing: { kind: 'occasion', key: 'stream' },
  rules: [notMoreThan('totals.intents', 'totals.posts', 'INTENTS_ABOVE_POSTS')],
  category: 'fair',
  data: { ...fair, totals: z.strictObject({ companies: number, posts: number, intents: number }) },
  example: { ...fairExample, totals: { companies: 42, posts: 960, intents: 187 } },
})

/** A company at a fair. */
export const JobFairCompanyAttended = defineEvent({
  department: 'hr',
  name: 'JobFairCompanyAttended',
  titleZh: '企业参会',
  titleEn: 'Company attended a job fair',
  descriptionZh: '企业参加招聘会，载明岗位数和岗位类别。',
  descriptionEn: 'A company was at a fair, with so many posts of the kinds listed.',
  time: { until: 'stands' },
  thing: { kind: 'occasion', key: [['fairId', 'companyUscc']] },
  category: 'fair',
  data: {
    ...fair,
    companyUscc: uscc,
    posts: number,
    postKinds: z.array(z.string().min(1).max(60)).max(50),
  },
  example: { ...fairExample, companyUscc: exampleCompanies.employer, posts: 24, postKinds: ['设备维护', '仓储物流'] },
})

/** Somebody and a company at a fair intend to work together. Who is not on file is told apart by `attendeeKey`. */
export const JobIntentReached = defineEvent({
  department: 'hr',
  name: 'JobIntentReached',
  titleZh: '就业意向',
  titleEn: 'Job intent reached',
  descriptionZh: '参会人员与企业达成就业意向；未建档人员以参会编号区分。',
  descriptionEn:
    'An attendee and a company reached a letter of intent; give the person, or a key where none is on file.',
  time: { until: 'stands' },
  thing: {
    kind: 'intent',
    key: [
      ['fairId', 'person', 'companyUscc'],
      ['fairId', 'attendeeKey', 'companyUscc'],
    ],
  },
  rules: [exactlyOne('person', 'attendeeKey')],
  category: 'fair',
  countedBy: ['fair-intents'],
  data: {
    ...fair,
    person: person.optional(),
    /** The organiser's number of an attendee who is not on file; never a citizen number. */
    attendeeKey: open(z.string().min(1).max(60).optional(), { figures: ['fair-intents'] }),
    attendeeKind: open(attendeeKind, { figures: ['fair-intents'] }),
    companyUscc: uscc,
    post: z.string().min(1).max(60),
  },
  example: {
    ...examplePersonAct,
    fairId: 'ZPH-2024-03',
    attendeeKind: '退役军人',
    companyUscc: exampleCompanies.employer,
    post: '设备维护',
  },
})
